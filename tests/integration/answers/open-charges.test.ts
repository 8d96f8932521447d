import { beforeAll, describe, expect, it } from 'vitest';
import { orderExamination } from '@/db/commands/clearance/order-examination';
import { recordExaminationResult } from '@/db/commands/clearance/record-examination-result';
import { releaseConsignment } from '@/db/commands/clearance/release-consignment';
import { undoDecision } from '@/db/commands/clearance/undo-decision';
import { trackConsignment } from '@/db/commands/consignment/track-consignment';
import { getResponse, listResponses } from '@/db/queries/answers/consignment-responses';
import { aConsignment, underRegime, withItems } from '../../support/a-consignment';
import { aDesk, type Desk, minutesLater, NOW } from '../../support/a-desk';
import { standing } from '../../support/command-cases';
import { useDatabase } from '../../support/database';
import { LODGER, seedPartners } from '../../support/lodged';
import { allAt, readXml, textsAt } from '../../support/read-xml';
import { sendSubmission } from '../../support/send-submission';
import { csvOf } from '../../support/submissions';

useDatabase();
let desk: Desk;
beforeAll(async () => {
  await seedPartners();
  desk = await aDesk();
});

const TOTAL = 'Response/Declaration/DutyTaxFee/Payment/PaymentAmount';
const FEE = 'Response/Declaration/GoodsShipment/GovernmentAgencyGoodsItem/Commodity/DutyTaxFee';

