import 'server-only';
import { and, eq } from 'drizzle-orm';
import type { Executor } from '@/db/connection';
import { refusedWithin, submissionsWithin } from '@/db/queries/intake/scope';
import { quarantinedRecords, submissions } from '@/db/schema';
import type { Actor } from '@/lib/identity/actor';
import { NotFoundError, refuse } from '@/lib/kernel/errors';

type Quarantined = typeof quarantinedRecords.$inferSelect;
type Source = Pick<
  typeof submissions.$inferSelect,
  'id' | 'partnerId' | 'format' | 'header' | 'layoutId' | 'receivedAt'
>;

/** The partner whose layouts an actor may touch; null stands for all. */
export const partnerScope = (actor: Actor): string | null =>
  actor.role === 'partner' ? (actor.partnerId ?? '') : null;

/** A submission with refused records, in the actor's scope. @throws NotFoundError */
export async function findSource(from: Executor, actor: Actor, submissionId: string): Promise<Source> {
  const [source] = await from
    .select({
      id: submissions.id,
      partnerId: submissions.partnerId,
      format: submissions.format,
      header: submissions.header,
      layoutId: submissions.layoutId,
      receivedAt: submissions.receivedAt,
    })
    .from(submissions)
    .where(and(eq(submissions.id, submissionId), submissionsWithin(actor)));
  if (!source) throw new NotFoundError('submission');
  return source;
}

/** A refused record that still waits to be mended. @throws NotFoundError, RefusedError `quarantine.settled` */
export async function findOpen(
  from: Executor,
  actor: Actor,
  key: { readonly submissionId: string; readonly recordNumber: number },
): Promise<{ record: Quarantined; source: Source }> {
  const source = await findSource(from, actor, key.submissionId);
  const [record] = await from
    .select()
    .from(quarantinedRecords)
    .where(
      and(
        eq(quarantinedRecords.submissionId, key.submissionId),
        eq(quarantinedRecords.recordNumber, key.recordNumber),
        refusedWithin(actor),
      ),
    );
  if (!record) throw new NotFoundError('record');
  if (record.state !== 'open') throw refuse('quarantine.settled');
  return { record, source };
}
