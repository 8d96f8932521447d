import 'server-only';
import { randomUUID } from 'node:crypto';
import { and, eq, inArray, isNull } from 'drizzle-orm';
import type { z } from 'zod';
import { writeAudit } from '@/db/audit';
import { now } from '@/db/clock';
import type { Tx } from '@/db/connection';
import { handOverContent } from '@/db/queries/clearance/hand-overs';
import { ofConsignment } from '@/db/queries/clearance/scope';
import { policyInForce } from '@/db/queries/policy/policy-in-force';
import { clearances, handOvers } from '@/db/schema';
import { inTransaction } from '@/db/transaction';
import {
  decideHandOver,
  type HandOverLine,
  SETTLE_HAND_OVER_INPUT,
  WRITE_HAND_OVER_INPUT,
} from '@/lib/clearance/hand-over';
import { parseInput } from '@/lib/clearance/parse-input';
import type { Actor } from '@/lib/identity/actor';
import { authorise } from '@/lib/identity/permissions';
import { dayOf } from '@/lib/kernel/dates';
import { NotFoundError, refuse } from '@/lib/kernel/errors';
import { accept } from './change/open-change';
import { recordEvent } from './change/record-event';
import { claimColumns, UNCLAIMED } from './change/write-change';
import { writeClaim } from './change/write-claim';

type HandOver = typeof handOvers.$inferSelect;
const IS_WAITING = and(isNull(handOvers.confirmedAt), isNull(handOvers.withdrawnAt));

/**
 * Writes a hand-over of the own work in an office or, for who may reassign, of the whole office: what stands now, and where the claims
 * go when somebody confirms it. Nothing moves before. @throws NotFoundError of another office; RefusedError `hand_over.waiting`
 */
export async function writeHandOver(
  actor: Actor,
  input: z.input<typeof WRITE_HAND_OVER_INPUT>,
  at = now(),
): Promise<{ readonly handOverId: string }> {
  authorise(actor, 'clearance.hand_over');
  const { officeId, scope, claimsGo, notes } = parseInput(WRITE_HAND_OVER_INPUT, input);
  if (scope === 'office') authorise(actor, 'clearance.reassign');
  if (!actor.officeIds.includes(officeId)) throw new NotFoundError('office');
  return inTransaction(async (tx) => {
    const ofUserId = scope === 'own' ? actor.id : null;
    const content = await handOverContent(tx, { officeId, ofUserId }, at);
    const handOverId = randomUUID();
    const written = await tx
      .insert(handOvers)
      .values({
        handOverId,
        officeId,
        ofUserId,
        writtenBy: actor.id,
        writtenByName: actor.name,
        writtenAt: at,
        claimsGo,
        notes,
        content,
      })
      .onConflictDoNothing()
      .returning({ handOverId: handOvers.handOverId });
    if (written.length === 0) {
      const [waiting] = await tx
        .select({ at: handOvers.writtenAt })
        .from(handOvers)
        .where(and(eq(handOvers.officeId, officeId), eq(handOvers.writtenBy, actor.id), IS_WAITING));
      throw refuse('hand_over.waiting', { at: waiting?.at.getTime() ?? at.getTime() });
    }
    const { claimed, putOff, waiting } = content.counts;
    await writeAudit(
      tx,
      actor,
      {
        action: 'clearance.hand_over',
        subjectType: 'office',
        subjectId: officeId,
        officeId,
        details: { handOverId, handedOver: scope, claimsGo, claims: claimed, putOff, waiting },
      },
      at,
    );
    return { handOverId };
  });
}

/**
 * Takes a hand-over over, by another person than its writer, once. Each claim it names moves while it is still that claim; one that
 * changed hands meanwhile stays where it is and is named. @throws NotFoundError, RefusedError `hand_over.*` with who and when
 */
