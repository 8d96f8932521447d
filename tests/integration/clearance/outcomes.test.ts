import { beforeAll, describe, expect, it } from 'vitest';
import { confirmProposal } from '@/db/commands/clearance/confirm-proposal';
import { decideConsignment } from '@/db/commands/clearance/decide-consignment';
import { holdConsignment } from '@/db/commands/clearance/hold-consignment';
import { rejectProposal } from '@/db/commands/clearance/reject-proposal';
import { releaseConsignment } from '@/db/commands/clearance/release-consignment';
import { undoDecision } from '@/db/commands/clearance/undo-decision';
import { trackConsignment } from '@/db/commands/consignment/track-consignment';
import { readStandings } from '@/db/commands/intake/standing';
import { inTransaction } from '@/db/transaction';
import { OUTCOME_KINDS, type OutcomeKind } from '@/lib/clearance/decide-outcome';
import { DECISION_EVENTS } from '@/lib/clearance/events';
import { type DecisionGround, groundsOf } from '@/lib/clearance/grounds';
import { type Status, TRANSITIONS } from '@/lib/clearance/transitions';
import type { Actor } from '@/lib/identity/actor';
import { InvalidInputError } from '@/lib/kernel/errors';
import { aConsignment, inLane, withItems } from '../../support/a-consignment';
import { aDesk, type Desk, minutesLater, NOW } from '../../support/a-desk';
import { describeCommand, expectStatisticsToAgree, refusalOf, standing } from '../../support/command-cases';
import { useDatabase } from '../../support/database';
import { openedBy } from '../../support/opened';

useDatabase();
let desk: Desk;
beforeAll(async () => {
  desk = await aDesk();
});

const wish = (kind: OutcomeKind) => {
  const [ground = 'unclaimed']: readonly DecisionGround[] = groundsOf(kind);
  return { kind, ground, note: 'As found on opening' };
};
/** The decisions that lead from the queue to a status. */
const WAYS = {
  selected: [],
  detained: ['detain'],
  refused: ['detain', 'refuse'],
  returned: ['refuse', 'return'],
  re_exported: ['refuse', 're_export'],
  abandoned: ['detain', 'abandon'],
} as const satisfies Partial<Record<Status, readonly OutcomeKind[]>>;
type Reached = keyof typeof WAYS;
const REACHED = Object.keys(WAYS) as Reached[];

async function inStatus(status: Reached, ...parts: Parameters<typeof aConsignment>[1][]) {
  const placed = await aConsignment(desk, ...parts);
  let { rowVersion } = placed;
  // The last of them now, those before it a minute apart.
  for (const [index, kind] of WAYS[status].entries()) {
    const seen = { consignmentId: placed.consignmentId, rowVersion };
    const at = minutesLater(index + 1 - WAYS[status].length);
    ({ rowVersion } = await decideConsignment(desk.officer, { ...seen, ...wish(kind) }, at));
  }
  return { consignmentId: placed.consignmentId, rowVersion };
}

const ONE_OFFICER = [
  ['detain', 'selected'],
  ['end_detention', 'detained'],
  ['refuse', 'detained'],
  ['return', 'refused'],
  ['re_export', 'refused'],
  ['abandon', 'detained'],
] as const;
for (const [kind, from] of ONE_OFFICER) {
  const { to } = TRANSITIONS[kind];
  describeCommand(`${kind} from ${from}`, {
    desk: () => desk,
    audit: 'clearance.decide',
    event: DECISION_EVENTS[kind],
    prepare: async () => {
      const seen = await inStatus(from);
      const act = (actor: Actor) => decideConsignment(actor, { ...seen, ...wish(kind) }, minutesLater(5));
      return { consignmentId: seen.consignmentId, act };
    },
    check: (row) => {
      const isBack = to === 'selected';
      expect(row).toMatchObject({ status: to, claimedBy: isBack ? desk.officer.id : null, releasedAt: null });
      expect(row.decidedBy).toBe(isBack ? null : desk.officer.id);
    },
  });
}

