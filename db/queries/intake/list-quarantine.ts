import 'server-only';
import { and, asc, eq, type SQL, sql } from 'drizzle-orm';
import { db } from '@/db/connection';
import { csvLayouts, partners, quarantinedRecords, submissions } from '@/db/schema';
import type { Actor } from '@/lib/identity/actor';
import { authorise } from '@/lib/identity/permissions';
import type { Delimiter, Target } from '@/lib/intake/layout';
import { maskRefused } from '@/lib/intake/mask-refused';
import type { IntakeFormat } from '@/lib/intake/staged-row';
import { NotFoundError } from '@/lib/kernel/errors';
import { isUuid } from '@/lib/kernel/ids';
import type { Problem } from '@/lib/kernel/problem';
import { breaksRule, refusedWithin } from './scope';

export type OpenRecord = {
  readonly submissionId: string;
  readonly recordNumber: number;
  readonly partnerName: string;
  readonly fileName: string | null;
  /** The submission whose refused records its own sends again. */
  readonly replayOf: string | null;
  readonly format: IntakeFormat;
  readonly line: number;
  readonly reference: string | null;
  readonly problems: readonly Problem[];
  readonly quarantinedAt: string;
};
export type QuarantineList = { readonly rows: readonly OpenRecord[]; readonly next: string | null };
export type QuarantineFilter = { readonly code: string | null; readonly after: string | null };

const PAGE = 50;

/**
 * Refused records that wait to be mended, newest first, in key-set pages: those of the own partner or of one's own offices. Staff see of
 * their values only what can be of no person.
 */
export async function listQuarantine(actor: Actor, filter: QuarantineFilter): Promise<QuarantineList> {
  authorise(actor, 'intake.read');
  const rows = await db()
    .select({
      record: quarantinedRecords,
      partnerName: partners.name,
      fileName: submissions.fileName,
      replayOf: submissions.replayOf,
      format: submissions.format,
    })
    .from(quarantinedRecords)
    .innerJoin(submissions, eq(submissions.id, quarantinedRecords.submissionId))
    .innerJoin(partners, eq(partners.id, quarantinedRecords.partnerId))
    .where(
      and(
        sql`${quarantinedRecords.state} = 'open'`,
        refusedWithin(actor),
        breaksRule(filter.code),
        keyAfter(filter.after),
      ),
    )
    .orderBy(
      sql`${quarantinedRecords.quarantinedAt} desc`,
      asc(quarantinedRecords.submissionId),
      asc(quarantinedRecords.recordNumber),
    )
    .limit(PAGE + 1);
  const page = rows.slice(0, PAGE).map(({ record, ...ofSubmission }) => ({
    ...ofSubmission,
    submissionId: record.submissionId,
    recordNumber: record.recordNumber,
    line: record.line,
    ...seenUnasked(actor, record),
    quarantinedAt: record.quarantinedAt.toISOString(),
  }));
  const last = rows.length > PAGE ? page.at(-1) : undefined;
  return { rows: page, next: last ? `${last.quarantinedAt}_${last.submissionId}_${last.recordNumber}` : null };
}

/** What a record tells before anybody asked to see it as it was sent: all to its sender, to others nothing that may be of a person. */
function seenUnasked(actor: Actor, { reference, problems }: Pick<OpenRecord, 'reference' | 'problems'>) {
  const told = { reference, problems };
  return actor.role === 'partner' ? told : maskRefused(told);
}

/** How many open refused records break each rule, the commonest first; errors only. */
export async function countQuarantineByRule(
  actor: Actor,
  submissionId: string | null = null,
): Promise<readonly { readonly code: string; readonly records: number }[]> {
  authorise(actor, 'intake.read');
  const { rows } = await db().execute<{ code: string; records: number }>(sql`
    select code, count(*)::int as records from (
      select distinct submission_id, record_number, p->>'code' as code
      from ${quarantinedRecords} cross join lateral jsonb_array_elements(problems) as p
      where ${and(
        submissionId ? eq(quarantinedRecords.submissionId, submissionId) : sql`${quarantinedRecords.state} = 'open'`,
        refusedWithin(actor),
      )} and p->>'severity' = 'error'
    ) as broken
    group by 1 order by 2 desc, 1 limit 20`);
  return rows;
}

