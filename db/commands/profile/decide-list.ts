import 'server-only';
import { and, eq } from 'drizzle-orm';
import type { z } from 'zod';
import { writeAudit } from '@/db/audit';
import { profileListEditions, profileLists } from '@/db/schema';
import { inTransaction } from '@/db/transaction';
import { parseInput } from '@/lib/clearance/parse-input';
import type { Actor } from '@/lib/identity/actor';
import { authorise } from '@/lib/identity/permissions';
import { NotFoundError, refuse } from '@/lib/kernel/errors';
import { DECIDE_LIST_INPUT } from '@/lib/profile/inputs';

/**
 * Puts a proposed edition of a list in force, in every profile that names it, or sends it back. Somebody who wrote nothing of it
 * decides: else one alone could widen what an approved profile selects.
 * @throws NotFoundError; RefusedError `profile.list_own`, `profile.list_state`
 */
export async function decideList(
  actor: Actor,
  input: z.input<typeof DECIDE_LIST_INPUT>,
  at = new Date(),
): Promise<void> {
  authorise(actor, 'profile.decide');
  const { key, edition, verdict, reason } = parseInput(DECIDE_LIST_INPUT, input);
  const { listKey, state } = profileListEditions;
  const ofEdition = and(eq(listKey, key), eq(profileListEditions.edition, edition));
  await inTransaction(async (tx) => {
    // Decisions on two editions of one list wait for each other: one edition is in force.
    await tx.select({ key: profileLists.key }).from(profileLists).where(eq(profileLists.key, key)).for('update');
    const [found] = await tx
      .select({ authors: profileListEditions.authors })
      .from(profileListEditions)
      .where(ofEdition);
    if (!found) throw new NotFoundError('list');
    if (found.authors.includes(actor.id)) throw refuse('profile.list_own');
    const by = { decidedBy: actor.id, decidedByName: actor.name, decidedAt: at };
    if (verdict === 'approve') {
      await tx
        .update(profileListEditions)
        .set({ state: 'superseded' })
        .where(and(eq(listKey, key), eq(state, 'in_force')));
    }
    const decided = await tx
      .update(profileListEditions)
      .set({ state: verdict === 'approve' ? 'in_force' : 'refused', ...by })
      .where(and(ofEdition, eq(state, 'proposed')))
      .returning({ edition: profileListEditions.edition });
    if (decided.length === 0) throw refuse('profile.list_state');
    await writeAudit(
      tx,
      actor,
      {
        action: verdict === 'approve' ? 'profile.approve_list' : 'profile.refuse_list',
        subjectType: 'profile_list',
        subjectId: key,
        officeId: null,
        reason,
        details: { edition },
      },
      at,
    );
  });
}
