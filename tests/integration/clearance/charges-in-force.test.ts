import { parse } from 'csv-parse/sync';
import { beforeAll, expect, it } from 'vitest';
import { orderExamination } from '@/db/commands/clearance/order-examination';
import { recordExaminationResult } from '@/db/commands/clearance/record-examination-result';
import { releaseConsignment } from '@/db/commands/clearance/release-consignment';
import { stateDuty } from '@/db/commands/clearance/state-duty';
import { db } from '@/db/connection';
import { listQueue } from '@/db/queries/clearance/list-queue';
import { chargesInForce } from '@/db/queries/consignment/charges-in-force';
import { exportEffectiveness, exportItems } from '@/db/queries/statistics/export-lines';
import { getEffectiveness } from '@/db/queries/statistics/get-effectiveness';
import { listGoodsItems } from '@/db/queries/statistics/list-goods-items';
import { parseQueueFilter } from '@/lib/clearance/queue-filter';
import { dayOf } from '@/lib/kernel/dates';
import { parseStatisticsFilter, resolveFilter } from '@/lib/statistics/filter';
import { aConsignment, type Placed, underRegime, withItems } from '../../support/a-consignment';
import { aDesk, type Desk, minutesLater, NOW } from '../../support/a-desk';
import { standing } from '../../support/command-cases';
import { useDatabase } from '../../support/database';
import { WORDS } from '../../support/exported-file';

useDatabase();
let desk: Desk;
/** Cotton, known; cotton corrected to a code without a rate, open; that again, and its duty entered. */
let placed: { known: Placed; open: Placed; stated: Placed };
const WITHOUT_RATE = '770100';

async function examined(corrected = WITHOUT_RATE): Promise<Placed> {
  const one = await aConsignment(desk, underRegime('entry'), withItems({ value: '400.00', commodityCode: '610910' }));
  const { examinationId, rowVersion } = await orderExamination(
    desk.officer,
    { ...(await seen(one)), kind: 'physical' },
    NOW,
  );
  const corrections = [{ itemNumber: 1, field: 'commodity_code' as const, corrected }];
  const result = { resultCode: 'misclassified', finding: 'Other goods.', corrections } as const;
  await recordExaminationResult(
    desk.officer,
    { consignmentId: one.consignmentId, rowVersion, examinationId, ...result },
    minutesLater(1),
  );
  return one;
}
const seen = async ({ consignmentId }: Placed) => ({
  consignmentId,
  rowVersion: (await standing(consignmentId)).rowVersion,
});

beforeAll(async () => {
  desk = await aDesk();
  const known = await aConsignment(desk, underRegime('entry'), withItems({ value: '400.00', commodityCode: '610910' }));
  const [open, stated] = [await examined(), await examined()];
  const wish = { ...(await seen(stated)), itemNumber: 1, amount: '30.00', ground: 'Regulation X: 30 EUR' };
  await stateDuty(desk.officer, wish, minutesLater(2));
  placed = { known, open, stated };
});

async function linesOf(file: AsyncGenerator<string>): Promise<Record<string, string>[]> {
  let text = '';
  for await (const line of file) text += line;
  return parse(text, { columns: true });
}

const FILTER = parseStatisticsFilter({ period: 'last30' });
const RESOLVED = resolveFilter(FILTER, dayOf(NOW));

it('the queue shows the charges in force, and the word where a correction left them open', async () => {
  const pages = await Promise.all(
    ['new', 'mine'].map((tab) => listQueue(desk.officer, parseQueueFilter({ tab }), null, minutesLater(3))),
  );
  const shown = (of: Placed) => {
    const row = pages.flatMap(({ rows }) => rows).find(({ consignmentId }) => consignmentId === of.consignmentId);
    return [row?.hasOpenCharges, row?.charges.amount];
  };
  // 48.00 of duty and 21 % of 448.00; 30.00 and 21 % of 430.00.
  expect(shown(placed.known)).toEqual([false, '142.08']);
  expect(shown(placed.open)[0]).toBe(true);
  expect(shown(placed.stated)).toEqual([false, '120.30']);
});

it('the list of goods items and its file show the same, beside what was assessed', async () => {
  const { rows } = await listGoodsItems(desk.analyst, FILTER, RESOLVED.period, null);
  const of = (one: Placed) => rows.find(({ consignmentId }) => consignmentId === one.consignmentId)?.inForce;
  expect(of(placed.known)?.duty).toEqual({ minor: 4_800n, isOpen: false });
  expect(of(placed.open)).toMatchObject({ duty: { isOpen: true }, vat: { isOpen: true } });
  expect(of(placed.stated)).toEqual({ duty: { minor: 3_000n, isOpen: false }, vat: { minor: 9_030n, isOpen: false } });

  const lines = await linesOf(exportItems(desk.analyst, FILTER, dayOf(NOW), WORDS));
  const charges = lines.map((line) =>
    [line.duty_eur, line.vat_eur, line.assessed_duty_eur, line.assessed_vat_eur].join(),
  );
  expect(charges.sort()).toEqual(['30.00,90.30,48.00,94.08', '48.00,94.08,48.00,94.08', 'open,open,48.00,94.08']);
});

it('statistics say beside the extra charges how many are open, and no more once the duty is entered', async () => {
  const found = await getEffectiveness(desk.analyst, FILTER, RESOLVED);
  // 120.30 in the place of 142.08.
  expect(found).toMatchObject({ extraChargesMinor: -2_178n, extraChargesOpen: 1 });
  const [file] = await linesOf(exportEffectiveness(desk.analyst, FILTER, dayOf(NOW), WORDS));
  expect(file).toMatchObject({ findings: '2', extra_charges_eur: '-21.78', extra_charges_open: '1' });
  for (const filter of [{ chapter: '95' }, { reason: 'random' }, { outcome: 'released' }]) {
    const narrowed = parseStatisticsFilter({ period: 'last30', ...filter });
    expect((await getEffectiveness(desk.analyst, narrowed, RESOLVED)).extraChargesOpen).toBe(0);
  }

  const wish = { ...(await seen(placed.open)), itemNumber: 1, amount: '48.00', ground: 'Regulation X: 12 %' };
  await stateDuty(desk.officer, wish, minutesLater(5));
  expect(await getEffectiveness(desk.analyst, FILTER, RESOLVED)).toMatchObject({
    extraChargesMinor: -2_178n,
    extraChargesOpen: 0,
  });
});

it('what was released as declared is charged as declared, what was released with correction as found', async () => {
  const [plain, corrected] = [await examined('640411'), await examined('640411')];
  const totals = async () => {
    const charges = await chargesInForce(db(), [plain, corrected]);
    return [plain, corrected].map(({ consignmentId }) => charges.get(consignmentId)?.total.minor);
  };
  // 16.9 % of 400.00 and 21 % of 467.60, as long as nobody has decided.
  expect(await totals()).toEqual([16_580n, 16_580n]);
  const declared = { ground: 'risk_not_confirmed', note: 'The finding is too small to settle.' } as const;
  await releaseConsignment(desk.officer, { ...(await seen(plain)), ...declared }, minutesLater(6));
  const settled = { kind: 'release_with_correction', ground: 'correction_settled' } as const;
  await releaseConsignment(desk.officer, { ...(await seen(corrected)), ...settled }, minutesLater(6));
  expect(await totals()).toEqual([14_208n, 16_580n]);
});
