import { outcomeForbidden } from './decide-outcome';
import { decideRelease, type ReleaseFacts } from './decide-release';
import { outcomeOf } from './results';
import type { Act, Decision } from './transitions';

export type AdviceFacts = ReleaseFacts & {
  /** Questions the partner answered: for goods waiting for their papers, the papers are there. */
  readonly answeredReferrals: number;
  /** A duty that an officer could enter is open. */
  readonly hasOpenDuty: boolean;
};
export type AdvisedAct = Extract<Act, 'release' | 'hold' | 'examine' | 'record_result' | 'seize' | 'confirm'>;

/**
 * The act the verdict recommends where the consignment stands: red goods are examined, yellow ones wait for their papers, others
 * go. Null where something else comes first (an open hold, question or duty) or the officer alone can weigh it (a finding without a
 * corrected value). It binds nobody.
 */
export function adviseAct(facts: AdviceFacts): AdvisedAct | null {
  const act = actAdvised(facts);
  return act === 'release' && facts.hasOpenDuty ? null : act;
}

function actAdvised(facts: AdviceFacts): AdvisedAct | null {
  const { status, lane, lastResult, openHolds, openReferrals } = facts;
  if (status === 'examination') return 'record_result';
  if (status === 'awaiting_second') return 'confirm';
  if (status !== 'selected') return null;
  if (lastResult === 'prohibited') return 'seize';
  if (openHolds > 0 || openReferrals > 0) return null;
  // Only a standard declaration leads on, and the partner has to send it; behind a mandatory control licence or prohibition come first.
  if (facts.uncovered || facts.excluded) return facts.selectionReason === 'mandatory' ? null : 'hold';
  const outcome = lastResult === null ? null : outcomeOf(lastResult);
  // What a mandatory control selected is not settled by a corrected value: the officer weighs licence or prohibition.
  if (outcome === 'finding') return facts.hasCorrections && facts.selectionReason !== 'mandatory' ? 'release' : null;
  if (outcome === 'conform') return 'release';
  if (lane === 'red') return 'examine';
  return lane === 'yellow' && facts.answeredReferrals === 0 ? 'hold' : 'release';
}

/** The kind of release the facts call for. */
export const releaseKind = ({ hasStatedDuty }: Pick<ReleaseFacts, 'hasStatedDuty'>) =>
  hasStatedDuty ? ('release_with_correction' as const) : ('release' as const);

/** Whether the facts alone forbid a release, whatever ground and note the officer would give it. */
export function releaseForbidden(facts: ReleaseFacts, isSupervisor: boolean): Decision<object> {
  return decideRelease(facts, { kind: releaseKind(facts), ground: 'no_capacity', note: '-', isSupervisor });
}

/** Whether the facts alone forbid a seizure. */
export function seizureForbidden(facts: Pick<ReleaseFacts, 'status' | 'lastResult' | 'openHolds'>): Decision<object> {
  return outcomeForbidden(facts, 'seize');
}
