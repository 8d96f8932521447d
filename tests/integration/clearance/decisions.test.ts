import { eq } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import { confirmProposal } from '@/db/commands/clearance/confirm-proposal';
import { decideConsignment } from '@/db/commands/clearance/decide-consignment';
import { holdConsignment } from '@/db/commands/clearance/hold-consignment';
import { orderExamination } from '@/db/commands/clearance/order-examination';
import { recordExaminationResult } from '@/db/commands/clearance/record-examination-result';
import { rejectProposal } from '@/db/commands/clearance/reject-proposal';
import { releaseConsignment } from '@/db/commands/clearance/release-consignment';
import { undoDecision } from '@/db/commands/clearance/undo-decision';
import { viewProposal } from '@/db/commands/clearance/view-proposal';
import { db } from '@/db/connection';
import { clearances } from '@/db/schema';
import type { Actor } from '@/lib/identity/actor';
import { aConsignment, inLane, type Placed } from '../../support/a-consignment';
import { aDesk, type Desk, minutesLater, NOW, someone } from '../../support/a-desk';
import { describeCommand, expectStatisticsToAgree, refusalOf, standing } from '../../support/command-cases';
import { useDatabase } from '../../support/database';

useDatabase();
let desk: Desk;
beforeAll(async () => {
  desk = await aDesk();
});

const released = { ground: 'documents_in_order' } as const;

/** A consignment examined with a finding and given back to everybody. */
async function aFinding(): Promise<Placed> {
  const placed = await aConsignment(desk, inLane('red'));
  const examiner = someone('officer', desk.officeId, 'E. Examiner');
  const ordered = await orderExamination(examiner, { ...seen(placed), kind: 'physical' }, NOW);
  const { examinationId } = ordered;
  const result = { examinationId, resultCode: 'ipr', finding: 'Counterfeit labels on every piece' } as const;
  await recordExaminationResult(examiner, { ...seen(placed, ordered.rowVersion), ...result }, NOW);
  // The lease of the examiner ran out long before the tests go on.
  return { ...placed, rowVersion: ordered.rowVersion + 1 };
}

async function aProposal(by: Actor) {
  const placed = await aFinding();
  const wish = { kind: 'seize', ground: 'ipr_infringement', note: 'Counterfeit on every piece' } as const;
  const proposed = await decideConsignment(by, { ...seen(placed), ...wish }, minutesLater(60));
  return { ...placed, rowVersion: proposed.rowVersion, decisionId: proposed.decisionId };
}

function seen(placed: { consignmentId: string; rowVersion: number }, rowVersion = placed.rowVersion) {
  return { consignmentId: placed.consignmentId, rowVersion };
}

describeCommand('Releasing', {
  desk: () => desk,
  audit: 'clearance.release',
  event: 'released',
  prepare: async () => {
    const placed = await aConsignment(desk);
    const act = (actor: Actor) => releaseConsignment(actor, { ...seen(placed), ...released }, NOW);
    return { consignmentId: placed.consignmentId, act };
  },
  check: (row) => expect(row).toMatchObject({ status: 'released', claimedBy: null, releasedAt: NOW }),
});

describeCommand('Proposing a seizure', {
  desk: () => desk,
  audit: 'clearance.propose',
  event: 'proposed',
  prepare: async () => {
    const placed = await aFinding();
    const wish = { kind: 'seize', ground: 'ipr_infringement', note: 'Counterfeit on every piece' } as const;
    const act = (actor: Actor) => decideConsignment(actor, { ...seen(placed), ...wish }, minutesLater(60));
    return { consignmentId: placed.consignmentId, act };
  },
  check: (row) => expect(row).toMatchObject({ status: 'awaiting_second', claimedBy: null }),
});

describeCommand('Confirming a seizure', {
  desk: () => desk,
  audit: 'clearance.confirm',
  event: 'seizure_confirmed',
  by: ({ colleague }) => colleague,
  against: ({ supervisor }) => supervisor,
  prepare: async () => {
    const { decisionId, ...placed } = await aProposal(desk.officer);
    const act = (actor: Actor) => confirmProposal(actor, { ...seen(placed), decisionId }, minutesLater(70));
    return { consignmentId: placed.consignmentId, act };
  },
  check: (row) => expect(row).toMatchObject({ status: 'seized', decidedBy: desk.officer.id }),
});

