import { beforeAll, describe, expect, it } from 'vitest';
import { answerReferral } from '@/db/commands/clearance/answer-referral';
import { holdConsignment } from '@/db/commands/clearance/hold-consignment';
import { liftHold } from '@/db/commands/clearance/lift-hold';
import { orderExamination } from '@/db/commands/clearance/order-examination';
import { referConsignment } from '@/db/commands/clearance/refer-consignment';
import { releaseConsignment } from '@/db/commands/clearance/release-consignment';
import { withdrawReferral } from '@/db/commands/clearance/withdraw-referral';
import { attachFile } from '@/db/commands/consignment/attach-file';
import { trackConsignment } from '@/db/commands/consignment/track-consignment';
import { countOpenQuestions } from '@/db/queries/consignment/count-open-questions';
import { getConsignment } from '@/db/queries/consignment/get-consignment';
import { listAttachments } from '@/db/queries/consignment/list-attachments';
import type { Actor } from '@/lib/identity/actor';
import { InvalidInputError, NotFoundError } from '@/lib/kernel/errors';
import { aConsignment, inLane, withReference } from '../../support/a-consignment';
import { aDesk, type Desk, minutesLater, NOW, someone } from '../../support/a-desk';
import { sent } from '../../support/a-file';
import { auditOf, describeCommand, refusalOf } from '../../support/command-cases';
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