export type RefusedRecord = Omit<OpenRecord, 'quarantinedAt'> & {
  readonly header: string | null;
  /** Of a file read by a layout; null for our own columns. */
  readonly delimiter: Delimiter | null;
  /** What each column of such a file is. */
  readonly targets: readonly Target[] | null;
  readonly rows: readonly { readonly line: number; readonly raw: string }[];
  readonly state: (typeof quarantinedRecords.$inferSelect)['state'];
  readonly settledAt: string | null;
  readonly settledByName: string | null;
  readonly replayId: string | null;
  readonly discardReason: string | null;
};

/** One refused record as sent, with what became of it, for who mends; the look of staff is noted beside. @throws NotFoundError */
export async function getRefusedRecord(
  actor: Actor,
  submissionId: string,
  recordNumber: number,
): Promise<RefusedRecord> {
  authorise(actor, 'intake.mend');
  if (!isUuid(submissionId) || !Number.isInteger(recordNumber) || recordNumber > 2_147_483_647) {
    throw new NotFoundError('record');
  }
  const [row] = await db()
    .select({
      record: quarantinedRecords,
      partnerName: partners.name,
      fileName: submissions.fileName,
      replayOf: submissions.replayOf,
      format: submissions.format,
      header: submissions.header,
      delimiter: sql<Delimiter | null>`(select l.layout->>'delimiter' from ${csvLayouts} as l where l.id = ${submissions.layoutId})`,
      targets: sql<
        Target[] | null
      >`(select l.layout->'targets' from ${csvLayouts} as l where l.id = ${submissions.layoutId})`,
    })
    .from(quarantinedRecords)
    .innerJoin(submissions, eq(submissions.id, quarantinedRecords.submissionId))
    .innerJoin(partners, eq(partners.id, quarantinedRecords.partnerId))
    .where(
      and(
        eq(quarantinedRecords.submissionId, submissionId),
        eq(quarantinedRecords.recordNumber, recordNumber),
        refusedWithin(actor),
      ),
    );
  if (!row) throw new NotFoundError('record');
  const { record, ...rest } = row;
  return {
    ...rest,
    submissionId,
    recordNumber,
    line: record.line,
    reference: record.reference,
    problems: record.problems,
    rows: record.rows,
    state: record.state,
    settledAt: record.settledAt?.toISOString() ?? null,
    settledByName: record.settledByName,
    replayId: record.replayId,
    discardReason: record.discardReason,
  };
}

/** The same for a look that is not noted: whole for its sender, for others without its text and what may be of a person. @throws NotFoundError */
export async function getMaskedRecord(
  actor: Actor,
  submissionId: string,
  recordNumber: number,
): Promise<RefusedRecord> {
  authorise(actor, 'intake.mend');
  const record = await getRefusedRecord(actor, submissionId, recordNumber);
  return actor.role === 'partner' ? record : { ...maskRefused(record), header: null, rows: [] };
}

function keyAfter(after: string | null): SQL | undefined {
  const [at = '', id = '', number = ''] = (after ?? '').split('_');
  const isInstant = !Number.isNaN(Date.parse(at)) && new Date(at).toISOString() === at;
  if (!isInstant || !isUuid(id) || !/^\d{1,9}$/.test(number)) return undefined;
  // The cursor carries milliseconds, the column microseconds: the row of the cursor itself must not come again.
  const stood = sql`date_trunc('milliseconds', ${quarantinedRecords.quarantinedAt})`;
  return sql`(${stood} < ${at}::timestamptz or (${stood} = ${at}::timestamptz
    and (${quarantinedRecords.submissionId}, ${quarantinedRecords.recordNumber}) > (${id}::uuid, ${Number(number)})))`;
}
