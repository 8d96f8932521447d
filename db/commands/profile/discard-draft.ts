import 'server-only';
import { and, eq, isNotNull } from 'drizzle-orm';
import type { z } from 'zod';
import { writeAudit } from '@/db/audit';
import { profiles, profileVersions } from '@/db/schema';
import { inTransaction } from '@/db/transaction';
import { parseInput } from '@/lib/clearance/parse-input';
import type { Actor } from '@/lib/identity/actor';
import { authorise } from '@/lib/identity/permissions';
import { NotFoundError, refuse } from '@/lib/kernel/errors';
import { DISCARD_DRAFT_INPUT } from '@/lib/profile/inputs';

/**
 * Throws away what is being written. A profile that was never proposed goes with it; of any other the versions stay. Gives whether
 * the profile is gone.
 * @throws NotFoundError; RefusedError `changed_meanwhile`, `profile.no_draft`
 */
export async function discardDraft(
  actor: Actor,
  input: z.input<typeof DISCARD_DRAFT_INPUT>,
  at = new Date(),
): Promise<{ isRemoved: boolean }> {
  authorise(actor, 'profile.write');
  const { profileId, rowVersion, reason } = parseInput(DISCARD_DRAFT_INPUT, input);
  return inTransaction(async (tx) => {
    const [discarded] = await tx
      .update(profiles)
      .set({ draft: null, draftAuthors: [], changedAt: at, rowVersion: rowVersion + 1 })
      .where(and(eq(profiles.id, profileId), eq(profiles.rowVersion, rowVersion), isNotNull(profiles.draft)))
      .returning({ number: profiles.number });
    if (!discarded) {
      const [found] = await tx
        .select({ rowVersion: profiles.rowVersion })
        .from(profiles)
        .where(eq(profiles.id, profileId));
      if (!found) throw new NotFoundError('profile');
      throw refuse(found.rowVersion === rowVersion ? 'profile.no_draft' : 'changed_meanwhile');
    }
    const [version] = await tx
      .select({ version: profileVersions.version })
      .from(profileVersions)
      .where(eq(profileVersions.profileId, profileId))
      .limit(1);
    const isRemoved = version === undefined;
    if (isRemoved) await tx.delete(profiles).where(eq(profiles.id, profileId));
    await writeAudit(
      tx,
      actor,
      {
        action: 'profile.discard_draft',
        subjectType: 'profile',
        subjectId: profileId,
        officeId: null,
        reason,
        details: { rowVersion, isRemoved },
      },
      at,
    );
    return { isRemoved };
  });
}
