import { adviseAct, releaseForbidden, seizureForbidden } from '@/lib/clearance/advise-act';
import { type Decision, nextStatus } from '@/lib/clearance/transitions';
import type { Reason } from '@/lib/kernel/problem';
import type { DeskSubject } from './desk-subject';

export const VERBS = ['release', 'hold', 'examine', 'result', 'seize', 'second'] as const;
export type Verb = (typeof VERBS)[number];
/** The form that is open: a verb, an open hold or question by its id, or an open duty by its item. */
export type Mode = Verb | 'snooze' | 'skip' | `lift:${string}` | `answer:${string}` | `duty:${number}`;

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
  propose_seizure: 'seize',
  confirm_seizure: 'second',
} as const satisfies Record<NonNullable<ReturnType<typeof adviseAct>>, Verb>;

/**
 * The four verbs in their fixed places; the third and fourth follow the state of examination and seizure. What the facts forbid is
 * not offered, and says why.
 */
export function verbsOf(subject: DeskSubject, isClaimLost = false): OfferedVerb[] {
  const { status, holder, proposal, orderedExamination, facts, isSupervisor } = subject;
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
    offer('release', '1', releaseForbidden(facts, isSupervisor)),
    offer('hold', '2', nextStatus('hold', status)),
    orderedExamination && status === 'examination'
      ? offer('result', '3', nextStatus('record_result', status))
      : offer('examine', '3', nextStatus('examine', status)),
    proposal && !proposal.isOwn
      ? offer('second', '4', nextStatus('confirm_seizure', status))
      : offer('seize', '4', seizureForbidden(facts)),
  ];
}

/** The form an address asks for (`?act=examine`), as far as the state allows it. */
export function modeOf(act: string | undefined, subject: DeskSubject): Verb | null {
  const place = { release: 0, hold: 1, examine: 2, seize: 3 }[act ?? ''];
  const verb = place === undefined ? undefined : verbsOf(subject)[place];
  return verb?.isPossible ? verb.mode : null;
}
