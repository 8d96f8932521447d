import { eq } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import { confirmProposal } from '@/db/commands/clearance/confirm-proposal';
import { decideConsignment } from '@/db/commands/clearance/decide-consignment';
import { holdConsignment } from '@/db/commands/clearance/hold-consignment';
import { rejectProposal } from '@/db/commands/clearance/reject-proposal';
import { viewProposal } from '@/db/commands/clearance/view-proposal';
import { trackConsignment } from '@/db/commands/consignment/track-consignment';
import { db } from '@/db/connection';
import { clearances, decisions } from '@/db/schema';
import { ForbiddenError, NotFoundError } from '@/lib/kernel/errors';
import { aConsignment, inLane, withReference } from '../../support/a-consignment';
import { aDesk, type Desk, minutesLater } from '../../support/a-desk';
import { releaseOf } from '../../support/an-account';
import { auditOf, expectStatisticsToAgree, refusalOf, standing, timelineOf } from '../../support/command-cases';
import { useDatabase } from '../../support/database';
import { expectLedgerToAgree, postAll } from '../../support/ledger-balance';

useDatabase();
let desk: Desk;
beforeAll(async () => {
  desk = await aDesk();
});

const WHY = { kind: 'reverse', ground: 'control_after_release', note: 'The invoice was for other goods' } as const;
/** After the time in which a decision may be undone. */
const FIRM = minutesLater(30);

/** What is owed is posted, and nothing else is. */
async function expectPosted(at: Date) {
  await postAll(at);
  await expectLedgerToAgree(at);
}

/** Released goods that owe charges, posted, and the row as it stands. */
async function released(reference = `REV-${Math.random()}`) {
  const placed = await aConsignment(desk, inLane('yellow'), withReference(reference));
  const { rowVersion } = await releaseOf(desk, placed);
  await postAll(minutesLater(1));
  return { consignmentId: placed.consignmentId, rowVersion };
}

/** A reversal that the colleague proposed and the supervisor has read. */
async function proposed(reference?: string) {
  const seen = await released(reference);
  const { decisionId, rowVersion } = await decideConsignment(desk.colleague, { ...seen, ...WHY }, FIRM);
  const wish = { consignmentId: seen.consignmentId, decisionId, rowVersion };
  await viewProposal(desk.supervisor, { consignmentId: seen.consignmentId, decisionId }, FIRM);
  return wish;
}

