import 'server-only';
import { and, inArray, isNull, sql } from 'drizzle-orm';
import type { Tx } from '@/db/connection';
import { rawChunks, submissions } from '@/db/schema';
import type { Actor } from '@/lib/identity/actor';
import { ERASED_MARK } from '@/lib/privacy/codes';

/** Takes the bytes of submissions away, and the names of their files; SHA-256, size and counts stay. Gives how many went. For who has authorised. */
export async function eraseSubmissions(tx: Tx, ids: readonly string[], at: Date): Promise<number> {
  if (ids.length === 0) return 0;
  const gone = await tx
    .update(submissions)
    .set({ bytesErasedAt: at, fileName: null })
    .where(and(inArray(submissions.id, [...ids]), isNull(submissions.bytesErasedAt)))
    .returning({ id: submissions.id });
  if (gone.length === 0) return 0;
  await tx.delete(rawChunks).where(
    inArray(
      rawChunks.submissionId,
      gone.map(({ id }) => id),
    ),
  );
  return gone.length;
}

/** Takes what was sent of refused records away, by submission and number; that and why they were refused stays. One that waited is set aside. Gives how many. */
export async function eraseRefused(
  tx: Tx,
  actor: Actor,
  records: readonly { readonly submissionId: string; readonly recordNumber: number }[],
  at: Date,
): Promise<number> {
  if (records.length === 0) return 0;
  const { rowCount } = await tx.execute(sql`
    update intake.quarantined_records set erased_at = ${at}, rows = '[]'::jsonb,
        problems = coalesce((select jsonb_agg(entry - 'value' order by place)
          from jsonb_array_elements(problems) with ordinality as entries(entry, place)), '[]'::jsonb),
        discard_reason = case when discard_reason is null and state <> 'open' then null else ${ERASED_MARK} end,
        state = case when state = 'open' then 'discarded' else state end, settled_at = coalesce(settled_at, ${at}),
        settled_by = coalesce(settled_by, ${actor.id}::uuid), settled_by_name = coalesce(settled_by_name, ${actor.name})
     where erased_at is null and (submission_id, record_number) in (
       select w.submission_id, w.record_number
         from unnest(${sql.param(records.map(({ submissionId }) => submissionId))}::uuid[],
           ${sql.param(records.map(({ recordNumber }) => recordNumber))}::int[]) as w(submission_id, record_number))`);
  return rowCount ?? 0;
}
