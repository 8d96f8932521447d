import { adviseAct, releaseForbidden, releaseKind, seizureForbidden } from '@/lib/clearance/advise-act';
import { OUTCOME_KINDS, outcomeForbidden } from '@/lib/clearance/decide-outcome';
import { type Decision, possible } from '@/lib/clearance/transitions';
import type { Reason } from '@/lib/kernel/problem';
import type { DeskSubject } from './desk-subject';

export const VERBS = ['release', 'hold', 'examine', 'result', 'seize', 'second'] as const;
export type Verb = (typeof VERBS)[number];
/** The form that is open: a verb, an open hold or question by its id, or an open duty by its item. */
export type Mode =
  | Verb
  | 'outcome'
  | 'snooze'
  | 'skip'
  | 'transfer'
  | 'comment'
  | 'assign'
  | `lift:${string}`
  | `answer:${string}`
  | `withdraw:${string}`
  | `duty:${number}`;

export type OfferedVerb = {
  readonly mode: Verb;
  readonly keys: string;
  readonly isPossible: boolean;
  /** The act the verdict recommends. */
  readonly isAdvised: boolean;
  /** Why it is not possible, where the facts say so; empty where another officer's claim is all that stands against it. */
  readonly reasons: readonly Reason[];
};

const ADVISED = {
  release: 'release',
  hold: 'hold',
  examine: 'examine',
  record_result: 'result',
  seize: 'seize',
  confirm: 'second',
} as const satisfies Record<NonNullable<ReturnType<typeof adviseAct>>, Verb>;

/**
 * The four verbs in their fixed places; the third and fourth follow the state of examination and seizure. What the facts forbid is
 * not offered, and says why.
 */
export function verbsOf(subject: DeskSubject, isClaimLost = false): OfferedVerb[] {
  const { status, holder, proposal, orderedExamination, facts, isSupervisor, powersAgainst } = subject;
  const isFree = holder !== 'other' && !isClaimLost;
  const advised = adviseAct(facts);
  const offer = (mode: Verb, keys: string, decision: Decision<object>): OfferedVerb => ({
    mode,
    keys,
    isPossible: isFree && decision.ok,
    isAdvised: isFree && decision.ok && advised !== null && ADVISED[advised] === mode,
    reasons: decision.ok ? [] : decision.reasons,
  });
  return [
    offer('release', '1', within(powersAgainst[releaseKind(facts)], releaseForbidden(facts, isSupervisor))),
    offer('hold', '2', possible('hold', status)),
    orderedExamination && status === 'examination'
      ? offer('result', '3', possible('record_result', status))
      : offer('examine', '3', possible('examine', status)),
    proposal && !proposal.isOwn
      ? offer('second', '4', within(powersAgainst[proposal.kind], possible('confirm', status)))
      : offer('seize', '4', within(powersAgainst.seize, seizureForbidden(facts))),
  ];
}

/** A decision by the facts, and by the powers of who would take it. */
function within(against: Reason | undefined, decision: Decision<object>): Decision<object> {
  if (!against) return decision;
  return { ok: false, reasons: decision.ok ? [against] : [against, ...decision.reasons] };
}

/** Outcomes that are rare, and are offered behind one key: a seizure has a key of its own. */
const RARE = OUTCOME_KINDS.filter((kind) => kind !== 'seize');
export type RareOutcome = (typeof RARE)[number];

/** What else may become of the goods where they stand, and what the facts have against it. */
export function outcomesOf(
  { holder, facts, powersAgainst }: Pick<DeskSubject, 'holder' | 'facts' | 'powersAgainst'>,
  isClaimLost = false,
): { readonly kind: RareOutcome; readonly reasons: readonly Reason[] }[] {
  if (holder === 'other' || isClaimLost) return [];
  return RARE.filter((kind) => possible(kind, facts.status).ok).map((kind) => {
    const decision = within(powersAgainst[kind], outcomeForbidden(facts, kind));
    return { kind, reasons: decision.ok ? [] : decision.reasons };
  });
}

/** The form an address asks for (`?act=examine`), as far as the state allows it. */
export function modeOf(act: string | undefined, subject: DeskSubject): Verb | null {
  const place = { release: 0, hold: 1, examine: 2, seize: 3 }[act ?? ''];
  const verb = place === undefined ? undefined : verbsOf(subject)[place];
  return verb?.isPossible ? verb.mode : null;
}
