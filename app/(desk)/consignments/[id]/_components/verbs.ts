import { nextStatus } from '@/lib/clearance/transitions';
import type { DeskSubject } from './desk-subject';

export const VERBS = ['release', 'hold', 'examine', 'result', 'seize', 'second'] as const;
export type Verb = (typeof VERBS)[number];
/** The form that is open: a verb, or an open hold or question by its id. */
export type Mode = Verb | `lift:${string}` | `answer:${string}`;

type OfferedVerb = { readonly mode: Verb; readonly keys: string; readonly isPossible: boolean };

/** The four verbs in their fixed places; the third and fourth follow the state of examination and seizure. */
export function verbsOf({ status, holder, proposal, orderedExamination }: DeskSubject): OfferedVerb[] {
  const isFree = holder !== 'other';
  const may = (act: Parameters<typeof nextStatus>[0]) => isFree && nextStatus(act, status).ok;
  return [
    { mode: 'release', keys: '1', isPossible: may('release') },
    { mode: 'hold', keys: '2', isPossible: may('hold') },
    orderedExamination && status === 'examination'
      ? { mode: 'result', keys: '3', isPossible: may('record_result') }
      : { mode: 'examine', keys: '3', isPossible: may('examine') },
    proposal && !proposal.isOwn
      ? { mode: 'second', keys: '4', isPossible: may('confirm_seizure') }
      : { mode: 'seize', keys: '4', isPossible: may('propose_seizure') },
  ];
}

/** The form an address asks for (`?act=examine`), as far as the state allows it. */
export function modeOf(act: string | undefined, subject: DeskSubject): Verb | null {
  const place = { release: 0, hold: 1, examine: 2, seize: 3 }[act ?? ''];
  const verb = place === undefined ? undefined : verbsOf(subject)[place];
  return verb?.isPossible ? verb.mode : null;
}
