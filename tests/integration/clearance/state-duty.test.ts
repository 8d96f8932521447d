import { sql } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import { orderExamination } from '@/db/commands/clearance/order-examination';
import { recordExaminationResult } from '@/db/commands/clearance/record-examination-result';
import { releaseConsignment } from '@/db/commands/clearance/release-consignment';
import { stateDuty } from '@/db/commands/clearance/state-duty';
import { trackConsignment } from '@/db/commands/consignment/track-consignment';
import { db } from '@/db/connection';
import { getResponse, listResponses } from '@/db/queries/answers/consignment-responses';
import { getConsignment } from '@/db/queries/consignment/get-consignment';
import { lookedAt } from '@/db/queries/statistics/looked-at';
import { ledgerEntry } from '@/db/statistics';
import { inTransaction } from '@/db/transaction';
import type { WishedCorrection } from '@/lib/clearance/decide-result';
import type { Actor } from '@/lib/identity/actor';
import { openCharges } from '@/lib/revenue/open-charges';
import { EMPTY_STATISTICS_FILTER } from '@/lib/statistics/filter';
import { aConsignment, type Placed, underRegime, withItems } from '../../support/a-consignment';
import { aDesk, type Desk, minutesLater } from '../../support/a-desk';
import { auditOf, describeCommand, expectStatisticsToAgree, refusalOf, standing } from '../../support/command-cases';
import { useDatabase } from '../../support/database';
import { readXml, textsAt } from '../../support/read-xml';

useDatabase();
let desk: Desk;
beforeAll(async () => {
  desk = await aDesk();
});

/** A code of a chapter the tariff has no rate for. */
const WITHOUT_RATE = '770100';
const GROUND = 'Regulation (EEC) No 2658/87, Annex I: 30 EUR a piece, one piece';

/** 400.00 EUR under a code without a rate: duty open as declared. */
const openAsDeclared = () =>
  aConsignment(desk, underRegime('entry'), withItems({ value: '400.00', commodityCode: WITHOUT_RATE }));
const seen = async ({ consignmentId }: Pick<Placed, 'consignmentId'>) => ({
  consignmentId,
  rowVersion: (await standing(consignmentId)).rowVersion,
});
const state = async (placed: Placed, amount: string, minutes: number, by: Actor = desk.officer) =>
  stateDuty(by, { ...(await seen(placed)), itemNumber: 1, amount, ground: GROUND }, minutesLater(minutes));
async function correct(placed: Placed, minutes: number, ...corrections: WishedCorrection[]) {
  const ordered = { ...(await seen(placed)), kind: 'physical' } as const;
  const { examinationId } = await orderExamination(desk.officer, ordered, minutesLater(minutes));
  const result = { resultCode: 'minor_error', finding: 'Other goods.', corrections } as const;
  const wish = { ...(await seen(placed)), examinationId, ...result };
  return recordExaminationResult(desk.officer, wish, minutesLater(minutes + 1));
}
const extraOf = async ({ consignmentId, receivedOn }: Placed) =>
  (await inTransaction((tx) => ledgerEntry(tx, consignmentId, receivedOn))).extraChargesMinor;

/** What the measures of effectiveness and the estimates read of a consignment that was looked at. */
async function lookedAtOf({ consignmentId, receivedOn }: Placed) {
  const period = { from: receivedOn, to: receivedOn };
  const { rows } = await db().execute(sql`with ${lookedAt(desk.analyst, EMPTY_STATISTICS_FILTER, period)}
    select extra_minor::int as extra, is_open from looked_at where consignment_id = ${consignmentId}`);
  return rows[0];
}

describeCommand('Stating a duty', {
  desk: () => desk,
  audit: 'clearance.state_duty',
  event: 'duty_stated',
  prepare: async () => {
    const placed = await openAsDeclared();
    const wish = { ...(await seen(placed)), itemNumber: 1, amount: '30.00', ground: GROUND };
    return { consignmentId: placed.consignmentId, act: (actor) => stateDuty(actor, wish, minutesLater(1)) };
  },
  check: (row) => expect(row).toMatchObject({ status: 'selected', claimedBy: desk.officer.id }),
});

