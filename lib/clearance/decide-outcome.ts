import type { DecisionKind } from '@/lib/consignment/codes';
import type { Reason } from '@/lib/kernel/problem';
import { citationOf } from './grounds';
import { outcomeOf, type ResultCode } from './results';
import { type Decision, nextStatus, type Status } from './transitions';

/** What is decided beside a release: it takes, keeps or sends away. */
export const OUTCOME_KINDS = [
  'detain',
  'end_detention',
  'refuse',
  'return',
  're_export',
  'abandon',
  'seize',
  'destroy',
  'reverse',
] as const satisfies readonly DecisionKind[];
export type OutcomeKind = (typeof OUTCOME_KINDS)[number];

/** Decisions by which goods leave the hands of customs: no open hold may stand against them. */
const LEAVING: readonly DecisionKind[] = ['release', 'release_with_correction', 'return', 're_export'];

/** Decisions that take goods from their owner for good: whoever takes or confirms one proves anew who they are. */
const OF_CONSEQUENCE: readonly DecisionKind[] = ['seize', 'destroy', 'abandon'];

export function isOfConsequence(kind: DecisionKind): boolean {
  return OF_CONSEQUENCE.includes(kind);
}

export type OutcomeFacts = {
  readonly status: Status;
  /** Result of the last recorded examination. */
  readonly lastResult: ResultCode | null;
  readonly openHolds: number;
};

/** Whether the facts allow a decision, whatever its ground: seizure takes property and so needs a finding. */
export function outcomeForbidden(facts: OutcomeFacts, kind: OutcomeKind): Decision<{ next: Status }> {
  const transition = nextStatus(kind, facts.status);
  if (!transition.ok) return transition;
  const reasons: Reason[] = [];
  if (kind === 'seize' && (facts.lastResult === null || outcomeOf(facts.lastResult) !== 'finding')) {
    reasons.push({ code: 'seizure.no_finding' });
  }
  if (LEAVING.includes(kind) && facts.openHolds > 0) {
    reasons.push({ code: 'decision.hold_open', params: { count: facts.openHolds } });
  }
  return reasons.length > 0 ? { ok: false, reasons } : transition;
}

/** Whether a decision may be made on a ground, and the provision it rests on. Every reason against is named. */
export function decideOutcome(
  facts: OutcomeFacts,
  wish: { readonly kind: OutcomeKind; readonly ground: string },
): Decision<{ next: Status; citation: string }> {
  const decision = outcomeForbidden(facts, wish.kind);
  const citation = citationOf(wish.kind, wish.ground);
  if (citation === null) {
    const unfit: Reason = { code: 'decision.ground_unfit', pointer: 'ground' };
    return { ok: false, reasons: decision.ok ? [unfit] : [...decision.reasons, unfit] };
  }
  return decision.ok ? { ...decision, citation } : decision;
}

/** What tells whether a decision stands firm: when it was made, when the partner was told it, and how long it may be undone. */
export type FirmFacts = {
  readonly decidedAt: Date | null;
  readonly transmittedAt: Date | null;
  readonly undoMinutes: number;
};

/** Whether a decision may be reversed: once it was told, or can no longer be undone by who made it. */
export function decideFirm({ decidedAt, transmittedAt, undoMinutes }: FirmFacts, at: Date): Decision<object> {
  const isOpen =
    transmittedAt === null && decidedAt !== null && at.getTime() <= decidedAt.getTime() + undoMinutes * 60_000;
  return isOpen
    ? { ok: false, reasons: [{ code: 'decision.not_firm', params: { minutes: undoMinutes } }] }
    : { ok: true };
}

export type ProposalFacts = {
  readonly status: Status;
  readonly kind: DecisionKind;
  readonly proposedBy: string;
  /** Whether this officer opened the proposal: only then is its ground known to who seconds it. */
  readonly isOpened: boolean;
  /** Where it stood when it was proposed, and where the proposal leads. */
  readonly before: Status;
  readonly aim: Status;
  readonly proposedVersion: number;
  readonly currentVersion: number;
  readonly openHolds: number;
};

/**
 * Whether this officer may second a proposal: never the proposer, nobody who did not open it, and only on the data and holds the
 * proposal was made on.
 */
export function decideSecond(
  act: 'confirm' | 'reject',
  facts: ProposalFacts,
  actorId: string,
): Decision<{ next: Status }> {
  const transition = nextStatus(act, facts.status, act === 'confirm' ? facts.aim : facts.before);
  if (!transition.ok) return transition;
  if (facts.proposedBy === actorId) return { ok: false, reasons: [{ code: 'proposal.same_officer' }] };
  if (!facts.isOpened) return { ok: false, reasons: [{ code: 'proposal.not_opened' }] };
  if (act === 'reject') return transition;
  const reasons: Reason[] = [];
  if (facts.proposedVersion !== facts.currentVersion) reasons.push({ code: 'proposal.data_changed' });
  if (LEAVING.includes(facts.kind) && facts.openHolds > 0) {
    reasons.push({ code: 'decision.hold_open', params: { count: facts.openHolds } });
  }
  return reasons.length > 0 ? { ok: false, reasons } : transition;
}
