import 'server-only';
import { eq, type SQL, sql } from 'drizzle-orm';
import { writeAudits } from '@/db/audit';
import type { Tx } from '@/db/connection';
import { partners, quarantinedRecords, users } from '@/db/schema';
import type { Actor } from '@/lib/identity/actor';
import { lockQuarantine } from './lock-quarantine';
import type { BadRecord, GoodRecord } from './read-batch';

type Settling = 'replayed' | 'superseded';
type Settled = { submission_id: string; record_number: number; office_id: string | null; state: Settling };
type Submission = {
  readonly id: string;
  readonly partnerId: string;
  readonly receivedAt: Date;
  readonly receivedBy: string;
  /** Offices whose records it may settle, since their staff mended it; null for all of the partner. */
  readonly withinOffices: readonly string[] | null;
};
export type Came = {
  readonly taken: readonly GoodRecord[];
  readonly refused: readonly BadRecord[];
  /** Whether the records amend or cancel: they say a part, and the part an earlier one said still waits. */
  readonly isOfActs: boolean;
  /** When they were settled, for the audit log; it counts from when they were received. */
  readonly doneAt: Date;
};

/** Waiting records looked through for one that was sent again letter by letter and can be known by nothing else. */
const LOOKED_THROUGH = 2_000;

/**
 * Settles refused records of a partner that wait while the same came again: taken, they are mended by the submission that was
 * taken; refused again, only the newest waits. A record is known by its reference; one whose reference could not be read, and
 * one that amends, only by its very text. Gives the offices they are of: whoever sees them sees what became of them.
 */
export async function settleEarlier(
  tx: Tx,
  actor: Actor,
  submission: Submission,
  { taken, refused, isOfActs, doneAt }: Came,
): Promise<(string | null)[]> {
  if (taken.length + refused.length === 0 || !(await anyWaits(tx, submission))) return [];
  await lockQuarantine(tx, submission.partnerId);
  const isNamed = ({ reference }: BadRecord) => reference !== null && !isOfActs;
  const settled = [
    ...(await settleByReference(tx, submission, isOfActs ? [] : taken, refused.filter(isNamed))),
    ...(await settleByText(
      tx,
      submission,
      refused.filter((record) => !isNamed(record)),
    )),
  ];
  await tell(tx, actor, { id: submission.id, doneAt }, settled);
  return settled.map(({ office_id }) => office_id);
}

async function anyWaits(tx: Tx, { partnerId }: Submission): Promise<boolean> {
  const { rows } = await tx.execute(
    sql`select 1 from ${quarantinedRecords} where partner_id = ${partnerId} and state = 'open' limit 1`,
  );
  return rows.length > 0;
}

/** What staff mended settles no record of an office that is not theirs, whatever it names. */
function ownOffices({ withinOffices }: Submission, officeId: SQL): SQL {
  return withinOffices === null ? sql`true` : sql`${officeId} = any(${sql.param([...withinOffices])}::text[])`;
}

type Last = { taken: number | null; refused: number | null };

async function settleByReference(
  tx: Tx,
  submission: Submission,
  taken: readonly GoodRecord[],
  refused: readonly BadRecord[],
): Promise<Settled[]> {
  const last = new Map<string, Last>();
  for (const { record, recordNumber } of taken) last.set(record.reference, { taken: recordNumber, refused: null });
  for (const { reference, recordNumber } of refused) {
    if (reference !== null) last.set(reference, { taken: last.get(reference)?.taken ?? null, refused: recordNumber });
  }
  if (last.size === 0) return [];
  const references = [...last.keys()];
  const numbers = (key: keyof Last) => sql.param(references.map((reference) => last.get(reference)?.[key] ?? null));
  return settle(tx, submission, {
    state: sql`case when came.taken is not null and (q.submission_id <> ${submission.id} or q.record_number < came.taken)
      then 'replayed' else 'superseded' end`,
    from: sql`unnest(${sql.param(references)}::text[], ${numbers('taken')}::int[], ${numbers('refused')}::int[])
      as came(reference, taken, refused)`,
    // What amends or cancels is not said by lodging: it waits on.
    where: sql`q.reference = came.reference and not q.is_act
      and (q.submission_id <> ${submission.id} or q.record_number < greatest(came.taken, came.refused))`,
  });
}

async function settleByText(tx: Tx, submission: Submission, refused: readonly BadRecord[]): Promise<Settled[]> {
  if (refused.length === 0) return [];
  const texts = [...new Set(refused.map(({ rows }) => JSON.stringify(rows.map(({ raw }) => raw))))];
  return settle(tx, submission, {
    state: sql`'superseded'`,
    from: sql`(
        select w.submission_id, w.record_number, jsonb_path_query_array(w.rows, '$[*].raw') as text
        from ${quarantinedRecords} as w
        where w.partner_id = ${submission.partnerId} and w.state = 'open' and w.submission_id <> ${submission.id}
          and ${ownOffices(submission, sql`w.office_id`)}
        order by w.quarantined_at desc, w.submission_id, w.record_number limit ${LOOKED_THROUGH}
      ) as waits
      join unnest(${sql.param(texts)}::jsonb[]) as came(text) on came.text = waits.text`,
    where: sql`q.submission_id = waits.submission_id and q.record_number = waits.record_number`,
  });
}

/** One statement. What was received later stays. */
async function settle(
  tx: Tx,
  submission: Submission,
  which: { readonly state: SQL; readonly from: SQL; readonly where: SQL },
): Promise<Settled[]> {
  const { id, partnerId, receivedAt, receivedBy } = submission;
  const at = receivedAt.toISOString();
  const { rows } = await tx.execute<Settled>(sql`
    update ${quarantinedRecords} as q set state = ${which.state}, settled_at = ${at}::timestamptz, settled_by = ${receivedBy},
      settled_by_name = coalesce(
        (select name from ${users} where ${eq(users.id, receivedBy)}),
        (select name from ${partners} where ${eq(partners.id, partnerId)})), replay_id = ${id}
    from ${which.from}
    where q.partner_id = ${partnerId} and q.state = 'open' and q.quarantined_at <= ${at}::timestamptz
      and ${ownOffices(submission, sql`q.office_id`)} and ${which.where}
    returning q.submission_id, q.record_number, q.office_id, q.state`);
  return rows;
}

const ACTION = { replayed: 'intake.replay', superseded: 'intake.supersede' } as const;

/** One row of the audit log for each submission whose records were settled, as when a person sends them again. */
async function tell(
  tx: Tx,
  actor: Actor,
  { id, doneAt }: { readonly id: string; readonly doneAt: Date },
  settled: readonly Settled[],
): Promise<void> {
  const groups = new Map<string, Settled[]>();
  for (const one of settled) {
    const key = `${one.submission_id} ${one.state}`;
    groups.set(key, [...(groups.get(key) ?? []), one]);
  }
  const entries = [...groups.values()].flatMap((group) => {
    const [first] = group;
    if (!first) return [];
    const recordNumbers = group.map(({ record_number }) => record_number).sort((a, b) => a - b);
    return {
      action: ACTION[first.state],
      subjectType: 'submission' as const,
      subjectId: first.submission_id,
      details: { replayId: id, records: group.length, recordNumbers: recordNumbers.slice(0, 20) },
    };
  });
  await writeAudits(tx, actor, entries, doneAt);
}
