import { beforeAll, describe, expect, it } from 'vitest';
import { commentConsignment } from '@/db/commands/clearance/comment-consignment';
import { holdConsignment } from '@/db/commands/clearance/hold-consignment';
import { releaseConsignment } from '@/db/commands/clearance/release-consignment';
import { undoDecision } from '@/db/commands/clearance/undo-decision';
import { trackConsignment } from '@/db/commands/consignment/track-consignment';
import { listOfficers } from '@/db/queries/clearance/list-officers';
import { listOwnActs } from '@/db/queries/clearance/list-own-acts';
import { ForbiddenError, InvalidInputError, NotFoundError } from '@/lib/kernel/errors';
import { aConsignment, withReference } from '../../support/a-consignment';
import { aDesk, type Desk, minutesLater, NOW, withAccount } from '../../support/a-desk';
import { auditOf, standing, timelineOf } from '../../support/command-cases';
import { useDatabase } from '../../support/database';

useDatabase();
let desk: Desk;
beforeAll(async () => {
  desk = await aDesk();
});

const WORDS = 'The importer called: the invoice comes tomorrow';

describe('A comment', () => {
  it('stands on the timeline and in the log, and stales nobody who has the consignment open', async () => {
    const { consignmentId } = await aConsignment(desk, withReference('COMMENTED'));
    const before = await standing(consignmentId);
    await commentConsignment(desk.officer, { consignmentId, words: WORDS }, NOW);
    expect(await standing(consignmentId)).toEqual(before);
    expect(await timelineOf(consignmentId)).toMatchObject([
      { kind: 'commented', actorName: desk.officer.name, values: { note: WORDS } },
    ]);
    expect(await auditOf(consignmentId)).toMatchObject([
      { action: 'clearance.comment', actorId: desk.officer.id, officeId: desk.officeId, reason: null },
    ]);
    expect(JSON.stringify(await trackConsignment(desk.partner, 'COMMENTED', NOW))).not.toContain(WORDS);
  });

  it('is for officers of the office, in words', async () => {
    const { consignmentId } = await aConsignment(desk);
    const wish = { consignmentId, words: WORDS };
    for (const actor of [desk.analyst, desk.partner])
      await expect(commentConsignment(actor, wish, NOW)).rejects.toThrow(ForbiddenError);
    await expect(commentConsignment(desk.stranger, wish, NOW)).rejects.toThrow(NotFoundError);
    await expect(commentConsignment(desk.officer, { ...wish, words: ' ' }, NOW)).rejects.toThrow(InvalidInputError);
    expect(await timelineOf(consignmentId)).toEqual([]);
  });

  it('of two at once both stand, and a decision at the same moment is not lost by them', async () => {
    const { consignmentId, rowVersion } = await aConsignment(desk);
    await Promise.all([
      commentConsignment(desk.officer, { consignmentId, words: WORDS }, NOW),
      commentConsignment(desk.colleague, { consignmentId, words: WORDS }, NOW),
      releaseConsignment(desk.supervisor, { consignmentId, rowVersion, ground: 'documents_in_order' }, NOW),
    ]);
    const kinds = (await timelineOf(consignmentId)).map(({ kind }) => kind).sort();
    expect(kinds).toEqual(['commented', 'commented', 'released']);
  });
});

describe('Recent acts', () => {
  it('are those of the officer, with undo on what can still be taken back, and only there', async () => {
    const own = await aDesk('NLAMS');
    const [left, held] = [await aConsignment(own), await aConsignment(own)];
    const ground = 'documents_in_order';
    const wish = { consignmentId: left.consignmentId, rowVersion: left.rowVersion, ground } as const;
    const released = await releaseConsignment(own.officer, wish, NOW);
    const hold = { consignmentId: held.consignmentId, rowVersion: held.rowVersion, ground: 'value_doubt' } as const;
    await holdConsignment(own.officer, hold, minutesLater(1));
    const acts = await listOwnActs(own.officer, minutesLater(2));
    expect(acts.map(({ kind, status }) => [kind, status])).toEqual([
      ['clearance.hold', 'selected'],
      ['clearance.release', 'released'],
    ]);
    expect(acts.map(({ undo }) => undo?.rowVersion ?? null)).toEqual([null, released.rowVersion]);
    expect(await listOwnActs(own.colleague, minutesLater(2))).toEqual([]);
    await expect(listOwnActs(own.analyst, minutesLater(2))).rejects.toThrow(ForbiddenError);
    // Too late it is listed, and not offered.
    expect((await listOwnActs(own.officer, minutesLater(60)))[1]?.undo).toBeNull();
    await undoDecision(own.officer, { consignmentId: left.consignmentId, rowVersion: released.rowVersion }, NOW);
    const after = await listOwnActs(own.officer, minutesLater(3));
    expect(after.every(({ undo }) => undo === null)).toBe(true);
  });
});

it('Who gives work out sees the officers of the own offices, and nobody else does', async () => {
  await withAccount(desk.colleague);
  const officers = await listOfficers(desk.supervisor);
  expect(officers.map(({ userId }) => userId)).toContain(desk.colleague.id);
  expect(officers.every(({ officeId }) => officeId === desk.officeId)).toBe(true);
  await expect(listOfficers(desk.officer)).rejects.toThrow(ForbiddenError);
});