describeCommand('Proposing a destruction', {
  desk: () => desk,
  audit: 'clearance.propose',
  event: 'proposed',
  prepare: async () => {
    const seen = await inStatus('refused');
    const act = (actor: Actor) => decideConsignment(actor, { ...seen, ...wish('destroy') }, minutesLater(5));
    return { consignmentId: seen.consignmentId, act };
  },
  check: (row) =>
    expect(row).toMatchObject({ status: 'awaiting_second', proposedKind: 'destroy', proposedFrom: 'refused' }),
});

describe('Every decision in every status that officers reach', () => {
  it.each(REACHED)('%s: possible as the table has it, refused by the status elsewhere', async (status) => {
    for (const kind of OUTCOME_KINDS) {
      const seen = await inStatus(status);
      const act = decideConsignment(desk.officer, { ...seen, ...wish(kind) }, minutesLater(5));
      if (!(TRANSITIONS[kind].from as readonly Status[]).includes(status)) {
        expect(await refusalOf(act), kind).toEqual([`status.${status}`]);
      } else if (kind === 'seize') expect(await refusalOf(act)).toEqual(['seizure.no_finding']);
      else if (kind === 'reverse') expect(await refusalOf(act)).toEqual(['decision.not_firm']);
      else expect((await act).status, kind).toBe(kind === 'destroy' ? 'awaiting_second' : TRANSITIONS[kind].to);
    }
    await expectStatisticsToAgree();
  });
});

describe('A second officer', () => {
  const dear = withItems({ value: '6000.00' });

  it('is asked by the value: goods above the limit go back only when a colleague agrees', async () => {
    const seen = await inStatus('refused', dear);
    const proposed = await decideConsignment(desk.officer, { ...seen, ...wish('return') }, minutesLater(1));
    expect(proposed.status).toBe('awaiting_second');
    const proposal = { ...seen, rowVersion: proposed.rowVersion, decisionId: proposed.decisionId };
    const own = confirmProposal(desk.officer, proposal, minutesLater(2));
    expect(await refusalOf(own)).toEqual(['proposal.same_officer']);
    await openedBy([desk.colleague], proposal, minutesLater(2));
    const confirmed = await confirmProposal(desk.colleague, proposal, minutesLater(3));
    expect(confirmed.status).toBe('returned');
    const late = undoDecision(desk.officer, { ...seen, rowVersion: confirmed.rowVersion }, minutesLater(4));
    expect(await refusalOf(late)).toEqual(['undo.seconded']);
    await expectStatisticsToAgree();
  });

  it('is asked for valuable goods of the red lane that nobody examined, and not for others', async () => {
    const release = (placed: { consignmentId: string; rowVersion: number }) =>
      releaseConsignment(
        desk.officer,
        { consignmentId: placed.consignmentId, rowVersion: placed.rowVersion, ground: 'no_capacity', note: 'No slot' },
        NOW,
      );
    expect((await release(await aConsignment(desk, inLane('red'), dear))).status).toBe('awaiting_second');
    expect((await release(await aConsignment(desk, inLane('red')))).status).toBe('released');
    expect((await release(await aConsignment(desk, inLane('yellow'), dear))).status).toBe('released');
  });

  it('does not let goods leave while a hold was placed after the proposal', async () => {
    const placed = await aConsignment(desk, inLane('red'), dear);
    const { consignmentId } = placed;
    const wanted = { consignmentId, rowVersion: 1, ground: 'no_capacity', note: 'No slot' } as const;
    const { decisionId } = await releaseConsignment(desk.officer, wanted, NOW);
    const held = await holdConsignment(
      desk.supervisor,
      { consignmentId, rowVersion: 2, ground: 'value_doubt' },
      minutesLater(1),
    );
    const proposal = await openedBy(
      [desk.colleague],
      { consignmentId, rowVersion: held.rowVersion, decisionId },
      minutesLater(2),
    );
    const act = confirmProposal(desk.colleague, proposal, minutesLater(2));
    expect(await refusalOf(act)).toEqual(['decision.hold_open']);
  });

  it('who rejects leaves the goods where they stood, and its statistics untouched', async () => {
    const seen = await inStatus('abandoned');
    const proposed = await decideConsignment(desk.officer, { ...seen, ...wish('destroy') }, minutesLater(1));
    await expectStatisticsToAgree();
    const proposal = { ...seen, rowVersion: proposed.rowVersion, decisionId: proposed.decisionId };
    await openedBy([desk.colleague], proposal, minutesLater(2));
    await rejectProposal(desk.colleague, { ...proposal, note: 'They can be given to charity' }, minutesLater(2));
    expect(await standing(seen.consignmentId)).toMatchObject({
      status: 'abandoned',
      proposedKind: null,
      decidedBy: desk.officer.id,
      claimedBy: null,
    });
    await expectStatisticsToAgree();
  });
});

