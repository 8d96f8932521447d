import { DAY_MS } from '@/lib/kernel/dates';
import type { Reason } from '@/lib/kernel/problem';
import { RESULT_CODES, type ResultCode } from './results';
import type { Decision } from './transitions';

/** How a consignment came to be audited after its release. */
export const AUDIT_BASES = ['drawn', 'selected'] as const;
export type AuditBasis = (typeof AUDIT_BASES)[number];

/** Where an audit stands. `overdue`: the partner was to answer and did not. `ended`: the goods came back before anything was found. */
export const AUDIT_STATES = ['waiting', 'taken', 'asked', 'answered', 'overdue', 'closed', 'ended'] as const;
export type AuditState = (typeof AUDIT_STATES)[number];

/** What brought goods back, which ends their audit: two reversed the release, new data or a slot that came free selected them, or their data were withdrawn. */
export const AUDIT_ENDS = ['reversed', 'new_data', 'given_slot', 'withdrawn'] as const;
export type AuditEnd = (typeof AUDIT_ENDS)[number];

/** Most that are drawn at once: an audit is work for a person. */
export const DRAW_MAX = 200;
/** Most days whose releases one draw is made from. */
export const DRAW_DAYS_MAX = 92;

/** What an audit may find. Goods that left cannot be missing from a shed. */
export type AuditResult = Exclude<ResultCode, 'not_found'>;
export const AUDIT_RESULTS = RESULT_CODES.filter((code): code is AuditResult => code !== 'not_found');

/** Years after which a debt is told to nobody (Regulation (EU) No 952/2013, Article 103(1)). */
const DEBT_YEARS = 3;

/** The question to the partner that an audit put last, where it put one. */
export type AuditQuestion = {
  readonly dueAt: Date;
  readonly answeredAt: Date | null;
  readonly withdrawnAt: Date | null;
};

/** The same, and whose entry the answer is: customs writes down what a partner said by other ways. */
export type HeardQuestion = AuditQuestion & {
  readonly answeredFrom: string | null;
  readonly answeredBy: string | null;
};

export type AuditFacts = {
  /** Officer who released the goods; null where their lane did. */
  readonly firstBy: string | null;
  readonly takenBy: string | null;
  readonly takenByName: string | null;
  readonly closedAt: Date | null;
  readonly closedByName: string | null;
  /** Why it ended without a result; null while it is open, or with one. */
  readonly endedAs: AuditEnd | null;
  /** Whether who asks ever released the goods, as the first or the second officer. */
  readonly hasReleased: boolean;
};

/** Where an audit stands, as the list tells it. */
export function auditState(
  { takenBy, closedAt, endedAs }: Pick<AuditFacts, 'takenBy' | 'closedAt' | 'endedAs'>,
  question: AuditQuestion | null,
  at: Date,
): AuditState {
  if (closedAt) return endedAs ? 'ended' : 'closed';
  if (!takenBy) return 'waiting';
  if (!question || question.withdrawnAt) return 'taken';
  if (question.answeredAt) return 'answered';
  return question.dueAt <= at ? 'overdue' : 'asked';
}

const refused = (code: string, params?: Reason['params']): Decision<object> => ({
  ok: false,
  reasons: [{ code, ...(params ? { params } : {}) }],
});

/**
 * Whether an officer may take an audit: while it is open, never of goods the officer released, and from a colleague only as it was seen
 * with that colleague.
 */
export function decideTake(facts: AuditFacts, seenWith: string | null, actorId: string): Decision<object> {
  const open = decideOpenAudit(facts, actorId);
  if (!open.ok) return open;
  if (facts.takenBy === actorId) return refused('post_audit.own_already');
  return facts.takenBy === seenWith ? { ok: true } : refused('post_audit.taken', { name: facts.takenByName ?? '' });
}

/** Whether an officer may go on with an audit: while it is open, by the one who took it, never by who released the goods. */
export function decideGoOn(facts: AuditFacts, actorId: string): Decision<object> {
  const open = decideOpenAudit(facts, actorId);
  if (!open.ok) return open;
  if (facts.takenBy === actorId) return { ok: true };
  return facts.takenBy === null
    ? refused('post_audit.not_taken')
    : refused('post_audit.taken', { name: facts.takenByName ?? '' });
}

function decideOpenAudit(
  { closedAt, closedByName, endedAs, firstBy, hasReleased }: AuditFacts,
  actorId: string,
): Decision<object> {
  if (closedAt && endedAs) return refused('post_audit.ended', { at: closedAt.getTime() });
  if (closedAt) return refused('post_audit.closed', { name: closedByName ?? '', at: closedAt.getTime() });
  return firstBy === actorId || hasReleased ? refused('post_audit.own_release') : { ok: true };
}

/**
 * Whether what an audit found may be charged: only once the partner was asked and answered, or let its time pass (the right to be heard,
 * Regulation (EU) No 952/2013, Article 22(6)), and within three years of the release, when the debt arose. An answer that the auditor wrote
 * down is no answer of the partner. What lowers the charges needs neither.
 */
export function decideRecovery(
  {
    extraMinor,
    question,
    releasedAt,
  }: { readonly extraMinor: bigint | null; readonly question: HeardQuestion | null; readonly releasedAt: Date },
  actorId: string,
  at: Date,
): Decision<object> {
  if (extraMinor !== null && extraMinor <= 0n) return { ok: true };
  if (!question || !isHeard(question, actorId, at)) return refused('post_audit.not_heard');
  const until = new Date(releasedAt);
  until.setUTCFullYear(until.getUTCFullYear() + DEBT_YEARS);
  return at <= until ? { ok: true } : refused('post_audit.time_barred', { years: DEBT_YEARS });
}

function isHeard(
  { dueAt, answeredAt, answeredFrom, answeredBy, withdrawnAt }: HeardQuestion,
  actorId: string,
  at: Date,
) {
  if (withdrawnAt) return false;
  if (dueAt <= at) return true;
  return answeredAt !== null && (answeredFrom === 'partner' || answeredBy !== actorId);
}

/** Whether releases of these days may be drawn from: days in order, past, and not too many. */
export function decideDraw(
  { from, to }: { readonly from: string; readonly to: string },
  today: string,
): Decision<object> {
  const place = (code: string, pointer: string, params?: Reason['params']): Decision<object> => ({
    ok: false,
    reasons: [{ code, pointer, ...(params ? { params } : {}) }],
  });
  if (to < from) return place('post_audit.days_reversed', 'to');
  if (to > today) return place('post_audit.day_ahead', 'to');
  const days = (Date.parse(to) - Date.parse(from)) / DAY_MS + 1;
  return days > DRAW_DAYS_MAX ? place('post_audit.too_many_days', 'from', { days: DRAW_DAYS_MAX }) : { ok: true };
}

/** The chance each of a number had to be among those drawn, decimal text of up to six places. */
export function probabilityOf(drawn: number, among: number): string {
  const millionths = among === 0 ? 0 : Math.round((drawn * 1_000_000) / among);
  return (millionths / 1_000_000).toFixed(6).replace(/\.?0+$/, '');
}
