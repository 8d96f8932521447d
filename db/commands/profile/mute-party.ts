import 'server-only';
import { randomUUID } from 'node:crypto';
import { and, eq, gte, isNull, sql } from 'drizzle-orm';
import type { z } from 'zod';
import { writeAudit } from '@/db/audit';
import type { Tx } from '@/db/connection';
import { withinScope } from '@/db/queries/clearance/scope';
import { clearances, consignments, profileHits, profileMutes, profiles } from '@/db/schema';
import { inTransaction } from '@/db/transaction';
import { parseInput } from '@/lib/clearance/parse-input';
import type { Actor } from '@/lib/identity/actor';
import { authorise } from '@/lib/identity/permissions';
import { addDays, dayOf } from '@/lib/kernel/dates';
import { InvalidInputError, NotFoundError, refuse } from '@/lib/kernel/errors';
import { MUTE_PARTY_INPUT } from '@/lib/profile/inputs';
import { MUTE_DAYS_MAX } from '@/lib/profile/mute';

/**
 * Lets a profile leave the sender or recipient of a consignment that met it alone until a day. Its hits go on being noted, as muted.
 * @throws NotFoundError where no consignment of one's own offices met the profile; InvalidInputError; RefusedError
 * `profile.muted_already`
 */
export async function muteParty(
  actor: Actor,
  input: z.input<typeof MUTE_PARTY_INPUT>,
  at = new Date(),
): Promise<{ muteId: string }> {
  authorise(actor, 'profile.decide');
  const { profileId, consignmentId, party, until, reason } = parseInput(MUTE_PARTY_INPUT, input);
  const today = dayOf(at);
  if (until < today) throw invalidDay('day_past');
  if (until >= addDays(today, MUTE_DAYS_MAX)) throw invalidDay('day_far');
  const muteId = randomUUID();
  await inTransaction(async (tx) => {
    // Two who mute one party at once wait for each other: the second finds it muted.
    await tx.select({ id: profiles.id }).from(profiles).where(eq(profiles.id, profileId)).for('update');
    const met = await hitOf(tx, actor, profileId, consignmentId);
    if (!met) throw new NotFoundError('profile hit');
    const partyKey = party === 'sender' ? met.senderKey : met.recipientKey;
    const [muted] = await tx
      .select({ id: profileMutes.id })
      .from(profileMutes)
      .where(
        and(
          eq(profileMutes.profileId, profileId),
          eq(profileMutes.party, party),
          eq(profileMutes.partyKey, partyKey),
          isNull(profileMutes.liftedAt),
          gte(profileMutes.until, today),
        ),
      );
    if (muted) throw refuse('profile.muted_already');
    await tx.insert(profileMutes).values({
      id: muteId,
      profileId,
      party,
      partyKey,
      consignmentId,
      reference: met.reference,
      officeId: met.officeId,
      until,
      reason,
      mutedBy: actor.id,
      mutedByName: actor.name,
      mutedAt: at,
    });
    await writeAudit(
      tx,
      actor,
      {
        action: 'profile.mute',
        subjectType: 'profile',
        subjectId: profileId,
        officeId: met.officeId,
        reason,
        details: { muteId, party, until },
      },
      at,
    );
  });
  return { muteId };
}

const invalidDay = (code: string) => new InvalidInputError([{ code, severity: 'error', pointer: 'until' }]);

/** The consignment with the keys of its parties, where it met the profile and is of one's own offices. */
async function hitOf(tx: Tx, actor: Actor, profileId: string, consignmentId: string) {
  const [met] = await tx
    .select({
      reference: clearances.reference,
      officeId: clearances.officeId,
      senderKey: consignments.senderKey,
      recipientKey: consignments.recipientKey,
    })
    .from(profileHits)
    .innerJoin(
      consignments,
      and(
        eq(consignments.consignmentId, profileHits.consignmentId),
        eq(consignments.receivedOn, profileHits.receivedOn),
      ),
    )
    .innerJoin(
      clearances,
      and(eq(clearances.consignmentId, profileHits.consignmentId), eq(clearances.receivedOn, profileHits.receivedOn)),
    )
    .where(
      and(
        eq(profileHits.profileId, profileId),
        eq(profileHits.consignmentId, consignmentId),
        withinScope(actor),
        sql`${clearances.status} <> 'withdrawn'`,
      ),
    )
    .limit(1);
  return met;
}
