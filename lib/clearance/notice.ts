import type { DecisionKind } from '@/lib/consignment/codes';
import { addDays, dayOf } from '@/lib/kernel/dates';
import type { Appeal } from '@/lib/policy/policy';
import { citationOf } from './grounds';

/** Decisions their recipient is told of with reasons and a remedy: they adversely affect the person (Regulation (EU) No 952/2013, Article 22(7)). */
export const NOTICE_KINDS = [
  'release_with_correction',
  'detain',
  'refuse',
  'return',
  're_export',
  'abandon',
  'seize',
  'destroy',
  'reverse',
] as const satisfies readonly DecisionKind[];
export type NoticeKind = (typeof NOTICE_KINDS)[number];

/** Whether the recipient is sent a notice of such a decision. */
export function isNoticed(kind: DecisionKind): kind is NoticeKind {
  return (NOTICE_KINDS as readonly DecisionKind[]).includes(kind);
}

export type NoticedDecision = {
  readonly kind: DecisionKind;
  readonly state: 'proposed' | 'final' | 'rejected' | 'undone';
  readonly ground: string;
  readonly citation: string | null;
  /** ISO instants: when it was decided, when a second officer agreed, until when it may be taken back. */
  readonly decidedAt: string;
  readonly secondAt: string | null;
  readonly undoableUntil: string | null;
};

export type Notice = {
  readonly kind: NoticeKind;
  readonly ground: string;
  readonly citation: string | null;
  /** The day the decision was made, `YYYY-MM-DD`; the notice bears it. */
  readonly decidedOn: string;
  /** ISO instant until which the decision may be taken back: the notice is not to be sent before. Null once it is firm. */
  readonly firmFrom: string | null;
  /** What the person can ask for and until when; null where the policy of the day names no remedy. */
  readonly remedy: {
    readonly words: string;
    readonly days: number;
    readonly until: string;
    readonly source: string;
  } | null;
};

/**
 * What a notice says of a decision by the appeal period of its day; null where none is due: it is not final, or takes nothing from
 * anybody.
 */
export function noticeOf(decision: NoticedDecision, appeal: Appeal | null): Notice | null {
  const { kind, ground, state, decidedAt, secondAt, undoableUntil } = decision;
  if (state !== 'final' || !isNoticed(kind)) return null;
  const decidedOn = dayOf(new Date(secondAt ?? decidedAt));
  return {
    kind,
    ground,
    citation: decision.citation ?? citationOf(kind, ground),
    decidedOn,
    firmFrom: undoableUntil,
    remedy: appeal && {
      words: appeal.remedy,
      days: appeal.days,
      until: lastDayOf(decidedOn, appeal.days),
      source: appeal.source,
    },
  };
}

type Made = { readonly decisionId: string; readonly decidedAt: string };

/**
 * What a notice is named by in an appeal: the reference of the consignment, and which of its decisions it tells. They are counted from
 * the first, whatever became of each, so that nothing that follows changes a number.
 */
export function noticeNumber(reference: string, decisions: readonly Made[], decisionId: string): string {
  const inOrder = [...decisions].sort(
    (one, other) => one.decidedAt.localeCompare(other.decidedAt) || one.decisionId.localeCompare(other.decisionId),
  );
  return `${reference}/${inOrder.findIndex((one) => one.decisionId === decisionId) + 1}`;
}

/**
 * The last day of a period in days: the day it runs from is not counted, and a period that would end at a weekend ends with the Monday
 * after (Regulation (EEC, Euratom) No 1182/71, Article 3). Public holidays are not known here: the office may only be more generous.
 */
export function lastDayOf(from: string, days: number): string {
  const last = addDays(from, days);
  const weekday = new Date(`${last}T00:00:00Z`).getUTCDay();
  return addDays(last, weekday === 6 ? 2 : weekday === 0 ? 1 : 0);
}
