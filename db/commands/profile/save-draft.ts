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
import { NotFoundError, refuse } from '@/lib/kernel/errors';
import { SAVE_DRAFT_INPUT } from '@/lib/profile/inputs';

export type DraftSaved = { readonly profileId: string; readonly rowVersion: number };

/**
 * Keeps a profile as it is being written, complete or not; a new one gets the next number. What was proposed stays as it is.
 * @throws NotFoundError; RefusedError `changed_meanwhile` where somebody else saved first
 */
export async function saveDraft(
  actor: Actor,
  input: z.input<typeof SAVE_DRAFT_INPUT>,
  at = new Date(),
): Promise<DraftSaved> {
  authorise(actor, 'profile.write');
  const { profileId, rowVersion, draft } = parseInput(SAVE_DRAFT_INPUT, input);
  return inTransaction(async (tx) => {
    const saved = profileId
      ? await changeDraft(tx, actor, { profileId, rowVersion: rowVersion ?? 0, draft }, at)
      : await beginDraft(tx, actor, draft, at);
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

async function beginDraft(tx: Tx, actor: Actor, draft: unknown, at: Date): Promise<DraftSaved> {
  // Two new ones at once must not take one number.
  await tx.execute(sql`lock table ${profiles} in share row exclusive mode`);
  const [last] = await tx.select({ number: sql<number>`coalesce(max(${profiles.number}), 0)::int` }).from(profiles);
  const id = randomUUID();
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