describe('A reversal of what was told', () => {
  it('waits for a second officer, and until then everything stands as it was told', async () => {
    const { consignmentId } = await proposed('REVERSED');
    expect(await standing(consignmentId)).toMatchObject({ status: 'awaiting_second', proposedKind: 'reverse' });
    expect(await trackConsignment(desk.partner, 'REVERSED', FIRM)).toMatchObject({ status: 'released' });
    expect((await auditOf(consignmentId)).find(({ action }) => action === 'clearance.propose')).toMatchObject({
      details: { kind: 'reverse', ground: WHY.ground, secondRule: 'reversal' },
      reason: WHY.note,
    });
    await expectStatisticsToAgree();
    await expectPosted(FIRM);
  });

  it('confirmed by another brings the goods back to the queue, to be decided anew, and tells the partner', async () => {
    const wish = await proposed('REVERSED-2');
    await confirmProposal(desk.supervisor, wish, minutesLater(31));
    expect(await standing(wish.consignmentId)).toMatchObject({
      ...{ status: 'selected', releasedAt: null, decidedAt: null, decidedBy: null, transmittedAt: null },
      claimedBy: null,
    });
    expect((await timelineOf(wish.consignmentId)).at(-1)).toMatchObject({ kind: 'decision_reversed' });
    expect(await trackConsignment(desk.partner, 'REVERSED-2', minutesLater(32))).toMatchObject({
      ...{ status: 'under_control', releasedAt: null },
    });
    await expectStatisticsToAgree();
    await expectPosted(minutesLater(33));
    const { rowVersion } = await standing(wish.consignmentId);
    await releaseOf(desk, { consignmentId: wish.consignmentId, rowVersion }, minutesLater(34));
    await expectPosted(minutesLater(35));
  });

  it('turned down leaves the goods as they were, and no hold is placed while it waits', async () => {
    const { consignmentId, decisionId, rowVersion } = await proposed();
    const hold = { consignmentId, rowVersion, ground: 'value_doubt' } as const;
    expect(await refusalOf(holdConsignment(desk.officer, hold, FIRM))).toEqual(['status.awaiting_second']);
    const verdict = { consignmentId, decisionId, rowVersion, note: 'The invoice is the right one' };
    await rejectProposal(desk.supervisor, verdict, minutesLater(31));
    expect(await standing(consignmentId)).toMatchObject({ status: 'released', decidedBy: desk.officer.id });
    await expectStatisticsToAgree();
    await expectPosted(minutesLater(32));
  });

  it('is for what was told: before that the officer undoes it', async () => {
    const seen = await released();
    expect(await refusalOf(decideConsignment(desk.colleague, { ...seen, ...WHY }, minutesLater(5)))).toEqual([
      'decision.not_firm',
    ]);
  });

  it('takes back what a lane released as well', async () => {
    const { consignmentId, rowVersion } = await aConsignment(desk, inLane('green', 'none'));
    expect(await standing(consignmentId)).toMatchObject({ status: 'released', decidedBy: null });
    await decideConsignment(desk.officer, { consignmentId, rowVersion, ...WHY }, FIRM);
    expect(await standing(consignmentId)).toMatchObject({ status: 'awaiting_second', proposedFrom: 'released' });
    await expectStatisticsToAgree();
  });

  it('is for no other role or office, and never confirmed by who proposed it, by the database either', async () => {
    const seen = await released();
    await expect(decideConsignment(desk.analyst, { ...seen, ...WHY }, FIRM)).rejects.toThrow(ForbiddenError);
    await expect(decideConsignment(desk.stranger, { ...seen, ...WHY }, FIRM)).rejects.toThrow(NotFoundError);
    const unfit = { ...seen, ...WHY, ground: 'no_use' } as const;
    expect(await refusalOf(decideConsignment(desk.officer, unfit, FIRM))).toEqual(['decision.ground_unfit']);
    const wish = await proposed();
    expect(await refusalOf(confirmProposal(desk.colleague, wish, FIRM))).toEqual(['proposal.same_officer']);
    const alone = db().update(decisions).set({ state: 'final' }).where(eq(decisions.decisionId, wish.decisionId));
    await expect(alone).rejects.toMatchObject({ cause: { constraint: 'decisions_seconded' } });
  });

  it('by two at once is proposed once, and the other is told', async () => {
    const seen = await released();
    const both = await Promise.allSettled(
      [desk.officer, desk.colleague].map((actor) => decideConsignment(actor, { ...seen, ...WHY }, FIRM)),
    );
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  });

  it('of what is seized lets no hold be placed either, which nobody could lift there', async () => {
    const { consignmentId, rowVersion } = await aConsignment(desk, inLane('yellow'));
    // Written straight into the row: the figures of this desk agree no more, so it comes last.
    const seized = { status: 'seized', decidedAt: minutesLater(1), decidedBy: desk.officer.id } as const;
    await db().update(clearances).set(seized).where(eq(clearances.consignmentId, consignmentId));
    const asked = await decideConsignment(desk.colleague, { consignmentId, rowVersion, ...WHY }, FIRM);
    expect(await standing(consignmentId)).toMatchObject({ status: 'awaiting_second', proposedFrom: 'seized' });
    const hold = { consignmentId, rowVersion: asked.rowVersion, ground: 'value_doubt' } as const;
    expect(await refusalOf(holdConsignment(desk.officer, hold, FIRM))).toEqual(['status.awaiting_second']);
  });
});