describeCommand('Rejecting a seizure', {
  desk: () => desk,
  audit: 'clearance.reject',
  event: 'proposal_rejected',
  by: ({ colleague }) => colleague,
  against: ({ supervisor }) => supervisor,
  prepare: async () => {
    const { decisionId, ...placed } = await aProposal(desk.officer);
    const wish = { decisionId, note: 'The labels are genuine' };
    const act = (actor: Actor) => rejectProposal(actor, { ...seen(placed), ...wish }, minutesLater(70));
    return { consignmentId: placed.consignmentId, act };
  },
  check: (row) => expect(row).toMatchObject({ status: 'selected', claimedBy: null }),
});

describeCommand('Taking a release back', {
  desk: () => desk,
  audit: 'clearance.undo',
  event: 'undone',
  prepare: async () => {
    const placed = await aConsignment(desk);
    const { rowVersion } = await releaseConsignment(desk.officer, { ...seen(placed), ...released }, NOW);
    const act = (actor: Actor) => undoDecision(actor, seen(placed, rowVersion), minutesLater(2));
    return { consignmentId: placed.consignmentId, act };
  },
  check: (row) => expect(row).toMatchObject({ status: 'selected', claimedBy: desk.officer.id, releasedAt: null }),
});

describe('A decision', () => {
  it('is made once: of an officer who releases and one who holds, the later is told who was first', async () => {
    const placed = await aConsignment(desk);
    await releaseConsignment(desk.officer, { ...seen(placed), ...released }, NOW);
    const late = holdConsignment(desk.colleague, { ...seen(placed), ground: 'value_doubt' }, minutesLater(1));
    await expect(late).rejects.toMatchObject({
      reasons: [{ code: 'row.decided', params: { name: 'A. Kaya', at: NOW.getTime() } }],
    });
  });

  it('is not taken back by another officer, nor after the window, nor once the partner has read it', async () => {
    const placed = await aConsignment(desk);
    const { rowVersion } = await releaseConsignment(desk.officer, { ...seen(placed), ...released }, NOW);
    expect(await refusalOf(undoDecision(desk.colleague, seen(placed, rowVersion), NOW))).toEqual(['undo.not_own']);
    const late = undoDecision(desk.officer, seen(placed, rowVersion), minutesLater(11));
    expect(await refusalOf(late)).toEqual(['undo.too_late']);
    const read = eq(clearances.consignmentId, placed.consignmentId);
    await db()
      .update(clearances)
      .set({ transmittedAt: minutesLater(1) })
      .where(read);
    const afterReading = undoDecision(desk.officer, seen(placed, rowVersion), minutesLater(2));
    expect(await refusalOf(afterReading)).toEqual(['undo.transmitted']);
  });

  it('to seize is withdrawn by who proposed it', async () => {
    const placed = await aProposal(desk.officer);
    await undoDecision(desk.officer, seen(placed), minutesLater(300));
    expect(await standing(placed.consignmentId)).toMatchObject({ status: 'selected', claimedBy: desk.officer.id });
    await expectStatisticsToAgree();
  });

  it('to seize is not seconded by who proposed it', async () => {
    const { decisionId, ...placed } = await aProposal(desk.officer);
    const own = confirmProposal(desk.officer, { ...seen(placed), decisionId }, minutesLater(70));
    expect(await refusalOf(own)).toEqual(['proposal.same_officer']);
  });
});

it('a second officer who comes too late for a proposal is told who withdrew it and when', async () => {
  const { consignmentId, rowVersion, decisionId } = await aProposal(desk.officer);
  await undoDecision(desk.officer, { consignmentId, rowVersion }, minutesLater(61));
  const late = { consignmentId, rowVersion, decisionId };
  const told = { code: 'proposal.withdrawn', params: { name: desk.officer.name, at: minutesLater(61).getTime() } };
  for (const act of [
    () => confirmProposal(desk.colleague, late, minutesLater(62)),
    () => rejectProposal(desk.colleague, { ...late, note: 'Not counterfeit' }, minutesLater(62)),
    () => viewProposal(desk.colleague, { consignmentId, decisionId }, minutesLater(62)),
  ])
    await expect(act()).rejects.toMatchObject({ reasons: [told] });
});
