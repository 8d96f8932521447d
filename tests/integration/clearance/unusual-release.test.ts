import { beforeAll, describe, expect, it } from 'vitest';
import { orderExamination } from '@/db/commands/clearance/order-examination';
import { recordExaminationResult } from '@/db/commands/clearance/record-examination-result';
import { releaseConsignment } from '@/db/commands/clearance/release-consignment';
import { releaseTogether } from '@/db/commands/clearance/release-together';
import { lookAndRelease } from '@/db/demo/look-and-release';
import { dismissMatch } from '@/db/commands/screening/dismiss-match';
import { aConsignment, resembling, underRegime, withItems } from '../../support/a-consignment';
import { aDesk, type Desk, minutesLater } from '../../support/a-desk';
import { auditOf, refusalOf, standing } from '../../support/command-cases';
import { useDatabase } from '../../support/database';
import { aMatch } from '../../support/records';

useDatabase();
let desk: Desk;
beforeAll(async () => {
  desk = await aDesk();
});

const MATCH = aMatch({ party: 'sender' });
const released = { status: 'released' } as const;

describe('An unusual release', () => {
  it('of goods that resemble a listed party is refused, until the officer says to have looked', async () => {
    const { consignmentId, rowVersion } = await aConsignment(desk, resembling(MATCH));
    const wish = { consignmentId, rowVersion, ground: 'documents_in_order' } as const;
    expect(await refusalOf(releaseConsignment(desk.officer, wish, minutesLater(1)))).toEqual(['release.unusual_match']);
    // With others it leaves no more than alone.
    const rows = [{ consignmentId, rowVersion }];
    const together = await releaseTogether(desk.officer, { rows, ground: wish.ground, note: null }, minutesLater(1));
    expect(together.outcomes).toMatchObject([{ reasons: [{ code: 'together.match', params: { count: 1 } }] }]);
    expect(await standing(consignmentId)).toMatchObject({ status: 'selected' });
    // A look at another number of them is a look at something else.
    const stale = releaseConsignment(desk.officer, { ...wish, acknowledged: ['match:2'] }, minutesLater(2));
    expect(await refusalOf(stale)).toEqual(['release.unusual_match']);
    await releaseConsignment(desk.officer, { ...wish, acknowledged: ['match:1'] }, minutesLater(2));
    expect(await standing(consignmentId)).toMatchObject(released);
    expect((await auditOf(consignmentId)).at(-1)).toMatchObject({
      action: 'clearance.release',
      details: { acknowledged: ['match'] },
    });
  });

  it('is none any more once a supervisor said that the party is another', async () => {
    const { consignmentId, rowVersion } = await aConsignment(desk, resembling(MATCH));
    const { list, entryId, edition, party } = MATCH;
    const dismissal = { consignmentId, party, list, entryId, edition, reason: 'Born in another year' };
    await dismissMatch(desk.supervisor, dismissal, minutesLater(1));
    const wish = { consignmentId, rowVersion, ground: 'documents_in_order' } as const;
    await releaseConsignment(desk.officer, wish, minutesLater(2));
    expect(await standing(consignmentId)).toMatchObject(released);
  });

  it('that a correction makes many times as dear is refused, until the officer says to have looked', async () => {
    const placed = await aConsignment(desk, underRegime('entry'), withItems({ value: '12.00' }));
    const { consignmentId } = placed;
    const seen = { consignmentId, rowVersion: placed.rowVersion };
    const ordered = await orderExamination(desk.officer, { ...seen, kind: 'documents' }, minutesLater(1));
    const found = await recordExaminationResult(
      desk.officer,
      {
        ...{ consignmentId, rowVersion: ordered.rowVersion, examinationId: ordered.examinationId },
        ...{ resultCode: 'undervalued', finding: 'Invoice says 900.00' },
        corrections: [{ itemNumber: 1, field: 'value', corrected: '900.00' }],
      },
      minutesLater(2),
    );
    const wish = {
      ...{ consignmentId, rowVersion: found.rowVersion },
      ...({ kind: 'release_with_correction', ground: 'correction_settled' } as const),
    };
    expect(await refusalOf(releaseConsignment(desk.officer, wish, minutesLater(3)))).toEqual([
      'release.unusual_charges',
    ]);
    await lookAndRelease(desk.officer, wish, minutesLater(4));
    expect(await standing(consignmentId)).not.toMatchObject({ status: 'selected' });
  });
});
