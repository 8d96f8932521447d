import { randomUUID } from 'node:crypto';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { balanceWork } from '@/db/commands/clearance/balance-work';
import { claimConsignment } from '@/db/commands/clearance/claim-consignment';
import { db } from '@/db/connection';
import { workBalance } from '@/db/queries/clearance/work-balance';
import { clearances, sessions } from '@/db/schema';
import { ForbiddenError, InvalidInputError } from '@/lib/kernel/errors';
import { aConsignment, arrivingAt } from '../../support/a-consignment';
import { aDesk, type Desk, minutesLater, NOW, someone, withAccount } from '../../support/a-desk';
import { auditOf, standing } from '../../support/command-cases';
import { useDatabase } from '../../support/database';

useDatabase();
let desk: Desk;
const [OFFICE, ELSEWHERE] = ['NLRTM', 'BELGG'];
beforeAll(async () => {
  desk = await aDesk(OFFICE, ELSEWHERE);
  for (const one of [desk.officer, desk.colleague, desk.supervisor]) await withAccount(one);
  const seen = (userId: string, minutes: number) => ({
    ...{ id: randomUUID(), userId, officeId: OFFICE },
    ...{ createdAt: minutesLater(-600), lastSeenAt: minutesLater(minutes), expiresAt: minutesLater(600) },
  });
  await db()
    .insert(sessions)
    .values([seen(desk.officer.id, -90), seen(desk.colleague.id, -1), seen(desk.supervisor.id, -1)]);
});
beforeEach(async () => {
  await db().delete(clearances);
});

const reassigned = async (id: string) => (await auditOf(id)).filter(({ action }) => action === 'clearance.reassign');

/** One claimed by an officer who is away, one free and due within the shift. */
async function twoToMove() {
  const placed = await aConsignment(desk, arrivingAt(minutesLater(60)));
  await claimConsignment(desk.officer, { consignmentId: placed.consignmentId, rowVersion: 1 }, NOW);
  const free = await aConsignment(desk, arrivingAt(minutesLater(90)));
  await aConsignment(desk, arrivingAt(minutesLater(60 * 24)));
  const moves = (await workBalance(desk.supervisor, NOW)).map(({ consignmentId, rowVersion, toUserId }) => ({
    ...{ consignmentId, rowVersion, toUserId },
  }));
  return { claimedId: placed.consignmentId, freeId: free.consignmentId, moves };
}

describe('Balancing the work of an office', () => {
  it('suggests moves to who is on duty, and makes them in one act with an audit row each', async () => {
    const { claimedId, freeId, moves } = await twoToMove();
    expect(await workBalance(desk.supervisor, NOW)).toMatchObject([
      { consignmentId: claimedId, fromName: desk.officer.name, toName: desk.colleague.name, because: 'holder_away' },
      { consignmentId: freeId, fromName: null, toName: desk.colleague.name, because: 'due_unclaimed' },
    ]);
    const outcomes = await balanceWork(desk.supervisor, { moves, note: 'A. Kaya has gone home' }, NOW);
    expect(outcomes.map((one) => 'changed' in one)).toEqual([true, true]);
    for (const [id, from] of [
      [claimedId, desk.officer.id],
      [freeId, null],
    ] as const) {
      expect(await standing(id)).toMatchObject({ claimedBy: desk.colleague.id });
      expect(await reassigned(id)).toMatchObject([
        { actorId: desk.supervisor.id, reason: 'A. Kaya has gone home', details: { from, to: desk.colleague.id } },
      ]);
    }
    expect(await workBalance(desk.supervisor, NOW)).toEqual([]);
  });

  it('is for supervisors, and wants a reason and moves that name a consignment once', async () => {
    const { moves } = await twoToMove();
    const [move] = moves;
    if (!move) throw new Error('nothing to move');
    await expect(balanceWork(desk.officer, { moves, note: 'Mine' }, NOW)).rejects.toThrow(ForbiddenError);
    await expect(workBalance(desk.officer, NOW)).rejects.toThrow(ForbiddenError);
    await expect(balanceWork(desk.supervisor, { moves, note: '' }, NOW)).rejects.toThrow(InvalidInputError);
    await expect(balanceWork(desk.supervisor, { moves: [move, move], note: 'Twice' }, NOW)).rejects.toThrow(
      InvalidInputError,
    );
  });

  it('finds nothing of another office, and moves nothing there or to somebody of elsewhere', async () => {
    const { moves, freeId } = await twoToMove();
    const stranger = someone('supervisor', ELSEWHERE);
    expect(await workBalance(stranger, NOW)).toEqual([]);
    const refused = await balanceWork(stranger, { moves, note: 'Of elsewhere' }, NOW);
    expect(refused.map((one) => 'reasons' in one && one.reasons[0]?.code)).toEqual(['not_found', 'not_found']);
    const toStranger = moves.map((move) => ({ ...move, toUserId: stranger.id }));
    const unknown = await balanceWork(desk.supervisor, { moves: toStranger, note: 'To elsewhere' }, NOW);
    expect(unknown.map((one) => 'reasons' in one && one.reasons[0]?.code)).toEqual(
      Array(2).fill('claim.unknown_officer'),
    );
    expect(await standing(freeId)).toMatchObject({ claimedBy: null });
  });

  it('leaves one that was claimed meanwhile with who was faster, and moves the others', async () => {
    const { claimedId, freeId, moves } = await twoToMove();
    await claimConsignment(desk.colleague, { consignmentId: freeId, rowVersion: 1 }, NOW);
    const outcomes = await balanceWork(desk.supervisor, { moves, note: 'Shift change' }, NOW);
    expect(outcomes.map((one) => ('reasons' in one ? one.reasons[0]?.code : 'done'))).toEqual(['done', 'claim.held']);
    expect(await standing(claimedId)).toMatchObject({ claimedBy: desk.colleague.id });
    expect(await reassigned(freeId)).toEqual([]);
  });
});
