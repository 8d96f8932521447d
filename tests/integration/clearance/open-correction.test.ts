import { and, eq } from 'drizzle-orm';
import { beforeAll, expect, it } from 'vitest';
import { orderExamination } from '@/db/commands/clearance/order-examination';
import { recordExaminationResult } from '@/db/commands/clearance/record-examination-result';
import { db } from '@/db/connection';
import { getConsignment } from '@/db/queries/consignment/get-consignment';
import { auditLog, examinations } from '@/db/schema';
import { ledgerEntry } from '@/db/statistics';
import { inTransaction } from '@/db/transaction';
import { openCharges } from '@/lib/revenue/open-charges';
import { aConsignment, type Placed, underRegime, withItems } from '../../support/a-consignment';
import { aDesk, type Desk, minutesLater } from '../../support/a-desk';
import { expectStatisticsToAgree, standing } from '../../support/command-cases';
import { useDatabase } from '../../support/database';

useDatabase();
let desk: Desk;
beforeAll(async () => {
  desk = await aDesk();
});

/** A code of a chapter the tariff has no rate for. */
const WITHOUT_RATE = '770100';

async function found(
  placed: Placed,
  minutes: number,
  ...corrected: [field: 'value' | 'commodity_code', value: string][]
) {
  const seen = async () => ({
    consignmentId: placed.consignmentId,
    rowVersion: (await standing(placed.consignmentId)).rowVersion,
  });
  const { examinationId } = await orderExamination(
    desk.officer,
    { ...(await seen()), kind: 'physical' },
    minutesLater(minutes),
  );
  const corrections = corrected.map(([field, value]) => ({ itemNumber: 1, field, corrected: value }));
  const result = {
    examinationId,
    resultCode: 'minor_error',
    finding: 'The invoice says more.',
    corrections,
  } as const;
  return recordExaminationResult(desk.officer, { ...(await seen()), ...result }, minutesLater(minutes + 1));
}

it('a correction that leaves the duty open says no amount anywhere, and the one that closes it says the whole', async () => {
  const placed = await aConsignment(desk, underRegime('entry'), withItems({ value: '12.00', commodityCode: '620520' }));
  const first = await found(placed, 1, ['value', '400.00'], ['commodity_code', WITHOUT_RATE]);
  expect(first.extraChargesMinor).toBeNull();

  const detail = await getConsignment(desk.officer, placed.consignmentId, minutesLater(3));
  expect(detail.examinations.map(({ extraCharges }) => extraCharges)).toEqual([null]);
  expect(openCharges(detail.corrected?.chargeLines ?? []).map(({ charge }) => charge)).toEqual(['duty', 'vat']);
  const [row] = await db()
    .select()
    .from(auditLog)
    .where(and(eq(auditLog.subjectId, placed.consignmentId), eq(auditLog.action, 'clearance.record_result')));
  expect(row?.details).toMatchObject({ extraChargesOpen: true });
  const counted = await inTransaction((tx) => ledgerEntry(tx, placed.consignmentId, placed.receivedOn));
  expect(counted.extraChargesMinor).toBe(0n);

  // 12.00 became 400.00 of cotton: 12 % duty in place of the flat one, and 21 % VAT on both.
  const second = await found(placed, 4, ['commodity_code', '610910']);
  const { corrected } = await getConsignment(desk.officer, placed.consignmentId, minutesLater(6));
  expect(second.extraChargesMinor).toBe(corrected?.total.difference?.amount.replace('.', ''));
  const recorded = await db().select().from(examinations).where(eq(examinations.consignmentId, placed.consignmentId));
  expect(recorded.map(({ extraChargesMinor }) => extraChargesMinor)).toContain(null);
  await expectStatisticsToAgree();
});