describe('A stated duty', () => {
  it('closes what the assessment left open, VAT on top of it, and counts in page, audit and statistics', async () => {
    const placed = await openAsDeclared();
    // 21 % of 400.00 was all that could be assessed; now 30.00 and 21 % of it are added.
    expect((await state(placed, '30.00', 1)).extraChargesMinor).toBe('3630');
    const { corrected, statedDuties } = await getConsignment(desk.officer, placed.consignmentId, minutesLater(2));
    expect(openCharges(corrected?.chargeLines ?? [])).toEqual([]);
    expect(corrected).toMatchObject({
      duty: { corrected: { amount: '30.00' } },
      vat: { corrected: { amount: '90.30' } },
    });
    expect(statedDuties).toMatchObject([{ itemNumber: 1, amount: { amount: '30.00' }, ground: GROUND }]);
    const row = (await auditOf(placed.consignmentId)).find(({ action }) => action === 'clearance.state_duty');
    expect(row).toMatchObject({ reason: GROUND, details: { item: 1, amountMinor: '3000', extraChargesMinor: '3630' } });
    expect(await extraOf(placed)).toBe(3_630n);
    // A later one takes its place.
    expect((await state(placed, '20', 3)).extraChargesMinor).toBe('-1210');
    expect(await extraOf(placed)).toBe(2_420n);
    await expectStatisticsToAgree();
  });

  it('closes what a correction left open, and falls away with the goods it was worked out for', async () => {
    const placed = await aConsignment(
      desk,
      underRegime('entry'),
      withItems({ value: '400.00', commodityCode: '610910' }),
    );
    expect(await refusalOf(state(placed, '30.00', 1))).toEqual(['duty.not_open']);
    const without = { itemNumber: 1, field: 'commodity_code', corrected: WITHOUT_RATE } as const;
    expect((await correct(placed, 2, without)).extraChargesMinor).toBeNull();
    expect(await lookedAtOf(placed)).toEqual({ extra: 0, is_open: true });
    // Declared as cotton, 12 %: 48.00 of duty and 94.08 of VAT; now 30.00 and 90.30.
    expect((await state(placed, '30.00', 4)).extraChargesMinor).toBe('-2178');
    expect(await lookedAtOf(placed)).toEqual({ extra: -2_178, is_open: false });
    const more = { itemNumber: 1, field: 'value', corrected: '800.00' } as const;
    expect((await correct(placed, 5, more)).extraChargesMinor).toBeNull();
    const { corrected } = await getConsignment(desk.officer, placed.consignmentId, minutesLater(7));
    expect(openCharges(corrected?.chargeLines ?? []).map(({ charge }) => charge)).toEqual(['duty', 'vat']);
    expect(await lookedAtOf(placed)).toEqual({ extra: -2_178, is_open: true });
    await expectStatisticsToAgree();
  });

  it('is told with the release by it, which alone is possible', async () => {
    const placed = await openAsDeclared();
    await state(placed, '30.00', 1);
    const { reference } = await standing(placed.consignmentId);
    const plain = { ...(await seen(placed)), ground: 'documents_in_order' } as const;
    expect(await refusalOf(releaseConsignment(desk.officer, plain, minutesLater(2)))).toEqual(['release.duty_stated']);
    const release = { ...plain, kind: 'release_with_correction', ground: 'correction_settled' } as const;
    await releaseConsignment(desk.officer, release, minutesLater(2));
    const { charges } = await trackConsignment(desk.partner, reference, minutesLater(3));
    expect(charges).toMatchObject({ basis: 'corrected', open: [], duty: '30.00', total: '120.30' });
    const told = await listResponses(desk.partner, reference, minutesLater(4));
    const tax = told.findLast(({ kind }) => kind === 'tax')?.responseId ?? '';
    const { xml } = await getResponse(desk.partner, reference, tax, minutesLater(4));
    expect(textsAt(readXml(xml), 'Response/Declaration/DutyTaxFee/Payment/PaymentAmount')).toEqual(['120.30']);
    expect(xml).not.toContain(GROUND);
  });
});