describeCommand('Withdrawing a question', {
  desk: () => desk,
  audit: 'clearance.withdraw_referral',
  event: 'referral_withdrawn',
  prepare: async () => {
    const placed = await aConsignment(desk);
    const asked = await referConsignment(desk.officer, { ...seen(placed), ...question }, NOW);
    const wish = { ...seen(placed, asked.rowVersion), referralId: asked.referralId, note: 'Found in the listing' };
    return { consignmentId: placed.consignmentId, act: (actor) => withdrawReferral(actor, wish, minutesLater(30)) };
  },
  check: (row) => expect(row).toMatchObject({ status: 'selected', openReferrals: 0, claimedBy: null }),
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

  it('answered by its partner is answered again in the same words without a change, and in no others', async () => {
    const placed = await aConsignment(desk);
    const { consignmentId } = placed;
    const { referralId } = await referConsignment(desk.officer, { ...seen(placed), ...question }, NOW);
    const answer = { consignmentId, referralId, answer: 'Model 7' };
    const first = await answerReferral(desk.partner, answer, minutesLater(5));
    const audits = (await auditOf(consignmentId)).length;
    expect(await answerReferral(desk.partner, answer, minutesLater(6))).toEqual(first);
    expect(await auditOf(consignmentId)).toHaveLength(audits);
    const [told] = (await getConsignment(desk.officer, consignmentId, minutesLater(7))).referrals;
    expect(told?.answeredAt).toBe(minutesLater(5).toISOString());
    const other = { ...answer, answer: 'Model 8' };
    expect(await refusalOf(answerReferral(desk.partner, other, minutesLater(7)))).toEqual(['referral.closed']);
    expect(await refusalOf(answerReferral(desk.officer, answer, minutesLater(7)))).toEqual(['referral.answered']);
  });

  it('of the catalogue is kept as it read, with own words after it, and only under its own kind', async () => {
    const placed = await aConsignment(desk);
    const wish = {
      type: 'documents',
      questionCode: 'invoice',
      question: 'In English.',
      dueAt: minutesLater(600),
    } as const;
    await referConsignment(desk.officer, { ...seen(placed), ...wish }, NOW);
    const { referrals } = await getConsignment(desk.officer, placed.consignmentId, minutesLater(1));
    expect(referrals[0]?.question).toBe('Please attach the invoice for the goods.\n\nIn English.');
    const other = await aConsignment(desk);
    const ask = (changes: object) =>
      refusalOf(referConsignment(desk.officer, { ...seen(other), ...wish, ...changes }, NOW));
    expect(await ask({ type: 'rfi' })).toEqual(['referral.other_kind']);
    expect(await ask({ questionCode: null, question: ' ' })).toEqual(['referral.nothing_asked']);
  });

  it('that is overdue is still answered, and told as answered late; the clock lay with the partner', async () => {
    const placed = await aConsignment(desk, withReference('LATE'));
    const due = { ...question, dueAt: minutesLater(60) };
    const { referralId } = await referConsignment(desk.officer, { ...seen(placed), ...due }, NOW);
    const stateAt = async (minutes: number) =>
      (await getConsignment(desk.officer, placed.consignmentId, minutesLater(minutes))).referrals[0]?.state;
    expect([await stateAt(59), await stateAt(61)]).toEqual(['open', 'overdue']);
    const answer = { consignmentId: placed.consignmentId, referralId, answer: 'Model 7' };
    await answerReferral(desk.partner, answer, minutesLater(90));
    expect(await stateAt(91)).toBe('answered_late');
    const [told] = (await trackConsignment(desk.partner, 'LATE', minutesLater(91))).referrals;
    expect(told).toMatchObject({ state: 'answered_late', answer: 'Model 7' });
  });

  it('that was withdrawn waits for nobody, and neither its reason nor its officer is told to the partner', async () => {
    const placed = await aConsignment(desk, withReference('BACK'));
    const before = await countOpenQuestions(desk.partner);
    const asked = await referConsignment(desk.officer, { ...seen(placed), ...question }, NOW);
    expect(await countOpenQuestions(desk.partner)).toBe(before + 1);
    const { referralId } = asked;
    const wish = { ...seen(placed, asked.rowVersion), referralId, note: 'Smuggler known to us' };
    const { rowVersion } = await withdrawReferral(desk.colleague, wish, minutesLater(5));
    expect(await countOpenQuestions(desk.partner)).toBe(before);
    const told = await trackConsignment(desk.partner, 'BACK', minutesLater(6));
    expect(told.referrals).toMatchObject([{ referralId, state: 'withdrawn' }]);
    expect(JSON.stringify(told)).not.toMatch(/Smuggler|Kaya|Moreau/);
    const answer = { consignmentId: placed.consignmentId, referralId, answer: 'Model 7' };
    expect(await refusalOf(answerReferral(desk.partner, answer, minutesLater(7)))).toEqual(['referral.closed']);
    expect(await refusalOf(answerReferral(desk.officer, answer, minutesLater(7)))).toEqual(['referral.withdrawn']);
    const again = { ...wish, rowVersion };
    expect(await refusalOf(withdrawReferral(desk.officer, again, minutesLater(8)))).toEqual(['referral.withdrawn']);
    expect(await referConsignment(desk.officer, { ...seen(placed, rowVersion), ...question }, NOW)).toHaveProperty(
      'referralId',
    );
  });

  it('takes files of the partner until it is answered, each told with the question', async () => {
    const placed = await aConsignment(desk, withReference('FILES'));
    const { referralId } = await referConsignment(desk.officer, { ...seen(placed), ...question }, NOW);
    const { consignmentId } = placed;
    const input = { consignmentId, kind: 'invoice', referral: referralId } as const;
    await attachFile(desk.partner, input, sent('Invoice 7'), minutesLater(1));
    const [file] = await listAttachments(desk.officer, consignmentId);
    expect(file?.referralId).toBe(referralId);
    await answerReferral(desk.partner, { consignmentId, referralId, answer: 'See the invoice' }, minutesLater(2));
    const late = attachFile(desk.partner, input, sent('Invoice 8'), minutesLater(3));
    expect(await refusalOf(late)).toEqual(['referral.closed']);
    const unknown = { ...input, referral: '00000000-0000-4000-8000-000000000000' };
    await expect(attachFile(desk.partner, unknown, sent('Invoice 9'), minutesLater(3))).rejects.toThrow(NotFoundError);
  });
});
