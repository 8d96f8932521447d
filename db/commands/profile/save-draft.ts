import 'server-only';
import { randomUUID } from 'node:crypto';
import { and, eq, sql } from 'drizzle-orm';
import type { z } from 'zod';
import { writeAudit } from '@/db/audit';
import type { Tx } from '@/db/connection';
import { profiles } from '@/db/schema';
import { inTransaction } from '@/db/transaction';
import { parseInput } from '@/lib/clearance/parse-input';
import type { Actor } from '@/lib/identity/actor';
import { authorise } from '@/lib/identity/permissions';
import { InvalidInputError, NotFoundError, refuse } from '@/lib/kernel/errors';
import { TITLE_SHAPE } from '@/lib/profile/content';
import { SAVE_DRAFT_INPUT } from '@/lib/profile/inputs';

export type DraftSaved = { readonly profileId: string; readonly rowVersion: number };

/**
 * Keeps a profile as it is being written, complete or not, but for its title; a new one gets the next number. Without `rowVersion` it
 * begins the profile of the given id, once: sent again, because its answer was lost or a proposal was refused, it makes no second
 * one. What was proposed stays as it is.
 * @throws InvalidInputError without a title; NotFoundError; RefusedError `changed_meanwhile` where somebody else saved first
 */
export async function saveDraft(
  actor: Actor,
  input: z.input<typeof SAVE_DRAFT_INPUT>,
  at = new Date(),
): Promise<DraftSaved> {
  authorise(actor, 'profile.write');
  const { profileId, rowVersion, draft } = parseInput(SAVE_DRAFT_INPUT, input);
  const title = TITLE_SHAPE.safeParse(draft.title ?? '');
  if (!title.success) {
    const code = title.error.issues[0]?.message ?? 'required';
    throw new InvalidInputError([{ code, severity: 'error', pointer: 'title' }]);
  }
  return inTransaction(async (tx) => {
    const saved =
      profileId && rowVersion
        ? await changeDraft(tx, actor, { profileId, rowVersion, draft }, at)
        : await beginDraft(tx, actor, profileId ?? randomUUID(), draft, at);
    await writeAudit(
      tx,
      actor,
      {
        action: 'profile.save_draft',
        subjectType: 'profile',
        subjectId: saved.profileId,
        officeId: null,
        details: { rowVersion: saved.rowVersion },
      },
      at,
    );
    return saved;
  });
}

async function beginDraft(tx: Tx, actor: Actor, id: string, draft: unknown, at: Date): Promise<DraftSaved> {
  // Two new ones at once must not take one number.
  await tx.execute(sql`lock table ${profiles} in share row exclusive mode`);
  const [begun] = await tx.select().from(profiles).where(eq(profiles.id, id));
  if (begun) {
    if (begun.ownerId !== actor.id || begun.rowVersion !== 1) throw refuse('changed_meanwhile');
    return changeDraft(tx, actor, { profileId: id, rowVersion: 1, draft }, at);
  }
  const [last] = await tx.select({ number: sql<number>`coalesce(max(${profiles.number}), 0)::int` }).from(profiles);
  await tx.insert(profiles).values({
    id,
    number: (last?.number ?? 0) + 1,
    ownerId: actor.id,
    ownerName: actor.name,
    draft,
    draftAuthors: [actor.id],
    createdAt: at,
    changedAt: at,
  });
  return { profileId: id, rowVersion: 1 };
}

async function changeDraft(
  tx: Tx,
  actor: Actor,
  { profileId, rowVersion, draft }: { profileId: string; rowVersion: number; draft: unknown },
  at: Date,
): Promise<DraftSaved> {
  const [changed] = await tx
    .update(profiles)
    .set({
      draft,
      draftAuthors: sql`array_append(array_remove(${profiles.draftAuthors}, ${actor.id}::uuid), ${actor.id}::uuid)`,
      changedAt: at,
      rowVersion: rowVersion + 1,
    })
    .where(and(eq(profiles.id, profileId), eq(profiles.rowVersion, rowVersion)))
    .returning({ rowVersion: profiles.rowVersion });
  if (changed) return { profileId, rowVersion: changed.rowVersion };
  const [found] = await tx.select({ id: profiles.id }).from(profiles).where(eq(profiles.id, profileId));
  throw found ? refuse('changed_meanwhile') : new NotFoundError('profile');
}
