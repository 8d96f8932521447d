import 'server-only';
import { and, eq, inArray, isNull } from 'drizzle-orm';
import type { z } from 'zod';
import { writeAudit } from '@/db/audit';
import { profileMutes } from '@/db/schema';
import { inTransaction } from '@/db/transaction';
import { parseInput } from '@/lib/clearance/parse-input';
import type { Actor } from '@/lib/identity/actor';
import { authorise } from '@/lib/identity/permissions';
import { NotFoundError, refuse } from '@/lib/kernel/errors';
import { LIFT_MUTE_INPUT } from '@/lib/profile/inputs';

/** Lets a profile look at a party again before the day is over. @throws NotFoundError; RefusedError `changed_meanwhile` */
export async function liftMute(actor: Actor, input: z.input<typeof LIFT_MUTE_INPUT>, at = new Date()): Promise<void> {
  authorise(actor, 'profile.decide');
  const { profileId, muteId, rowVersion, reason } = parseInput(LIFT_MUTE_INPUT, input);
  await inTransaction(async (tx) => {
    const own = and(
      eq(profileMutes.id, muteId),
      eq(profileMutes.profileId, profileId),
      inArray(profileMutes.officeId, [...actor.officeIds]),
    );
    const [lifted] = await tx
      .update(profileMutes)
      .set({
        liftedBy: actor.id,
        liftedByName: actor.name,
        liftedAt: at,
        liftReason: reason,
        rowVersion: rowVersion + 1,
      })
      .where(and(own, eq(profileMutes.rowVersion, rowVersion), isNull(profileMutes.liftedAt)))
      .returning({ party: profileMutes.party, until: profileMutes.until, officeId: profileMutes.officeId });
    if (!lifted) {
      const [found] = await tx.select({ id: profileMutes.id }).from(profileMutes).where(own);
      throw found ? refuse('changed_meanwhile') : new NotFoundError('mute');
    }
    const { party, until, officeId } = lifted;
    await writeAudit(
      tx,
      actor,
      {
        action: 'profile.lift_mute',
        subjectType: 'profile',
        subjectId: profileId,
        officeId,
        reason,
        details: { muteId, party, until },
      },
      at,
    );
  });
}
