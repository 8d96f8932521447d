import { eq } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import { confirmProposal } from '@/db/commands/clearance/confirm-proposal';
import { orderExamination } from '@/db/commands/clearance/order-examination';
import { recordExaminationResult } from '@/db/commands/clearance/record-examination-result';
import { rejectProposal } from '@/db/commands/clearance/reject-proposal';
import { releaseConsignment } from '@/db/commands/clearance/release-consignment';
import { releaseTogether } from '@/db/commands/clearance/release-together';
import { lookAndRelease } from '@/db/demo/look-and-release';
import { dismissMatch } from '@/db/commands/screening/dismiss-match';
import { withdrawDismissal } from '@/db/commands/screening/withdraw-dismissal';
import { db } from '@/db/connection';
import { dismissals } from '@/db/schema';
import { aConsignment, inLane, resembling, underRegime, withItems } from '../../support/a-consignment';
import { aDesk, type Desk, minutesLater } from '../../support/a-desk';
import { auditOf, refusalOf, standing } from '../../support/command-cases';
import { useDatabase } from '../../support/database';
import { openedBy } from '../../support/opened';
import { aMatch } from '../../support/records';

useDatabase();
let desk: Desk;
beforeAll(async () => {
  desk = await aDesk();
});

const MATCH = aMatch({ party: 'sender' });
// A dismissal is of a party and an entry, whatever the consignment: each test that dismisses has an entry of its own.
const [OTHER, THIRD] = [
  { ...MATCH, entryId: 'E-2' },
  { ...MATCH, entryId: 'E-3' },
];
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

  it('that two officers decide is looked at by the second too, as it is when they confirm it', async () => {
    const dear = withItems({ value: '5000.00' });
    const { consignmentId, rowVersion } = await aConsignment(desk, resembling(OTHER), inLane('red'), dear);
    const { list, entryId, edition, party } = OTHER;
    const dismissal = { consignmentId, party, list, entryId, edition, reason: 'Born in another year' };
    await dismissMatch(desk.supervisor, dismissal, minutesLater(1));
    const wish = { consignmentId, rowVersion, ground: 'no_capacity', note: 'No slot' } as const;
    const proposed = await releaseConsignment(desk.officer, wish, minutesLater(2));
    expect(proposed.status).toBe('awaiting_second');
    const { decisionId } = proposed;
    const seen = { consignmentId, rowVersion: proposed.rowVersion, decisionId };
    await openedBy([desk.colleague], seen, minutesLater(3));
    // Nothing was unusual when it was proposed; since then the dismissal is taken back.
    const [dismissed] = await db().select().from(dismissals).where(eq(dismissals.consignmentId, consignmentId));
    const back = { dismissalId: dismissed?.id ?? '', reason: 'The year was of another record' };
    await withdrawDismissal(desk.supervisor, back, minutesLater(4));
    const unseen = confirmProposal(desk.colleague, seen, minutesLater(5));
    expect(await refusalOf(unseen)).toEqual(['release.unusual_match']);
    expect(await standing(consignmentId)).toMatchObject({ status: 'awaiting_second' });
    await confirmProposal(desk.colleague, { ...seen, acknowledged: ['match:1'] }, minutesLater(6));
    expect(await standing(consignmentId)).toMatchObject(released);
    expect((await auditOf(consignmentId)).at(-1)).toMatchObject({
      action: 'clearance.confirm',
      actorId: desk.colleague.id,
      details: { decisionId, acknowledged: ['match'] },
    });
  });

  it('is rejected by the second without a look at what is unusual', async () => {
    const dear = withItems({ value: '5000.00' });
    const { consignmentId, rowVersion } = await aConsignment(desk, resembling(THIRD), inLane('red'), dear);
    const wish = { consignmentId, rowVersion, ground: 'no_capacity', note: 'No slot' } as const;
    const proposed = await releaseConsignment(desk.officer, { ...wish, acknowledged: ['match:1'] }, minutesLater(1));
    const { decisionId } = proposed;
    const seen = { consignmentId, rowVersion: proposed.rowVersion, decisionId };
    await openedBy([desk.colleague], seen, minutesLater(2));
    expect(await refusalOf(confirmProposal(desk.colleague, seen, minutesLater(3)))).toEqual(['release.unusual_match']);
    await rejectProposal(desk.colleague, { ...seen, note: 'Look at the list first' }, minutesLater(4));
    expect(await standing(consignmentId)).toMatchObject({ status: 'selected' });
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