export async function confirmHandOver(
  actor: Actor,
  input: z.input<typeof SETTLE_HAND_OVER_INPUT>,
  at = now(),
): Promise<{ readonly moved: number; readonly left: number }> {
  authorise(actor, 'clearance.claim');
  const { handOverId } = parseInput(SETTLE_HAND_OVER_INPUT, input);
  return inTransaction(async (tx) => {
    const handOver = await locked(tx, actor, handOverId);
    accept(decideHandOver('confirm', handOver, actor.id));
    const { leaseMinutes } = await policyInForce(tx, dayOf(at));
    const left: string[] = [];
    // In the order of their ids, so that two hand-overs never wait for each other crosswise.
    const lines = handOver.content.claimed
      // What is in the hands of who takes over stays there.
      .filter(({ holderId }) => holderId !== actor.id)
      .sort((a, b) => (a.consignmentId < b.consignmentId ? -1 : 1));
    for (const line of lines)
      if (!(await moveClaim(tx, actor, handOver, line, leaseMinutes, at))) left.push(line.reference);
    await tx
      .update(handOvers)
      .set({ confirmedBy: actor.id, confirmedByName: actor.name, confirmedAt: at, left })
      .where(and(eq(handOvers.handOverId, handOverId), IS_WAITING));
    const moved = lines.length - left.length;
    await writeAudit(
      tx,
      actor,
      {
        action: 'clearance.confirm_hand_over',
        subjectType: 'office',
        subjectId: handOver.officeId,
        officeId: handOver.officeId,
        details: { handOverId, claimsGo: handOver.claimsGo, claimsMoved: moved, claimsLeft: left.length },
      },
      at,
    );
    return { moved, left: left.length };
  });
}

/** Takes back the own hand-over while nobody has confirmed it. @throws NotFoundError, RefusedError `hand_over.*` with who and when */
export async function withdrawHandOver(
  actor: Actor,
  input: z.input<typeof SETTLE_HAND_OVER_INPUT>,
  at = now(),
): Promise<void> {
  authorise(actor, 'clearance.hand_over');
  const { handOverId } = parseInput(SETTLE_HAND_OVER_INPUT, input);
  await inTransaction(async (tx) => {
    const handOver = await locked(tx, actor, handOverId);
    accept(decideHandOver('withdraw', handOver, actor.id));
    await tx
      .update(handOvers)
      .set({ withdrawnAt: at })
      .where(and(eq(handOvers.handOverId, handOverId), IS_WAITING));
    const { officeId } = handOver;
    const subject = { subjectType: 'office', subjectId: officeId, officeId } as const;
    await writeAudit(tx, actor, { action: 'clearance.withdraw_hand_over', ...subject, details: { handOverId } }, at);
  });
}

/** The hand-over, locked until the end of the transaction: of two who settle it at once the second reads what the first did. */
async function locked(tx: Tx, actor: Actor, handOverId: string): Promise<HandOver> {
  const [row] = await tx
    .select()
    .from(handOvers)
    .where(and(eq(handOvers.handOverId, handOverId), inArray(handOvers.officeId, [...actor.officeIds])))
    .for('update');
  if (!row) throw new NotFoundError('hand_over');
  return row;
}

/** Moves one claim if it is still the one handed over; false where it is not. */
async function moveClaim(
  tx: Tx,
  actor: Actor,
  { claimsGo, officeId, handOverId }: HandOver,
  line: HandOverLine,
  leaseMinutes: number,
  at: Date,
): Promise<boolean> {
  const [row] = await tx
    .select()
    .from(clearances)
    .where(and(ofConsignment(line.consignmentId), eq(clearances.officeId, officeId)))
    .for('update');
  if (!row || row.claimedBy !== line.holderId || row.claimNumber !== line.claimNumber) return false;
  const isTaken = claimsGo === 'to_confirmer';
  const after = await writeClaim(tx, row, isTaken ? claimColumns(row, actor, at, leaseMinutes) : UNCLAIMED);
  const names = { from: row.claimedByName, to: isTaken ? actor.name : null, note: null };
  await recordEvent(tx, actor, row, 'reassigned', names, at);
  await writeAudit(
    tx,
    actor,
    {
      action: 'clearance.reassign',
      subjectType: 'consignment',
      subjectId: row.consignmentId,
      officeId,
      details: { from: row.claimedBy, to: isTaken ? actor.id : null, claimNumber: after.claimNumber, handOverId },
    },
    at,
  );
  return true;
}
