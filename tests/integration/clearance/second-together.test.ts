import { and, eq } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import { claimConsignment } from '@/db/commands/clearance/claim-consignment';
import { confirmTogether } from '@/db/commands/clearance/confirm-together';
import { limitTogether } from '@/db/commands/clearance/limit-together';
import { proposeTogether } from '@/db/commands/clearance/propose-together';
import { rejectTogether } from '@/db/commands/clearance/reject-together';
import { releaseTogether } from '@/db/commands/clearance/release-together';
import { undoTogether } from '@/db/commands/clearance/undo-together';
import { viewTogether } from '@/db/commands/clearance/view-together';
import { withdrawTogether } from '@/db/commands/clearance/withdraw-together';
import { db } from '@/db/connection';
import { listTogether } from '@/db/queries/clearance/list-together';
import { getBatch, listBatches } from '@/db/queries/clearance/together-batches';
import { auditLog, decisions, togetherBatches } from '@/db/schema';
import { EMPTY_QUEUE_FILTER } from '@/lib/clearance/queue-filter';
import { ForbiddenError, InvalidInputError, NotFoundError } from '@/lib/kernel/errors';
import { aConsignment, inLane, type Placed, withScore } from '../../support/a-consignment';
import { aDesk, type Desk, minutesLater, NOW } from '../../support/a-desk';
import { auditOf, expectStatisticsToAgree, refusalOf, standing } from '../../support/command-cases';
import { useDatabase } from '../../support/database';

useDatabase();
let desk: Desk;
beforeAll(async () => {
  desk = await aDesk();
  // More than two consignments take a second person here.
  const limits = { rowsMax: 5, scoreMax: 59, secondAboveRows: 2, secondAboveValue: '1000' };
  await limitTogether(desk.supervisor, { officeId: 'NLRTM', revision: 0, reason: 'Few hands', ...limits }, NOW);
});

const GROUND = { ground: 'risk_not_confirmed', note: 'Same seller, same goods' } as const;
const seen = ({ consignmentId, rowVersion }: Placed) => ({ consignmentId, rowVersion });
const some = (count: number) => Promise.all(Array.from({ length: count }, () => aConsignment(desk, withScore(30))));
const told = (outcomes: Awaited<ReturnType<typeof confirmTogether>>) =>
  outcomes.map((one) => ('reasons' in one ? one.reasons.map(({ code }) => code) : 'done'));
/** A proposal that both who may settle it have opened. */
const propose = async (rows: readonly Placed[]) => {
  const { batchId } = await proposeTogether(desk.officer, { rows: rows.map(seen), ...GROUND }, NOW);
  for (const second of [desk.colleague, desk.supervisor]) await viewTogether(second, { batchId }, NOW);
  return batchId;
};
const auditOfOffice = async (action: string, batchId: string) =>
  (
    await db()
      .select()
      .from(auditLog)
      .where(and(eq(auditLog.subjectId, 'NLRTM'), eq(auditLog.action, action)))
  ).filter(({ details }) => details?.batchId === batchId);
const statesOf = async (batchId: string) =>
  (await getBatch(desk.supervisor, batchId)).items.map(({ state }) => state).sort();

