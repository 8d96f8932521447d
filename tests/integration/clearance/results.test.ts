import { and, eq } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import { orderExamination } from '@/db/commands/clearance/order-examination';
import { recordExaminationResult } from '@/db/commands/clearance/record-examination-result';
import { releaseConsignment } from '@/db/commands/clearance/release-consignment';
import { db } from '@/db/connection';
import { getConsignment } from '@/db/queries/consignment/get-consignment';
import { examinations, partyDays } from '@/db/schema';
import type { Actor } from '@/lib/identity/actor';
import { NotFoundError } from '@/lib/kernel/errors';
import { aConsignment, inLane, type Placed, withItems } from '../../support/a-consignment';
import { aDesk, type Desk, minutesLater, NOW } from '../../support/a-desk';
import { auditOf, describeCommand, expectStatisticsToAgree, refusalOf, standing } from '../../support/command-cases';
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
const _question = { type: 'rfi', question: 'Which model is it?', dueAt: minutesLater(600) } as const;

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
    expect(corrected?.total.difference?.amount).toBe('21.00');
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

  it('adds nothing that is known where the corrected values leave the duty open, and says so', async () => {
    const placed = await anExamination(withItems({ value: '12.00' }));
    const corrections = [
      { itemNumber: 1, field: 'value', corrected: '2000.00' },
      { itemNumber: 1, field: 'commodity_code', corrected: '999999' },
    ];
    const finding = 'Another thing, without a rate';
    const result = await record(placed, desk.officer, { resultCode: 'misclassified', finding, corrections });
    expect(result.extraChargesMinor).toBeNull();
    const { corrected, examinations: shown } = await getConsignment(
      desk.officer,
      placed.consignmentId,
      minutesLater(31),
    );
    expect(corrected).toMatchObject({ duty: { difference: null }, total: { difference: null } });
    expect(corrected?.intrinsicValue.difference?.amount).toBe('1988.00');
    expect(shown).toMatchObject([{ extraCharges: null }]);
    const row = (await auditOf(placed.consignmentId)).find(({ action }) => action === 'clearance.record_result');
    expect(row).toMatchObject({ reason: finding, details: { extraChargesOpen: true } });
    expect(row?.details.corrected).toEqual([
      '1 value: 12.00 → 2000.00',
      expect.stringMatching(/^1 commodity_code: \S+ → 999999$/),
    ]);
    expect(row?.details).not.toHaveProperty('extraChargesMinor');
    await expectStatisticsToAgree();
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
