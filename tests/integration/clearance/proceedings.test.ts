import { and, eq } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import { answerReferral } from '@/db/commands/clearance/answer-referral';
import { holdConsignment } from '@/db/commands/clearance/hold-consignment';
import { liftHold } from '@/db/commands/clearance/lift-hold';
import { orderExamination } from '@/db/commands/clearance/order-examination';
import { recordExaminationResult } from '@/db/commands/clearance/record-examination-result';
import { referConsignment } from '@/db/commands/clearance/refer-consignment';
import { releaseConsignment } from '@/db/commands/clearance/release-consignment';
import { db } from '@/db/connection';
import { getConsignment } from '@/db/queries/consignment/get-consignment';
import { examinations, partyDays } from '@/db/schema';
import type { Actor } from '@/lib/identity/actor';
import { InvalidInputError, NotFoundError } from '@/lib/kernel/errors';
import { aConsignment, inLane, type Placed, withItems } from '../../support/a-consignment';
import { aDesk, type Desk, minutesLater, NOW, someone } from '../../support/a-desk';
import { describeCommand, expectStatisticsToAgree, refusalOf, standing } from '../../support/command-cases';
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

async function anExamination(
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
  check: (row) => expect(row).toMatchObject({ openReferrals: 0, isUpdated: true }),
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

describeCommand('Recording a result', {
  desk: () => desk,
  audit: 'clearance.record_result',
  event: 'result_recorded',
  prepare: async () => {
    const { examinationId, ...placed } = await anExamination();
    const wish = { ...seen(placed), examinationId, resultCode: 'conform' } as const;
    const act = (actor: Actor) => recordExaminationResult(actor, wish, minutesLater(30));
    return { consignmentId: placed.consignmentId, act };
  },
  check: (row) =>
    expect(row).toMatchObject({ status: 'selected', examinationOutcome: 'conform', claimedBy: desk.officer.id }),
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

describe('A result', () => {
  const record = (placed: Placed & { examinationId: string }, by: Actor, rest: object) =>
    recordExaminationResult(
      by,
      { ...seen(placed), examinationId: placed.examinationId, ...rest } as Parameters<
        typeof recordExaminationResult
      >[1],
      minutesLater(30),
    );

  it('keeps declared and corrected side by side and is worth the difference in charges', async () => {
    const placed = await anExamination(withItems({ value: '12.00' }));
    const corrections = [{ itemNumber: 1, field: 'value', corrected: '112.00' }];
    const { extraChargesMinor } = await record(placed, desk.officer, {
      resultCode: 'undervalued',
      finding: 'Invoice inside says 112.00',
      corrections,
    });
    // 100.00 EUR more at 21 % VAT; the flat duty of the day stays.
    expect(extraChargesMinor).toBe('2100');
    const [row] = await db().select().from(examinations).where(eq(examinations.examinationId, placed.examinationId));
    expect(row?.corrections).toEqual([{ ...corrections[0], declared: '12.00' }]);
    const { corrected } = await getConsignment(desk.officer, placed.consignmentId, minutesLater(31));
    expect(corrected?.intrinsicValue).toMatchObject({
      declared: { amount: '12.00' },
      corrected: { amount: '112.00', currency: 'EUR' },
      difference: { amount: '100.00' },
    });
    expect(corrected?.total.difference.amount).toBe('21.00');
    expect(corrected?.items[0]?.value.amount).toBe('112.00');
    await expectStatisticsToAgree();
  });

  it('is worth less than nothing when too much was declared', async () => {
    const placed = await anExamination(withItems({ value: '112.00' }));
    const corrections = [{ itemNumber: 1, field: 'value', corrected: '12.00' }];
    const finding = 'Price of ten pieces declared for one';
    const result = await record(placed, desk.officer, { resultCode: 'minor_error', finding, corrections });
    expect(result.extraChargesMinor).toBe('-2100');
  });

  it('counts a finding once for sender, recipient and address; what was not done counts nowhere', async () => {
    const count = async () => {
      const rows = await db()
        .select()
        .from(partyDays)
        .where(and(eq(partyDays.day, '2026-11-02')));
      return rows.map(({ kind, examined, findings }) => `${kind} ${examined}/${findings}`).sort();
    };
    await db().delete(partyDays);
    const finding = 'Counterfeit';
    await record(await anExamination(), desk.officer, { resultCode: 'ipr', finding });
    await record(await anExamination(), desk.officer, { resultCode: 'conform' });
    await record(await anExamination(), desk.officer, { resultCode: 'not_done', finding: 'No capacity' });
    expect(await count()).toEqual(['address 2/1', 'recipient 2/1', 'sender 2/1']);
  });

  it('that forbids release is not overridden by a supervisor', async () => {
    const placed = await anExamination();
    const { rowVersion } = await record(placed, desk.supervisor, { resultCode: 'prohibited', finding: 'Ivory' });
    const wish = { ...seen(placed, rowVersion), ground: 'risk_not_confirmed', note: 'Let it go' } as const;
    expect(await refusalOf(releaseConsignment(desk.supervisor, wish, minutesLater(31)))).toEqual([
      'release.prohibited',
    ]);
    expect((await standing(placed.consignmentId)).status).toBe('selected');
  });

  it('of another consignment is not found', async () => {
    const [one, other] = [await anExamination(), await anExamination()];
    const crossed = record({ ...one, examinationId: other.examinationId }, desk.officer, { resultCode: 'conform' });
    await expect(crossed).rejects.toThrow(NotFoundError);
  });
});