describe('Proposing to release together', () => {
  it('is what remains above the limits of the office: all that fits, as it was seen, with what is left out and why', async () => {
    const placed = await some(3);
    const red = await aConsignment(desk, inLane('red'), withScore(80));
    const rows = [...placed, red].map(seen);
    expect(await refusalOf(releaseTogether(desk.officer, { rows, ...GROUND }, NOW))).toEqual(['batch.needs_second']);
    const { batchId, excluded } = await proposeTogether(desk.officer, { rows, ...GROUND }, NOW);
    expect(excluded).toEqual([
      { consignmentId: red.consignmentId, reference: expect.any(String), reasons: expect.any(Array) },
    ]);
    expect(excluded[0]?.reasons.map(({ code }) => code)).toEqual(['together.red', 'together.score']);
    expect(await getBatch(desk.colleague, batchId)).toMatchObject({
      ...{ state: 'proposed', count: 3, scoreHighest: 30, proposedByName: desk.officer.name, isOwn: false },
      items: placed.map(() => ({ state: 'there' })),
    });
    expect((await listBatches(desk.supervisor, ['NLRTM'], NOW))[0]).toMatchObject({ batchId, state: 'proposed' });
    for (const { consignmentId } of placed) expect(await standing(consignmentId)).toMatchObject({ status: 'selected' });
    expect(await auditOfOffice('clearance.propose_together', batchId)).toMatchObject([
      { actorId: desk.officer.id, reason: GROUND.note, details: { consignments: 3, leftOut: 1, scoreHighest: 30 } },
    ]);
  });

  it('by value takes a second person for two as well', async () => {
    const limits = { rowsMax: 5, scoreMax: 59, secondAboveRows: 2, secondAboveValue: '0' };
    await limitTogether(desk.supervisor, { officeId: 'NLRTM', revision: 1, reason: 'No value', ...limits }, NOW);
    const rows = (await some(2)).map(seen);
    expect(await refusalOf(releaseTogether(desk.officer, { rows, ...GROUND }, NOW))).toEqual(['batch.needs_second']);
    const back = { ...limits, secondAboveValue: '1000', officeId: 'NLRTM', revision: 2, reason: 'As before' };
    await limitTogether(desk.supervisor, back, NOW);
  });

  it('ends the claims of its writer, so that none runs out while it waits', async () => {
    const placed = await some(3);
    const rows = [];
    for (const one of placed) {
      const { rowVersion } = await claimConsignment(desk.officer, seen(one), NOW);
      rows.push({ ...one, rowVersion });
    }
    const batchId = await propose(rows);
    for (const { consignmentId } of placed) expect(await standing(consignmentId)).toMatchObject({ claimedBy: null });
    expect(told(await confirmTogether(desk.colleague, { batchId }, minutesLater(60)))).toEqual(Array(3).fill('done'));
  });

  it('is for officers of the office, and leaves out by name what another claimed or changed', async () => {
    const placed = await some(4);
    const [claimed, ...rest] = placed;
    if (!claimed) throw new Error('nothing placed');
    const rows = placed.map(seen);
    await expect(proposeTogether(desk.analyst, { rows, ...GROUND }, NOW)).rejects.toThrow(ForbiddenError);
    await expect(proposeTogether(desk.stranger, { rows, ...GROUND }, NOW)).rejects.toThrow(NotFoundError);
    await claimConsignment(desk.colleague, seen(claimed), NOW);
    const { excluded } = await proposeTogether(desk.officer, { rows, ...GROUND }, NOW);
    expect(excluded.map(({ reasons }) => reasons.map(({ code }) => code))).toEqual([['claim.held']]);
    for (const { consignmentId } of rest) expect(await standing(consignmentId)).toMatchObject({ status: 'selected' });
    expect(await refusalOf(proposeTogether(desk.officer, { rows: [seen(claimed)], ...GROUND }, NOW))).toEqual([
      'batch.none_fits',
    ]);
  });
});

