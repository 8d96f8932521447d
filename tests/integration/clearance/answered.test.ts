import { beforeAll, describe, expect, it } from 'vitest';
import { answerReferral } from '@/db/commands/clearance/answer-referral';
import { referConsignment } from '@/db/commands/clearance/refer-consignment';
import { releaseConsignment } from '@/db/commands/clearance/release-consignment';
import { undoDecision } from '@/db/commands/clearance/undo-decision';
import { listQueue } from '@/db/queries/clearance/list-queue';
import { EMPTY_QUEUE_FILTER } from '@/lib/clearance/queue-filter';
import type { Actor } from '@/lib/identity/actor';
import { aConsignment } from '../../support/a-consignment';
import { aDesk, type Desk, minutesLater, NOW } from '../../support/a-desk';
import { useDatabase } from '../../support/database';

useDatabase();
let desk: Desk;
beforeAll(async () => {
  desk = await aDesk();
});

const rfi = { type: 'rfi', question: 'Which model is it?', dueAt: minutesLater(600) } as const;

/** A consignment the officer asked about, and the answer that came. */
async function answered(by: () => Actor) {
  const { consignmentId, rowVersion } = await aConsignment(desk);
  const { referralId } = await referConsignment(desk.officer, { consignmentId, rowVersion, ...rfi }, NOW);
  const answer = { consignmentId, referralId, answer: 'Model 7' };
  const after = await answerReferral(by(), answer, minutesLater(5));
  return { consignmentId, rowVersion: after.rowVersion };
}

async function markOf(consignmentId: string, actor: Actor) {
  const { rows } = await listQueue(actor, EMPTY_QUEUE_FILTER, null, minutesLater(6));
  return rows.find((row) => row.consignmentId === consignmentId)?.answered;
}

describe('An answered question', () => {
  it('marks the row in the queue, for who asked as theirs', async () => {
    const { consignmentId } = await answered(() => desk.partner);
    expect(await markOf(consignmentId, desk.officer)).toBe('self');
    expect(await markOf(consignmentId, desk.colleague)).toBe('other');
  });

  it('marks it when a colleague enters the answer, not when who asked does', async () => {
    expect(await markOf((await answered(() => desk.colleague)).consignmentId, desk.officer)).toBe('self');
    expect(await markOf((await answered(() => desk.officer)).consignmentId, desk.officer)).toBeNull();
  });

  it('marks it for who asked last of those whose question was answered by another', async () => {
    const { consignmentId, rowVersion } = await aConsignment(desk);
    const first = await referConsignment(desk.officer, { consignmentId, rowVersion, ...rfi }, NOW);
    const asked = { ...rfi, consignmentId, rowVersion: first.rowVersion, type: 'rfs' } as const;
    const second = await referConsignment(desk.colleague, asked, minutesLater(1));
    const answer = { consignmentId, answer: 'Model 7' };
    await answerReferral(desk.partner, { ...answer, referralId: first.referralId }, minutesLater(2));
    await answerReferral(desk.colleague, { ...answer, referralId: second.referralId }, minutesLater(3));
    expect(await markOf(consignmentId, desk.officer)).toBe('self');
    expect(await markOf(consignmentId, desk.colleague)).toBe('other');
  });

  it('marks it for everybody whose question was answered by another', async () => {
    const { consignmentId, rowVersion } = await aConsignment(desk);
    const first = await referConsignment(desk.officer, { consignmentId, rowVersion, ...rfi }, NOW);
    const asked = { ...rfi, consignmentId, rowVersion: first.rowVersion, type: 'rfs' } as const;
    const second = await referConsignment(desk.colleague, asked, minutesLater(1));
    const answer = { consignmentId, answer: 'Model 7' };
    await answerReferral(desk.partner, { ...answer, referralId: first.referralId }, minutesLater(2));
    const told = await answerReferral(desk.partner, { ...answer, referralId: second.referralId }, minutesLater(3));
    for (const asker of [desk.officer, desk.colleague]) expect(await markOf(consignmentId, asker)).toBe('self');
    expect(await markOf(consignmentId, desk.supervisor)).toBe('other');
    const wish = { consignmentId, rowVersion: told.rowVersion, ...rfi, dueAt: minutesLater(700) };
    await referConsignment(desk.officer, wish, minutesLater(4));
    const { rows } = await listQueue(desk.colleague, { ...EMPTY_QUEUE_FILTER, tab: 'waiting' }, null, minutesLater(8));
    expect(rows.find((row) => row.consignmentId === consignmentId)?.answered).toBeNull();
  });

  it('marks it no longer once somebody acted on it, nor when that is taken back', async () => {
    const { consignmentId, rowVersion } = await answered(() => desk.partner);
    const wish = { consignmentId, rowVersion, ground: 'answer_sufficient' } as const;
    const released = await releaseConsignment(desk.officer, wish, minutesLater(6));
    await undoDecision(desk.officer, { consignmentId, rowVersion: released.rowVersion, note: null }, minutesLater(7));
    const { rows } = await listQueue(desk.officer, { ...EMPTY_QUEUE_FILTER, tab: 'mine' }, null, minutesLater(8));
    expect(rows.find((row) => row.consignmentId === consignmentId)?.answered).toBeNull();
  });

  it('marks it no longer once another question was asked', async () => {
    const seen = await answered(() => desk.partner);
    await referConsignment(desk.colleague, { ...seen, ...rfi }, minutesLater(6));
    const { rows } = await listQueue(desk.officer, { ...EMPTY_QUEUE_FILTER, tab: 'waiting' }, null, minutesLater(8));
    expect(rows.find((row) => row.consignmentId === seen.consignmentId)?.answered).toBeNull();
  });
});