describe('the charges a partner is answered', () => {
  it('never are nil for a duty that nobody could compute', async () => {
    await sendSubmission(
      LODGER,
      csvOf([{ reference: 'OC-1', regime: 'generic', commodity_code: '', value: '400.00' }]),
    );
    const tax = (await listResponses(LODGER, 'OC-1')).find(({ kind }) => kind === 'tax');
    const root = readXml((await getResponse(LODGER, 'OC-1', tax?.responseId ?? '')).xml);
    // What is open, then the basis of the duty and the tax.
    expect(textsAt(root, 'Response/AdditionalInformation/StatementCode')).toEqual([
      'no_code',
      'duty_open',
      'A00',
      'B00',
    ]);
    expect([allAt(root, TOTAL), allAt(root, `${FEE}/Payment/PaymentAmount`)]).toEqual([[], []]);
  });

  it('are known, item by item, once customs put in what was missing', async () => {
    const { consignmentId } = await aConsignment(
      desk,
      underRegime('entry'),
      withItems({ value: '400.00', commodityCode: null }),
    );
    const { reference } = await standing(consignmentId);
    const seen = async () => ({ consignmentId, rowVersion: (await standing(consignmentId)).rowVersion });
    const { examinationId } = await orderExamination(desk.officer, { ...(await seen()), kind: 'physical' }, NOW);
    const corrections = [{ itemNumber: 1, field: 'commodity_code' as const, corrected: '610910' }];
    const result = {
      examinationId,
      resultCode: 'misclassified',
      finding: 'Cotton T-shirts, knitted.',
      corrections,
    } as const;
    await recordExaminationResult(desk.officer, { ...(await seen()), ...result }, minutesLater(1));
    const release = { kind: 'release_with_correction', ground: 'correction_settled' } as const;
    await releaseConsignment(desk.officer, { ...(await seen()), ...release }, minutesLater(2));
    const { charges } = await trackConsignment(desk.partner, reference, minutesLater(3));
    const told = await listResponses(desk.partner, reference, minutesLater(4));
    const tax = told.findLast(({ kind }) => kind === 'tax')?.responseId ?? '';
    const root = readXml((await getResponse(desk.partner, reference, tax, minutesLater(4))).xml);
    expect(textsAt(root, 'Response/AdditionalInformation/StatementTypeCode')).toEqual(['LEG', 'LEG']);
    const cents = (text: string) => BigInt(text.replace('.', ''));
    const parts = textsAt(root, `${FEE}/Payment/PaymentAmount`).map(cents);
    expect(parts.length).toBeGreaterThan(1);
    expect(parts.every((amount) => amount > 0n)).toBe(true);
    expect(textsAt(root, TOTAL).map(cents)).toEqual([parts.reduce((sum, amount) => sum + amount, 0n)]);
    // The consignment itself tells the same as the document.
    expect(charges).toMatchObject({ basis: 'corrected', open: [], total: textsAt(root, TOTAL)[0] });
  });

  it('say that excise is owed on top, on the consignment and in the document, by the codes declared and by those found', async () => {
    await sendSubmission(
      LODGER,
      csvOf([{ reference: 'OC-2', regime: 'entry', commodity_code: '220830', value: '40.00' }]),
    );
    const spirits = { itemNumber: 1, commodityCode: '220830' };
    expect((await trackConsignment(LODGER, 'OC-2')).charges.exciseGoods).toEqual([spirits]);
    const tax = (await listResponses(LODGER, 'OC-2')).find(({ kind }) => kind === 'tax');
    const root = readXml((await getResponse(LODGER, 'OC-2', tax?.responseId ?? '')).xml);
    expect(textsAt(root, 'Response/AdditionalInformation/StatementCode')).toEqual([
      ...['excise_not_computed', 'A00', 'B00'],
    ]);

    const { consignmentId } = await aConsignment(desk, underRegime('entry'), withItems({ commodityCode: '610910' }));
    const { reference } = await standing(consignmentId);
    const seen = async () => ({ consignmentId, rowVersion: (await standing(consignmentId)).rowVersion });
    const { examinationId } = await orderExamination(desk.officer, { ...(await seen()), kind: 'physical' }, NOW);
    const corrections = [{ itemNumber: 1, field: 'commodity_code' as const, corrected: spirits.commodityCode }];
    const result = { examinationId, resultCode: 'misclassified', finding: 'Whisky.', corrections } as const;
    await recordExaminationResult(desk.officer, { ...(await seen()), ...result }, minutesLater(1));
    expect((await trackConsignment(desk.partner, reference, minutesLater(2))).charges.exciseGoods).toEqual([]);
    const release = { kind: 'release_with_correction', ground: 'correction_settled' } as const;
    await releaseConsignment(desk.officer, { ...(await seen()), ...release }, minutesLater(3));
    expect((await trackConsignment(desk.partner, reference, minutesLater(4))).charges.exciseGoods).toEqual([spirits]);
  });

  it('rest on the declared values until a release by the corrected ones is told, and again when it was taken back', async () => {
    const { consignmentId } = await aConsignment(desk, withItems({ value: '40.00', commodityCode: '610910' }));
    const { reference } = await standing(consignmentId);
    const seen = async () => ({ consignmentId, rowVersion: (await standing(consignmentId)).rowVersion });
    const declared = (await trackConsignment(desk.partner, reference, NOW)).charges;
    expect(declared.basis).toBe('declared');
    const { examinationId } = await orderExamination(desk.officer, { ...(await seen()), kind: 'physical' }, NOW);
    await recordExaminationResult(
      desk.officer,
      {
        ...(await seen()),
        examinationId,
        resultCode: 'undervalued',
        finding: 'The invoice says more.',
        corrections: [{ itemNumber: 1, field: 'value', corrected: '90.00' }],
      },
      minutesLater(1),
    );
    // What was found is told with the decision that rests on it, not before.
    expect((await trackConsignment(desk.partner, reference, minutesLater(2))).charges).toEqual(declared);
    const release = { kind: 'release_with_correction', ground: 'correction_settled' } as const;
    await releaseConsignment(desk.officer, { ...(await seen()), ...release }, minutesLater(3));
    await undoDecision(desk.officer, await seen(), minutesLater(4));
    expect((await trackConsignment(desk.partner, reference, minutesLater(5))).charges).toEqual(declared);
  });
});