describe('Confirming a release together', () => {
  it('releases each by itself with both names, tells what changed meanwhile and leaves it', async () => {
    const placed = await some(4);
    const [claimed, ...rest] = placed;
    if (!claimed) throw new Error('nothing placed');
    const batchId = await propose(placed);
    await claimConsignment(desk.supervisor, seen(claimed), minutesLater(1));
    const outcomes = await confirmTogether(desk.colleague, { batchId, note: 'Looked through' }, minutesLater(2));
    expect(outcomes.filter((one) => 'reasons' in one)).toMatchObject([
      { consignmentId: claimed.consignmentId, reasons: [{ code: 'claim.held' }] },
    ]);
    for (const { consignmentId } of rest) {
      expect(await standing(consignmentId)).toMatchObject({ status: 'released', decidedBy: desk.officer.id });
      const [decision] = await db().select().from(decisions).where(eq(decisions.consignmentId, consignmentId));
      expect(decision).toMatchObject({
        ...{ decidedBy: desk.officer.id, secondBy: desk.colleague.id, secondNote: 'Looked through', batchId },
        ...{ ground: GROUND.ground, note: GROUND.note, state: 'final' },
      });
      const [audit] = (await auditOf(consignmentId)).filter(({ action }) => action === 'clearance.release');
      expect(audit).toMatchObject({ actorId: desk.colleague.id, details: { batchId } });
    }
    expect(await standing(claimed.consignmentId)).toMatchObject({ status: 'selected', claimedBy: desk.supervisor.id });
    expect(await statesOf(batchId)).toEqual(['changed', 'released', 'released', 'released']);
    // Done again it goes on with what was left, and releases nothing twice.
    expect(told(await confirmTogether(desk.colleague, { batchId }, minutesLater(3)))).toEqual([['claim.held']]);
    expect(await auditOfOffice('clearance.confirm_together', batchId)).toHaveLength(1);
    await expectStatisticsToAgree();
  });

  it('goes on after an end in between with those that were not released', async () => {
    const placed = await some(3);
    const batchId = await propose(placed);
    await db()
      .update(togetherBatches)
      .set({ state: 'confirmed', settledBy: desk.colleague.id, settledByName: 'B. Moreau', settledAt: NOW })
      .where(eq(togetherBatches.batchId, batchId));
    expect(await getBatch(desk.colleague, batchId)).toMatchObject({ hasConfirmed: true });
    expect(await refusalOf(confirmTogether(desk.supervisor, { batchId }, NOW))).toEqual(['batch.confirmed']);
    expect(told(await confirmTogether(desk.colleague, { batchId }, NOW))).toEqual(Array(3).fill('done'));
  });

  it('is never for its writer, by the database either, nor for another role or office', async () => {
    const batchId = await propose(await some(3));
    expect(await refusalOf(confirmTogether(desk.officer, { batchId }, NOW))).toEqual(['batch.same_officer']);
    expect(await refusalOf(rejectTogether(desk.officer, { batchId, note: 'No more' }, NOW))).toEqual([
      'batch.same_officer',
    ]);
    await expect(confirmTogether(desk.analyst, { batchId }, NOW)).rejects.toThrow(ForbiddenError);
    await expect(confirmTogether(desk.stranger, { batchId }, NOW)).rejects.toThrow(NotFoundError);
    await expect(getBatch(desk.stranger, batchId)).rejects.toThrow(NotFoundError);
    const own = { settledBy: desk.officer.id, settledByName: 'A. Kaya', settledAt: NOW };
    for (const state of ['confirmed', 'rejected'] as const)
      await expect(
        db()
          .update(togetherBatches)
          .set({ state, ...own })
          .where(eq(togetherBatches.batchId, batchId)),
      ).rejects.toMatchObject({ cause: { constraint: 'together_batches_two_people' } });
  });

  it('of two who settle it at once one is told who was faster, and nothing is released twice', async () => {
    const placed = await some(3);
    const batchId = await propose(placed);
    const both = await Promise.allSettled([
      confirmTogether(desk.colleague, { batchId }, NOW),
      rejectTogether(desk.supervisor, { batchId, note: 'Not these' }, NOW),
    ]);
    const [lost] = both.flatMap((one) => (one.status === 'rejected' ? [one.reason] : []));
    expect(both.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(lost.reasons[0]).toMatchObject({ params: { at: NOW.getTime() } });
    expect(['batch.confirmed', 'batch.rejected']).toContain(lost.reasons[0].code);
    await expectStatisticsToAgree();
  });
});

describe('Rejecting and withdrawing a release together', () => {
  it('leaves everything in the queue, says why, and is told by its audit row', async () => {
    const placed = await some(3);
    const batchId = await propose(placed);
    await expect(rejectTogether(desk.colleague, { batchId, note: '' }, NOW)).rejects.toThrow(InvalidInputError);
    await expect(rejectTogether(desk.analyst, { batchId, note: 'Not these' }, NOW)).rejects.toThrow(ForbiddenError);
    await expect(rejectTogether(desk.stranger, { batchId, note: 'Not these' }, NOW)).rejects.toThrow(NotFoundError);
    await rejectTogether(desk.colleague, { batchId, note: 'Not these' }, NOW);
    expect(await getBatch(desk.officer, batchId)).toMatchObject({ state: 'rejected', settledNote: 'Not these' });
    for (const one of placed)
      expect(await standing(one.consignmentId)).toMatchObject({ status: 'selected', rowVersion: one.rowVersion });
    expect(await auditOfOffice('clearance.reject_together', batchId)).toMatchObject([{ reason: 'Not these' }]);
    expect(await refusalOf(confirmTogether(desk.supervisor, { batchId }, NOW))).toEqual(['batch.rejected']);
  });

  it('is withdrawn by its writer alone, once', async () => {
    const batchId = await propose(await some(3));
    expect(await refusalOf(withdrawTogether(desk.colleague, { batchId }, NOW))).toEqual(['batch.not_own']);
    await expect(withdrawTogether(desk.analyst, { batchId }, NOW)).rejects.toThrow(ForbiddenError);
    await expect(withdrawTogether(desk.stranger, { batchId }, NOW)).rejects.toThrow(NotFoundError);
    const both = await Promise.allSettled([1, 2].map(() => withdrawTogether(desk.officer, { batchId }, NOW)));
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(await auditOfOffice('clearance.withdraw_together', batchId)).toHaveLength(1);
    expect(await refusalOf(confirmTogether(desk.colleague, { batchId }, NOW))).toEqual(['batch.withdrawn']);
  });
});

describe('What two released together', () => {
  it('comes back by either of the two, and by nobody else', async () => {
    const batchId = await propose(await some(3));
    await confirmTogether(desk.colleague, { batchId }, NOW);
    expect(told(await undoTogether(desk.supervisor, { batchId }, minutesLater(1)))).toEqual(
      Array(3).fill(['undo.not_own']),
    );
    expect(told(await undoTogether(desk.colleague, { batchId }, minutesLater(1)))).toEqual(Array(3).fill('done'));
    expect(await statesOf(batchId)).toEqual(['taken_back', 'taken_back', 'taken_back']);
    await expectStatisticsToAgree();
  });
});

describe('Selecting by filter', () => {
  it('gives what may leave up to the limit of the office, with what is passed over between', async () => {
    const { rows } = await listTogether(desk.officer, { ...EMPTY_QUEUE_FILTER, lane: ['yellow', 'red'] }, NOW);
    const fit = rows.filter(({ laneEffective, score }) => laneEffective !== 'red' && score <= 59);
    expect(fit).toHaveLength(5);
    await expect(listTogether(desk.analyst, EMPTY_QUEUE_FILTER, NOW)).rejects.toThrow(ForbiddenError);
    await expect(listTogether(desk.officer, { ...EMPTY_QUEUE_FILTER, officeId: 'BELGG' }, NOW)).rejects.toThrow(
      NotFoundError,
    );
  });
});
