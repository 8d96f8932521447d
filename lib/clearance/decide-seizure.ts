import { SEIZURE_CITATIONS, type SeizureGround } from './reasons';
import { outcomeOf, type ResultCode } from './results';
import { type Decision, nextStatus, type Status } from './transitions';

/** Whether a seizure may be proposed: only on a finding, because it takes property. */
export function decideProposal(
  facts: { readonly status: Status; readonly lastResult: ResultCode | null },
  ground: SeizureGround,
): Decision<{ next: Status; citation: string }> {
  const transition = nextStatus('propose_seizure', facts.status);
  if (!transition.ok) return transition;
  const citation = SEIZURE_CITATIONS[ground];
  if (facts.lastResult === null || outcomeOf(facts.lastResult) !== 'finding') {
    return { ok: false, reasons: [{ code: 'seizure.no_finding', citation }] };
  }
  return { ...transition, citation };
}

export type ProposalFacts = {
  readonly status: Status;
  readonly proposedBy: string;
  readonly proposedVersion: number;
  readonly currentVersion: number;
};

/** Whether this officer may second a proposal: never the proposer, and only on the data the proposal was made on. */
export function decideSecond(
  act: 'confirm_seizure' | 'reject_seizure',
  facts: ProposalFacts,
  actorId: string,
): Decision<{ next: Status }> {
  const transition = nextStatus(act, facts.status);
  if (!transition.ok) return transition;
  if (facts.proposedBy === actorId) return { ok: false, reasons: [{ code: 'seizure.same_officer' }] };
  if (act === 'confirm_seizure' && facts.proposedVersion !== facts.currentVersion) {
    return { ok: false, reasons: [{ code: 'seizure.data_changed' }] };
  }
  return transition;
}
