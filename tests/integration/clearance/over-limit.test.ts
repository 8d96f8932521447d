import { eq } from 'drizzle-orm';
import { beforeAll, expect, it } from 'vitest';
import { orderExamination } from '@/db/commands/clearance/order-examination';
import { recordExaminationResult } from '@/db/commands/clearance/record-examination-result';
import { releaseConsignment } from '@/db/commands/clearance/release-consignment';
import { db } from '@/db/connection';
import { lookAndRelease } from '@/db/demo/look-and-release';
import { getConsignment } from '@/db/queries/consignment/get-consignment';
import { consignments } from '@/db/schema';
import { aConsignment, inLane, underScheme, withItems } from '../../support/a-consignment';
import { aDesk, type Desk, minutesLater, NOW } from '../../support/a-desk';
import { expectStatisticsToAgree, refusalOf } from '../../support/command-cases';
import { useDatabase } from '../../support/database';

useDatabase();
let desk: Desk;
beforeAll(async () => {
  desk = await aDesk();
});

it('a corrected value above the limit of a low-value declaration changes category, charges and scheme, and waits for a standard one', async () => {
  const goods = withItems({ value: '120.00', commodityCode: '610910' });
  const placed = await aConsignment(desk, inLane('red'), underScheme('IM5281234567'), goods);
  const { consignmentId, rowVersion } = placed;
  const ordered = await orderExamination(desk.officer, { consignmentId, rowVersion, kind: 'physical' }, NOW);
  const corrections = [{ itemNumber: 1, field: 'value' as const, corrected: '180.00' }];
  const finding = 'Invoice inside says 180.00';
  const { rowVersion: seenVersion, examinationId } = ordered;
  const found = { resultCode: 'undervalued', finding, corrections } as const;
  const recorded = await recordExaminationResult(
    desk.officer,
    { consignmentId, rowVersion: seenVersion, examinationId, ...found },
    minutesLater(30),
  );
  const { corrected, assessments, row } = await getConsignment(desk.officer, consignmentId, minutesLater(31));
  expect(assessments[0]?.chargeLines.map(({ working }) => working.code)).toEqual(['duty_flat', 'vat_vendor']);
  expect(corrected?.chargeLines.map(({ working }) => working.code)).toEqual(['duty_ad_valorem', 'vat']);
  expect(corrected).toMatchObject({
    releaseCategory: 4,
    overLimit: { value: '180.00', limit: '150.00', currency: 'EUR', needsDeclaration: true },
  });
  expect(row.releaseCategory).toBe(4);
  const wish = { kind: 'release_with_correction', ground: 'correction_settled' } as const;
  const seenNow = { consignmentId, rowVersion: recorded.rowVersion };
  expect(await refusalOf(releaseConsignment(desk.officer, { ...seenNow, ...wish }, minutesLater(32)))).toEqual([
    'release.standard_declaration_required',
  ]);
  await db().update(consignments).set({ regime: 'entry' }).where(eq(consignments.consignmentId, consignmentId));
  const released = await lookAndRelease(desk.officer, { ...seenNow, ...wish }, minutesLater(33));
  expect(released.status).toBe('released');
  await expectStatisticsToAgree();
});
