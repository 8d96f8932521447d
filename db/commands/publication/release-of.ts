import 'server-only';
import { and, eq } from 'drizzle-orm';
import type { Tx } from '@/db/connection';
import { releases, vintages } from '@/db/schema';
import type { Actor } from '@/lib/identity/actor';
import { NotFoundError, refuse } from '@/lib/kernel/errors';
import type { ReleaseState } from '@/lib/publication/states';

type Key = { readonly month: string; readonly number: number };

/**
 * A vintage that the actor may send out: one holds the figures of all offices, so that only who sees all of them has a say. A part of
 * commands that have authorised.
 * @throws NotFoundError
 */
export async function ownVintage(tx: Tx, actor: Actor, { month, number }: Key) {
  const [vintage] = await tx
    .select()
    .from(vintages)
    .where(and(eq(vintages.month, month), eq(vintages.number, number)));
  if (!vintage?.officeIds.every((office) => actor.officeIds.includes(office))) throw new NotFoundError('vintage');
  return vintage;
}

/**
 * A release that stands as the actor saw it. A part of commands that have authorised.
 * @throws NotFoundError; RefusedError `publication.state` with who moved it on, `changed_meanwhile`
 */
export async function ownRelease(
  tx: Tx,
  actor: Actor,
  asked: { readonly releaseId: string; readonly rowVersion: number },
  states: readonly ReleaseState[],
) {
  const [release] = await tx.select().from(releases).where(eq(releases.id, asked.releaseId));
  if (!release) throw new NotFoundError('release');
  const vintage = await ownVintage(tx, actor, release);
  if (!states.includes(release.state)) throw refuse('publication.state', { state: release.state });
  if (release.rowVersion !== asked.rowVersion) throw refuse('changed_meanwhile');
  return { release, vintage };
}