describe('Taking an outcome back', () => {
  it.each(['detained', 'refused', 'returned', 're_exported', 'abandoned'] as const)(
    '%s: the goods stand where they stood, until the partner was told',
    async (status) => {
      const seen = await inStatus(status);
      const before = WAYS[status].length > 1 ? TRANSITIONS[WAYS[status][0]].to : 'selected';
      const undone = await undoDecision(desk.officer, seen, minutesLater(9));
      expect(undone.status).toBe(before);
      const row = await standing(seen.consignmentId);
      const isBack = before === 'selected';
      expect(row).toMatchObject(
        isBack
          ? { decidedBy: null, claimedBy: desk.officer.id }
          : { decidedBy: desk.officer.id, decidedAt: minutesLater(-1), claimedBy: null },
      );
      const told = await inStatus(status);
      const { reference } = await standing(told.consignmentId);
      const { status: word, charges } = await trackConsignment(desk.partner, reference, minutesLater(1));
      expect([word, charges.notDueBecause]).toEqual([status, status === 'detained' ? null : status]);
      expect(await refusalOf(undoDecision(desk.officer, told, minutesLater(2)))).toEqual(['undo.transmitted']);
      await expectStatisticsToAgree();
    },
  );
});

it('what the partner was told stays told when a later decision is taken back', async () => {
  const told = await inStatus('refused');
  const { reference } = await standing(told.consignmentId);
  await trackConsignment(desk.partner, reference, minutesLater(1));
  const later = await decideConsignment(desk.officer, { ...told, ...wish('return') }, minutesLater(2));
  const seen = { consignmentId: told.consignmentId, rowVersion: later.rowVersion };
  await undoDecision(desk.officer, seen, minutesLater(3));
  expect(await standing(told.consignmentId)).toMatchObject({ status: 'refused', transmittedAt: minutesLater(1) });
});

it('a detention that ended counts as a decision for whoever withdraws or describes the goods anew', async () => {
  const wasDecided = async (consignmentId: string) =>
    (await inTransaction((tx) => readStandings(tx, [consignmentId]))).get(consignmentId)?.clearance.wasDecided;
  const untouched = await inStatus('selected');
  const detained = await inStatus('detained');
  expect(await wasDecided(untouched.consignmentId)).toBe(false);
  await decideConsignment(desk.officer, { ...detained, ...wish('end_detention') }, minutesLater(20));
  expect(await standing(detained.consignmentId)).toMatchObject({ status: 'selected' });
  expect(await wasDecided(detained.consignmentId)).toBe(true);
});

it('a ground of another decision and a decision without words are refused by name', async () => {
  const seen = await inStatus('selected');
  const unfit = decideConsignment(desk.officer, { ...seen, kind: 'detain', ground: 'unclaimed', note: 'Nobody' }, NOW);
  expect(await refusalOf(unfit)).toEqual(['decision.ground_unfit']);
  const silent = decideConsignment(desk.officer, { ...seen, ...wish('detain'), note: ' ' }, NOW);
  await expect(silent).rejects.toThrow(InvalidInputError);
});
