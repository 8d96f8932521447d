import { beforeAll, describe, expect, it } from 'vitest';
import { answerReferral } from '@/db/commands/clearance/answer-referral';
import { holdConsignment } from '@/db/commands/clearance/hold-consignment';
import { liftHold } from '@/db/commands/clearance/lift-hold';
import { orderExamination } from '@/db/commands/clearance/order-examination';
import { referConsignment } from '@/db/commands/clearance/refer-consignment';
import { releaseConsignment } from '@/db/commands/clearance/release-consignment';
import type { Actor } from '@/lib/identity/actor';
import { InvalidInputError, NotFoundError } from '@/lib/kernel/errors';
import { aConsignment, inLane } from '../../support/a-consignment';
import { aDesk, type Desk, minutesLater, NOW, someone } from '../../support/a-desk';
import { describeCommand, refusalOf } from '../../support/command-cases';
import { useDatabase } from '../../support/database';

useDatabase();
let desk: Desk;
beforeAll(async () => {
  desk = await aDesk();
});

const seen = (placed: { consignmentId: string; rowVersion: number }, rowVersion = placed.rowVersion) => ({
  consignmentId: placed.consignmentId,
  rowVersion,
});
const question = { type: 'rfi', question: 'Which model is it?', dueAt: minutesLater(600) } as const;

async function _anExamination(
  ...parts: Parameters<typeof aConsignment> extends [unknown, ...infer Rest] ? Rest : never
) {
  const placed = await aConsignment(desk, inLane('red'), ...parts);
  const { rowVersion, examinationId } = await orderExamination(
    desk.officer,
    { ...seen(placed), kind: 'physical' },
    NOW,
  );
  return { ...placed, rowVersion, examinationId };
}

describeCommand('Placing a hold', {
  desk: () => desk,
  audit: 'clearance.hold',
  event: 'hold_placed',
  prepare: async () => {
    const placed = await aConsignment(desk);
    const act = (actor: Actor) => holdConsignment(actor, { ...seen(placed), ground: 'value_doubt' }, NOW);
    return { consignmentId: placed.consignmentId, act };
  },
  check: (row) => expect(row).toMatchObject({ status: 'selected', openHolds: 1, claimedBy: desk.officer.id }),
});

describeCommand('Lifting a hold', {
  desk: () => desk,
  audit: 'clearance.lift',
  event: 'hold_lifted',
  prepare: async () => {
    const placed = await aConsignment(desk);
    const wish = { ...seen(placed), ground: 'value_doubt' } as const;
    const { rowVersion, holdId } = await holdConsignment(someone('officer', desk.officeId), wish, NOW);
    const act = (actor: Actor) => liftHold(actor, { ...seen(placed, rowVersion), holdId }, minutesLater(60));
    return { consignmentId: placed.consignmentId, act };
  },
  check: (row) => expect(row).toMatchObject({ status: 'selected', openHolds: 0 }),
});

describeCommand('Asking the partner', {
  desk: () => desk,
  audit: 'clearance.refer',
  event: 'referred',
  prepare: async () => {
    const placed = await aConsignment(desk);
    const act = (actor: Actor) => referConsignment(actor, { ...seen(placed), ...question }, NOW);
    return { consignmentId: placed.consignmentId, act };
  },
  check: (row) => expect(row).toMatchObject({ status: 'selected', openReferrals: 1, claimedBy: null }),
});

describeCommand('Answering for the partner', {
  desk: () => desk,
  audit: 'clearance.answer',
  event: 'answered',
  prepare: async () => {
    const placed = await aConsignment(desk);
    const { referralId } = await referConsignment(desk.officer, { ...seen(placed), ...question }, NOW);
    const answer = { consignmentId: placed.consignmentId, referralId, answer: 'Model 7' };
    return { consignmentId: placed.consignmentId, act: (actor) => answerReferral(actor, answer, minutesLater(30)) };
  },
  check: (row) => expect(row).toMatchObject({ openReferrals: 0, isUpdated: false }),
});

describeCommand('Ordering an examination', {
  desk: () => desk,
  audit: 'clearance.examine',
  event: 'examination_ordered',
  prepare: async () => {
    const placed = await aConsignment(desk);
    const act = (actor: Actor) => orderExamination(actor, { ...seen(placed), kind: 'nii' }, NOW);
    return { consignmentId: placed.consignmentId, act };
  },
  check: (row) => expect(row).toMatchObject({ status: 'examination', examinationOutcome: 'ordered', claimedBy: null }),
});

describe('A hold', () => {
  it('keeps the goods from release until it is lifted', async () => {
    const placed = await aConsignment(desk);
    const held = await holdConsignment(desk.officer, { ...seen(placed), ground: 'licence_missing' }, NOW);
    const release = (rowVersion: number) =>
      releaseConsignment(desk.officer, { ...seen(placed, rowVersion), ground: 'licence_produced' }, NOW);
    expect(await refusalOf(release(held.rowVersion))).toEqual(['release.hold_open']);
    const lifted = await liftHold(desk.officer, { ...seen(placed, held.rowVersion), holdId: held.holdId }, NOW);
    expect(await release(lifted.rowVersion)).toMatchObject({ status: 'released' });
  });

  it('is refused in words that name every unknown field', async () => {
    const placed = await aConsignment(desk);
    const odd = { ...seen(placed), ground: 'mood', colour: 'red' } as unknown as Parameters<typeof holdConsignment>[1];
    await expect(holdConsignment(desk.officer, odd, NOW)).rejects.toThrow(InvalidInputError);
  });
});

describe('A question', () => {
  it('is answered by the partner it was put to, and exists for no other', async () => {
    const placed = await aConsignment(desk);
    const { referralId } = await referConsignment(desk.officer, { ...seen(placed), ...question }, NOW);
    const answer = { consignmentId: placed.consignmentId, referralId, answer: 'Model 7' };
    const other = { ...desk.partner, partnerId: '00000000-0000-4000-8000-00000000000f' };
    await expect(answerReferral(other, answer, minutesLater(5))).rejects.toThrow(NotFoundError);
    expect(await answerReferral(desk.partner, answer, minutesLater(5))).toMatchObject({ status: 'selected' });
  });

  it('that is closed tells its partner neither who closed it nor where the consignment stands', async () => {
    const placed = await aConsignment(desk);
    const { referralId } = await referConsignment(desk.officer, { ...seen(placed), ...question }, NOW);
    const answer = { consignmentId: placed.consignmentId, referralId, answer: 'Model 7' };
    await answerReferral(desk.officer, answer, minutesLater(5));
    expect(await refusalOf(answerReferral(desk.colleague, answer, minutesLater(6)))).toEqual(['referral.answered']);
    const late = await answerReferral(desk.partner, answer, minutesLater(6)).catch((error: unknown) => error);
    expect(late).toMatchObject({ reasons: [{ code: 'referral.closed' }] });
    expect(JSON.stringify(late)).not.toContain(desk.officer.name);
  });
});
