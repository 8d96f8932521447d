import { eq, sql } from 'drizzle-orm';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { claimConsignment } from '@/db/commands/clearance/claim-consignment';
import { decideConsignment } from '@/db/commands/clearance/decide-consignment';
import { giveBackClaim } from '@/db/commands/clearance/give-back-claim';
import { confirmHandOver, withdrawHandOver, writeHandOver } from '@/db/commands/clearance/hand-over';
import { holdConsignment } from '@/db/commands/clearance/hold-consignment';
import { moveExhibit } from '@/db/commands/clearance/move-exhibit';
import { recordExhibit } from '@/db/commands/clearance/record-exhibit';
import { releaseConsignment } from '@/db/commands/clearance/release-consignment';
import { snoozeConsignment } from '@/db/commands/clearance/snooze-consignment';
import { db } from '@/db/connection';
import { getHandOver, listHandOvers, previewHandOver } from '@/db/queries/clearance/hand-overs';
import { auditLog, clearances, handOvers } from '@/db/schema';
import { HOLD_GROUNDS } from '@/lib/clearance/reasons';
import type { Actor } from '@/lib/identity/actor';
import { ForbiddenError, NotFoundError } from '@/lib/kernel/errors';
import { aConsignment, arrivingAt } from '../../support/a-consignment';
import { aDesk, type Desk, minutesLater, NOW } from '../../support/a-desk';
import { auditOf, refusalOf, standing, timelineOf } from '../../support/command-cases';
import { useDatabase } from '../../support/database';

useDatabase();
let desk: Desk;
beforeAll(async () => {
  desk = await aDesk();
});
beforeEach(async () => {
  await db().delete(handOvers);
  await db().delete(clearances);
});

const claimed = async (by: Actor) => {
  const { consignmentId } = await aConsignment(desk, arrivingAt(minutesLater(90)));
  await claimConsignment(by, { consignmentId, rowVersion: 1 }, NOW);
  return consignmentId;
};
const write = (by: Actor, more: Partial<Parameters<typeof writeHandOver>[1]> = {}, at = NOW) =>
  writeHandOver(by, { officeId: desk.officeId, ...more }, at);
const officeAudits = async (
  action: 'clearance.hand_over' | 'clearance.confirm_hand_over' | 'clearance.withdraw_hand_over',
) =>
  db()
    .select({ details: auditLog.details, actorId: auditLog.actorId })
    .from(auditLog)
    .where(eq(auditLog.action, action));

