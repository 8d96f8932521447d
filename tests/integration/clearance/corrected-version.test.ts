import { beforeAll, expect, it } from 'vitest';
import { orderExamination } from '@/db/commands/clearance/order-examination';
import { recordExaminationResult } from '@/db/commands/clearance/record-examination-result';
import { releaseConsignment } from '@/db/commands/clearance/release-consignment';
import { getConsignment } from '@/db/queries/consignment/get-consignment';
import { consignmentIdOf } from '@/lib/kernel/ids';
import { aDesk, someone } from '../../support/a-desk';
import { expectStatisticsToAgree, refusalOf, standing } from '../../support/command-cases';
import { useDatabase } from '../../support/database';
import { LODGER, lodge, seedPartners } from '../../support/lodged';
import { sendSubmission } from '../../support/send-submission';
import { csvOf } from '../../support/submissions';

useDatabase();
const officer = someone('officer', 'NLRTM');
beforeAll(async () => {
  await aDesk();
  await seedPartners();
});

type Corrections = Parameters<typeof recordExaminationResult>[1]['corrections'];

/** A consignment that was lodged, examined and found to be other than declared. */
async function examined(reference: string, resultCode: 'undervalued' | 'misclassified', corrections: Corrections) {
  await lodge(reference);
  const consignmentId = consignmentIdOf(LODGER.partnerId ?? '', reference);
  const { rowVersion } = await standing(consignmentId);
  const ordered = await orderExamination(officer, { consignmentId, rowVersion, kind: 'physical' });
  const { examinationId } = ordered;
  const seen = { consignmentId, rowVersion: ordered.rowVersion, examinationId };
  await recordExaminationResult(officer, { ...seen, resultCode, finding: 'As the invoice says', corrections });
  return consignmentId;
}

async function release(consignmentId: string) {
  const { rowVersion } = await standing(consignmentId);
  const wish = { kind: 'release_with_correction', ground: 'correction_settled' } as const;
  return refusalOf(releaseConsignment(officer, { consignmentId, rowVersion, ...wish }));
}

it('a new version leaves row, page and release at the category of the corrected values', async () => {
  const dear = [{ itemNumber: 1, field: 'value' as const, corrected: '1900.00' }];
  const consignmentId = await examined('C-1', 'undervalued', dear);
  const declared = (await getConsignment(officer, consignmentId)).assessments[0]?.releaseCategory;
  expect(declared).not.toBe(4);
  await sendSubmission(LODGER, csvOf([{ reference: 'C-1', gross_mass_kg: '0.45' }]));
  const { row, corrected, declared: header } = await getConsignment(officer, consignmentId);
  expect(header.version).toBe(2);
  expect(corrected?.releaseCategory).toBe(4);
  expect(row.releaseCategory).toBe(4);
  expect(await release(consignmentId)).toEqual(['release.standard_declaration_required']);
  await expectStatisticsToAgree();
});

it('goods that a corrected code shows to be excise goods are not released under a low-value declaration', async () => {
  const spirits = [{ itemNumber: 1, field: 'commodity_code' as const, corrected: '220830' }];
  const consignmentId = await examined('C-2', 'misclassified', spirits);
  const { corrected } = await getConsignment(officer, consignmentId);
  expect(corrected).toMatchObject({
    overLimit: null,
    excluded: {
      itemNumber: 1,
      commodityCode: '220830',
      citation: 'Commission Delegated Regulation (EU) 2015/2446, Article 143a',
    },
  });
  expect(await release(consignmentId)).toEqual(['release.excluded_goods']);
});
