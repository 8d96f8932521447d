import { beforeAll, describe, expect, it } from 'vitest';
import { decideConsignment } from '@/db/commands/clearance/decide-consignment';
import { orderExamination } from '@/db/commands/clearance/order-examination';
import { recordExaminationResult } from '@/db/commands/clearance/record-examination-result';
import { releaseConsignment } from '@/db/commands/clearance/release-consignment';
import { getNotice } from '@/db/queries/clearance/get-notice';
import { dayOf } from '@/lib/kernel/dates';
import { lastDayOf } from '@/lib/clearance/notice';
import { ForbiddenError, NotFoundError } from '@/lib/kernel/errors';
import { aConsignment, underRegime, withItems } from '../../support/a-consignment';
import { aDesk, type Desk, minutesLater, NOW } from '../../support/a-desk';
import { useDatabase } from '../../support/database';

useDatabase();
let desk: Desk;
beforeAll(async () => {
  desk = await aDesk();
});

async function refused() {
  const { consignmentId, rowVersion } = await aConsignment(desk);
  const wish = { consignmentId, rowVersion, kind: 'refuse', ground: 'unsafe_goods', note: 'Tested' } as const;
  const { decisionId } = await decideConsignment(desk.officer, wish, minutesLater(1));
  return { consignmentId, decisionId };
}

describe('A notice', () => {
  it('tells reason, provision, remedy and its last day by the policy of the day, and masks the recipient', async () => {
    const { consignmentId, decisionId } = await refused();
    const told = await getNotice(desk.officer, consignmentId, decisionId);
    const { notice, recipient, administration, items } = told;
    expect(told.number).toBe(`${told.reference}/1`);
    expect(notice).toMatchObject({
      kind: 'refuse',
      ground: 'unsafe_goods',
      citation: 'Regulation (EU) 2019/1020, Article 28(1)',
      decidedOn: dayOf(NOW),
      remedy: { days: 30, until: lastDayOf(dayOf(NOW), 30) },
    });
    expect(administration).toBe('Example customs administration');
    expect(items.length).toBeGreaterThan(0);
    expect(recipient?.initial).toMatch(/^.\*\*\*$/);
  });

  it('of a release with correction tells what was declared and found, and both charges', async () => {
    const { consignmentId, rowVersion } = await aConsignment(
      desk,
      underRegime('entry'),
      withItems({ value: '200.00' }),
    );
    const kind = 'documents' as const;
    const ordered = await orderExamination(desk.officer, { consignmentId, rowVersion, kind }, minutesLater(1));
    const corrections = [{ itemNumber: 1, field: 'value' as const, corrected: '240.00' }];
    const result = { resultCode: 'undervalued', finding: 'Invoice says 240.00', corrections } as const;
    const { examinationId } = ordered;
    const found = await recordExaminationResult(
      desk.officer,
      { consignmentId, rowVersion: ordered.rowVersion, examinationId, ...result },
      minutesLater(2),
    );
    const wish = { kind: 'release_with_correction', ground: 'correction_settled' } as const;
    const { decisionId } = await releaseConsignment(
      desk.officer,
      { consignmentId, rowVersion: found.rowVersion, ...wish },
      minutesLater(3),
    );
    const { correction, notice } = await getNotice(desk.officer, consignmentId, decisionId);
    expect(notice.kind).toBe('release_with_correction');
    expect(correction?.found).toMatchObject([{ ...corrections[0], declared: '200.00' }]);
    expect(correction?.charges?.intrinsicValue.difference).not.toBeNull();
    const other = await refused();
    expect((await getNotice(desk.officer, other.consignmentId, other.decisionId)).correction).toBeNull();
  });

  it('is for those who read consignments, of the own office', async () => {
    const { consignmentId, decisionId } = await refused();
    await expect(getNotice(desk.analyst, consignmentId, decisionId)).rejects.toThrow(ForbiddenError);
    await expect(getNotice(desk.stranger, consignmentId, decisionId)).rejects.toThrow(NotFoundError);
  });

  it('is none of a release, nor of a decision of another consignment', async () => {
    const { consignmentId, decisionId } = await refused();
    const other = await aConsignment(desk);
    const wish = { ...other, ground: 'documents_in_order' } as const;
    await releaseConsignment(
      desk.officer,
      { consignmentId: wish.consignmentId, rowVersion: wish.rowVersion, ground: wish.ground },
      minutesLater(1),
    );
    await expect(getNotice(desk.officer, other.consignmentId, decisionId)).rejects.toThrow(NotFoundError);
    await expect(getNotice(desk.officer, consignmentId, other.consignmentId)).rejects.toThrow(NotFoundError);
  });
});