describe('Writing a hand-over', () => {
  it('keeps what the officer holds and put off, and what is due; nothing moves; it is in the log', async () => {
    const mine = await claimed(desk.officer);
    const others = await claimed(desk.colleague);
    const later = await aConsignment(desk, arrivingAt(minutesLater(60 * 20)));
    await snoozeConsignment(
      desk.officer,
      {
        consignmentId: later.consignmentId,
        rowVersion: 1,
        event: 'time',
        until: minutesLater(60),
        reason: 'awaits_papers',
      },
      NOW,
    );
    const detained = await aConsignment(desk, arrivingAt(minutesLater(60 * 20)));
    const kept = await decideConsignment(
      desk.officer,
      {
        consignmentId: detained.consignmentId,
        rowVersion: detained.rowVersion,
        kind: 'detain',
        ground: 'analysis_awaited',
        note: 'Sample sent',
      },
      NOW,
    );
    const { consignmentId } = detained;
    const taken = { description: 'Blades', quantity: '40 pieces', mark: 'Seal 000117' };
    const store = { holder: 'A. Kaya', place: 'Room 2, shelf 4', reason: 'Taken out of the parcel' };
    const recorded = await recordExhibit(
      desk.officer,
      { consignmentId, rowVersion: kept.rowVersion, ...taken, ...store },
      NOW,
    );
    const moved = { consignmentId, rowVersion: recorded.rowVersion, exhibitId: recorded.exhibitId };
    await moveExhibit(desk.officer, { ...moved, ...store, place: 'Laboratory, intake', reason: 'Analysis' }, NOW);
    const { handOverId } = await write(desk.officer, { notes: ' Ship is late ' });
    const view = await getHandOver(desk.colleague, handOverId);
    expect(view).toMatchObject({ notes: 'Ship is late', claimsGo: 'to_confirmer', isOwn: false, confirmedAt: null });
    expect(view.content.counts).toEqual({ claimed: 1, putOff: 1, waiting: 0, kept: 1, dueSoon: 2 });
    expect(view.content.claimed.map(({ consignmentId }) => consignmentId)).toEqual([mine]);
    expect(view.content.kept).toMatchObject([{ consignmentId, status: 'detained', place: 'Laboratory, intake' }]);
    expect((await standing(mine)).claimedBy).toBe(desk.officer.id);
    expect((await standing(others)).claimedBy).toBe(desk.colleague.id);
    expect(await officeAudits('clearance.hand_over')).toMatchObject([
      { actorId: desk.officer.id, details: { handOverId, handedOver: 'own', claims: 1, putOff: 1, waiting: 0 } },
    ]);
  });

  it('that was written before detained goods were listed tells of none', async () => {
    const { handOverId } = await write(desk.officer);
    await db()
      .update(handOvers)
      .set({ content: sql`${handOvers.content} - 'kept' #- '{counts,kept}'` })
      .where(eq(handOvers.handOverId, handOverId));
    const { content } = await getHandOver(desk.colleague, handOverId);
    expect(content).toMatchObject({ kept: [], counts: { kept: 0 } });
  });

  it('of the whole office is for who may reassign, and of the own office only', async () => {
    await claimed(desk.officer);
    await claimed(desk.colleague);
    await expect(write(desk.analyst)).rejects.toThrow(ForbiddenError);
    await expect(write(desk.officer, { scope: 'office' })).rejects.toThrow(ForbiddenError);
    await expect(write(desk.stranger)).rejects.toThrow(NotFoundError);
    await expect(listHandOvers(desk.stranger, desk.officeId)).rejects.toThrow(NotFoundError);
    await expect(previewHandOver(desk.stranger, { officeId: desk.officeId, ofUserId: null })).rejects.toThrow(
      NotFoundError,
    );
    const { handOverId } = await write(desk.supervisor, { scope: 'office' });
    expect((await getHandOver(desk.officer, handOverId)).content.counts.claimed).toBe(2);
    await expect(getHandOver(desk.stranger, handOverId)).rejects.toThrow(NotFoundError);
  });

  it('twice at once leaves one that waits, and tells when it was written', async () => {
    const outcomes = await Promise.allSettled([write(desk.officer), write(desk.officer)]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    await expect(write(desk.officer)).rejects.toMatchObject({
      reasons: [{ code: 'hand_over.waiting', params: { at: NOW.getTime() } }],
    });
    await expect(write(desk.colleague)).resolves.toBeDefined();
  });
});

describe('Taking a hand-over over', () => {
  it('moves the claims to who takes it over, the former claim fenced off, each told and logged', async () => {
    const mine = await claimed(desk.officer);
    const { handOverId } = await write(desk.officer);
    expect(await confirmHandOver(desk.colleague, { handOverId }, minutesLater(5))).toEqual({ moved: 1, left: 0 });
    const row = await standing(mine);
    expect(row).toMatchObject({ claimedBy: desk.colleague.id, claimNumber: 2 });
    expect((await timelineOf(mine)).map(({ kind }) => kind)).toContain('reassigned');
    expect((await auditOf(mine)).at(-1)).toMatchObject({
      action: 'clearance.reassign',
      details: { from: desk.officer.id, to: desk.colleague.id, handOverId },
    });
    const late = { consignmentId: mine, rowVersion: 2, ground: 'risk_not_confirmed' } as const;
    expect(await refusalOf(releaseConsignment(desk.officer, late, minutesLater(6)))).toEqual(['claim.held']);
    expect(await officeAudits('clearance.confirm_hand_over')).toContainEqual({
      actorId: desk.colleague.id,
      details: { handOverId, claimsGo: 'to_confirmer', claimsMoved: 1, claimsLeft: 0 },
    });
  });

  it('hands over every claim, however many there are', async () => {
    const many = 205;
    for (let placed = 0; placed < many; placed += 5)
      await Promise.all(Array.from({ length: 5 }, () => aConsignment(desk, arrivingAt(minutesLater(90)))));
    await db()
      .update(clearances)
      .set({ claimedBy: desk.officer.id, claimedByName: desk.officer.name, leaseUntil: minutesLater(20) });
    const { handOverId } = await write(desk.officer);
    const { content } = await getHandOver(desk.colleague, handOverId);
    expect([content.claimed.length, content.counts.claimed]).toEqual([many, many]);
    expect(await confirmHandOver(desk.colleague, { handOverId }, minutesLater(1))).toEqual({ moved: many, left: 0 });
  }, 60_000);

  it('sends them back to the queue where that was chosen', async () => {
    const mine = await claimed(desk.officer);
    const { handOverId } = await write(desk.officer, { claimsGo: 'to_queue' });
    await confirmHandOver(desk.colleague, { handOverId }, NOW);
    expect(await standing(mine)).toMatchObject({ claimedBy: null, leaseUntil: null, status: 'selected' });
  });

  it('of the whole office leaves what is in the hands of who takes it over, with the claim they work under', async () => {
    const [own, others] = [await claimed(desk.colleague), await claimed(desk.officer)];
    const before = await standing(own);
    const { handOverId } = await write(desk.supervisor, { scope: 'office', claimsGo: 'to_queue' });
    expect(await confirmHandOver(desk.colleague, { handOverId }, NOW)).toEqual({ moved: 1, left: 0 });
    expect(await standing(own)).toEqual(before);
    expect((await standing(others)).claimedBy).toBeNull();
  });

  it('moves a claim its holder went on working with, and leaves one that changed hands, named', async () => {
    const [worked, gone] = [await claimed(desk.officer), await claimed(desk.officer)];
    const { handOverId } = await write(desk.officer);
    await holdConsignment(desk.officer, { consignmentId: worked, rowVersion: 2, ground: HOLD_GROUNDS[0] }, NOW);
    await giveBackClaim(desk.officer, { consignmentId: gone, rowVersion: 2 }, NOW);
    await claimConsignment(desk.supervisor, { consignmentId: gone, rowVersion: 3 }, NOW);
    expect(await confirmHandOver(desk.colleague, { handOverId }, NOW)).toEqual({ moved: 1, left: 1 });
    expect((await standing(worked)).claimedBy).toBe(desk.colleague.id);
    const there = await standing(gone);
    expect(there.claimedBy).toBe(desk.supervisor.id);
    expect((await getHandOver(desk.officer, handOverId)).left).toEqual([there.reference]);
  });

  it('is for another person who may claim, in the same office; the database knows it too', async () => {
    const { handOverId } = await write(desk.officer);
    expect(await refusalOf(confirmHandOver(desk.officer, { handOverId }, NOW))).toEqual(['hand_over.own']);
    await expect(confirmHandOver(desk.analyst, { handOverId }, NOW)).rejects.toThrow(ForbiddenError);
    await expect(confirmHandOver(desk.stranger, { handOverId }, NOW)).rejects.toThrow(NotFoundError);
    const forced = db()
      .update(handOvers)
      .set({ confirmedBy: sql`written_by`, confirmedAt: NOW })
      .where(eq(handOvers.handOverId, handOverId));
    await expect(forced).rejects.toMatchObject({ cause: { constraint: 'hand_overs_two_people' } });
  });

  it('by two at once is done by one; the other learns who did, and when', async () => {
    await claimed(desk.officer);
    const { handOverId } = await write(desk.officer);
    const outcomes = await Promise.allSettled(
      [desk.colleague, desk.supervisor].map((by) => confirmHandOver(by, { handOverId }, NOW)),
    );
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    const winner = (await getHandOver(desk.officer, handOverId)).confirmedByName;
    expect(outcomes.find(({ status }) => status === 'rejected')).toMatchObject({
      reason: { reasons: [{ code: 'hand_over.confirmed', params: { name: winner, at: NOW.getTime() } }] },
    });
  });
});

describe('Taking a hand-over back', () => {
  it('is its writer, while it waits; then it cannot be taken over', async () => {
    const mine = await claimed(desk.officer);
    const { handOverId } = await write(desk.officer);
    expect(await refusalOf(withdrawHandOver(desk.colleague, { handOverId }, NOW))).toEqual(['hand_over.not_own']);
    await expect(withdrawHandOver(desk.analyst, { handOverId }, NOW)).rejects.toThrow(ForbiddenError);
    await expect(withdrawHandOver(desk.stranger, { handOverId }, NOW)).rejects.toThrow(NotFoundError);
    await withdrawHandOver(desk.officer, { handOverId }, NOW);
    expect(await officeAudits('clearance.withdraw_hand_over')).toContainEqual({
      actorId: desk.officer.id,
      details: { handOverId },
    });
    expect(await refusalOf(confirmHandOver(desk.colleague, { handOverId }, NOW))).toEqual(['hand_over.withdrawn']);
    expect((await standing(mine)).claimedBy).toBe(desk.officer.id);
    await expect(write(desk.officer)).resolves.toBeDefined();
  });

  it('loses to who took it over first, and is told who', async () => {
    const { handOverId } = await write(desk.officer);
    await confirmHandOver(desk.colleague, { handOverId }, NOW);
    await expect(withdrawHandOver(desk.officer, { handOverId }, NOW)).rejects.toMatchObject({
      reasons: [{ code: 'hand_over.confirmed', params: { name: desk.colleague.name } }],
    });
  });
});
