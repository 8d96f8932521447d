import 'server-only';
import { and, eq, type SQL, sql } from 'drizzle-orm';
import { db } from '@/db/connection';
import { quarantinedRecords, submissions } from '@/db/schema';
import type { Actor } from '@/lib/identity/actor';
import { authorise } from '@/lib/identity/permissions';
import { maskRefused } from '@/lib/intake/mask-refused';
import { isUuid } from '@/lib/kernel/ids';
import type { Problem } from '@/lib/kernel/problem';
import { refusedWithin } from './scope';

/** A later submission that took refused records of an earlier one, mended. */
export type MendedBy = {
  readonly submissionId: string;
  /** ISO instant. */
  readonly receivedAt: string;
  readonly records: number;
  /** The first of them, where they have one; for others than their sender as refused records are shown where no look is noted. */
  readonly references: readonly string[];
  /** Whether that submission was undone itself. */
  readonly isUndone: boolean;
};
/** What became of the refused records of a submission that do not hang on it any more, and how many still do. */
export type MendedFrom = {
  readonly records: number;
  /** In the order they were received. */
  readonly by: readonly MendedBy[];
  /** Submissions beyond those named. */
  readonly more: number;
  /** Refused records that wait to be mended. */
  readonly waiting: number;
};

const NAMED = 20;
const REFERENCES = 5;

type Named = { readonly reference: string; readonly problems: readonly Problem[] };

type Row = {
  replay_id: string;
  received_at: string;
  undone: boolean;
  records: number;
  named: Named[] | null;
  all_records: number;
  submissions: number;
};

/**
 * The records of a submission that were refused, mended and sent again as submissions of their own, as far as the actor may see them:
 * they stand by those submissions, whatever becomes of this one.
 */
export async function mendedFrom(actor: Actor, submissionId: string): Promise<MendedFrom> {
  authorise(actor, 'intake.read');
  if (!isUuid(submissionId)) return { records: 0, by: [], more: 0, waiting: 0 };
  const own: SQL | undefined = and(eq(quarantinedRecords.submissionId, submissionId), refusedWithin(actor));
  const [{ rows }, { rows: open }] = await Promise.all([
    db().execute<Row>(sql`
      select mended.replay_id, s.received_at::text, s.undone_at is not null as undone, mended.records, mended.named,
        (sum(mended.records) over ())::int as all_records, (count(*) over ())::int as submissions
      from (
        select replay_id, count(*)::int as records,
          to_jsonb((array_agg(jsonb_build_object('reference', reference, 'problems', problems) order by record_number)
            filter (where reference is not null))[1:${sql.raw(String(REFERENCES))}]) as named
        from ${quarantinedRecords} where ${own} and state = 'replayed' and replay_id is not null group by replay_id
      ) as mended join ${submissions} as s on s.id = mended.replay_id
      order by s.received_at, mended.replay_id limit ${NAMED}`),
    db().execute<{ waiting: number }>(sql`
      select count(*)::int as waiting from ${quarantinedRecords} where ${own} and state = 'open'`),
  ]);
  return {
    records: rows[0]?.all_records ?? 0,
    by: rows.map((row) => ({
      submissionId: row.replay_id,
      receivedAt: new Date(row.received_at).toISOString(),
      records: row.records,
      references: (row.named ?? []).map((named) => (actor.role === 'partner' ? named : maskRefused(named)).reference),
      isUndone: row.undone,
    })),
    more: (rows[0]?.submissions ?? 0) - rows.length,
    waiting: open[0]?.waiting ?? 0,
  };
}
