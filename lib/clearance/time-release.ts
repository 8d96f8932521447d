import { DECISION_EVENTS } from './events';

/** With whom the clock lies. */
export const CLOCK_PARTIES = ['customs', 'partner', 'agency', 'recipient'] as const;
export type ClockParty = (typeof CLOCK_PARTIES)[number];

/**
 * What the time went into: waiting for an officer, in an officer's hands, control of goods or papers, the second officer, an answer, a hold,
 * the payment, the telling.
 */
export const CLOCK_STEPS = ['wait', 'officer', 'control', 'second', 'answer', 'hold', 'payment', 'telling'] as const;
export type ClockStep = (typeof CLOCK_STEPS)[number];

/** One line of the timeline; `at` is an ISO instant. */
export type Stamp = {
  readonly at: string;
  readonly kind: string;
  readonly values: Readonly<Record<string, string | number | null>>;
};
/** A stretch of time with whom and what it is put down to; instants in milliseconds. */
export type ClockInterval = {
  readonly party: ClockParty;
  readonly step: ClockStep;
  readonly fromMs: number;
  readonly toMs: number;
};

/** Grounds of a hold that another than customs settles, where it carries no question to an agency. */
const SETTLED_BY: Readonly<Record<string, ClockParty>> = {
  other_agency: 'agency',
  ipr_suspicion: 'agency',
  licence_missing: 'recipient',
};
/** Goods that are detained, or are so no more, are still in the hands of customs; so are those of a decision that was reversed. */
const { detain: DETAINED, end_detention: DETENTION_ENDED, reverse: REVERSED, ...DECISIONS } = DECISION_EVENTS;
/** What ends the wait for the answer to a question. */
const QUESTION_ENDS: readonly string[] = ['answered', 'referral_withdrawn', 'referral_unanswered'];
const DECIDES: readonly string[] = [...Object.values(DECISIONS), 'released_by_lane'];

type Standing = {
  isClaimed: boolean;
  isExamined: boolean;
  isProposed: boolean;
  isDecided: boolean;
  isUnpaid: boolean;
  questions: number;
  holds: OpenHold[];
};
/** `agency`: which one it asks; null for a hold of customs alone. An answer that lifts nothing leaves the goods with customs. */
type OpenHold = { readonly ground: string | null; readonly agency: string | null; readonly isAnswered: boolean };

/**
 * The time of a consignment from receipt until the partner is told, or until `untilMs`, in stretches put down to whoever the clock lay
 * with (Time Release Study of the WCO, version 3): an open question to the partner, a hold for an agency until it answers, one that an
 * agency or the recipient settles by its ground, and all the rest to customs. Together they are the whole time, without gap or overlap. Stamps in any order.
 */
export function clockIntervals(
  stamps: readonly Stamp[],
  receivedMs: number,
  untilMs: number,
): readonly ClockInterval[] {
  const standing: Standing = {
    isClaimed: false,
    isExamined: false,
    isProposed: false,
    isDecided: false,
    isUnpaid: false,
    questions: 0,
    holds: [],
  };
  const intervals: ClockInterval[] = [];
  let fromMs = receivedMs;
  const close = (toMs: number) => {
    if (toMs <= fromMs) return;
    const now = attributed(standing);
    const last = intervals.at(-1);
    if (last?.party === now.party && last.step === now.step) intervals[intervals.length - 1] = { ...last, toMs };
    else intervals.push({ ...now, fromMs, toMs });
    fromMs = toMs;
  };
  const inOrder = stamps.map((stamp) => ({ ...stamp, ms: Date.parse(stamp.at) })).sort((a, b) => a.ms - b.ms);
  for (const { ms, kind, values } of inOrder) {
    if (ms > untilMs) break;
    close(ms);
    if (kind === 'transmitted' && standing.isDecided) return intervals;
    note(standing, kind, values);
  }
  close(untilMs);
  return intervals;
}

const textOf = (value: unknown) => (typeof value === 'string' ? value : null);

function note(standing: Standing, kind: string, values: Stamp['values']): void {
  const [ground, agency] = [textOf(values.ground), textOf(values.agency)];
  // An answer of before it named the ground is one to all that the agency was asked.
  const isOf = (hold: OpenHold) => hold.agency === agency && (ground === null || hold.ground === ground);
  if (kind === 'payment_awaited') Object.assign(standing, { isUnpaid: true, isProposed: false, isClaimed: false });
  else if (DECIDES.includes(kind) || kind === 'payment_settled')
    Object.assign(standing, { isDecided: true, isUnpaid: false, isProposed: false, isClaimed: false });
  else if (kind === DETAINED || kind === DETENTION_ENDED)
    Object.assign(standing, { isUnpaid: false, isProposed: false, isClaimed: kind === DETENTION_ENDED });
  else if (kind === 'undone' || kind === 'reselected' || kind === REVERSED)
    Object.assign(standing, { isDecided: false, isUnpaid: false, isProposed: false });
  else if (kind === 'claimed' || kind === 'reassigned') standing.isClaimed = true;
  else if (['given_back', 'skipped', 'snoozed', 'transferred', 'lease_expired'].includes(kind))
    standing.isClaimed = false;
  else if (kind === 'examination_ordered') Object.assign(standing, { isExamined: true, isClaimed: false });
  else if (kind === 'result_recorded') Object.assign(standing, { isExamined: false, isClaimed: true });
  else if (kind === 'proposed' || kind === 'seizure_proposed') standing.isProposed = true;
  else if (kind === 'proposal_rejected' || kind === 'seizure_rejected') standing.isProposed = false;
  else if (kind === 'referred') standing.questions += 1;
  else if (QUESTION_ENDS.includes(kind)) standing.questions = Math.max(0, standing.questions - 1);
  else if (kind === 'hold_placed') standing.holds.push({ ground, agency, isAnswered: false });
  else if (kind === 'hold_answered')
    standing.holds = standing.holds.map((hold) => (isOf(hold) ? { ...hold, isAnswered: true } : hold));
  else if (kind === 'hold_lifted') {
    const index = standing.holds.findIndex(isOf);
    if (index >= 0) standing.holds.splice(index, 1);
  }
}

function attributed(standing: Standing): { readonly party: ClockParty; readonly step: ClockStep } {
  if (standing.isDecided) return { party: 'customs', step: 'telling' };
  if (standing.questions > 0) return { party: 'partner', step: 'answer' };
  const [outside] = standing.holds.flatMap(settledBy);
  if (outside) return { party: outside, step: 'hold' };
  if (standing.isExamined) return { party: 'customs', step: 'control' };
  if (standing.isProposed) return { party: 'customs', step: 'second' };
  if (standing.holds.length > 0) return { party: 'customs', step: 'hold' };
  // Who pays has the clock: customs decided.
  if (standing.isUnpaid) return { party: 'recipient', step: 'payment' };
  return { party: 'customs', step: standing.isClaimed ? 'officer' : 'wait' };
}

function settledBy({ ground, agency, isAnswered }: OpenHold): ClockParty | [] {
  if (agency) return isAnswered ? [] : 'agency';
  return SETTLED_BY[ground ?? ''] ?? [];
}

/** Seconds by party; all of them, none left out. */
export function secondsByParty(intervals: readonly ClockInterval[]): Readonly<Record<ClockParty, number>> {
  const seconds = { customs: 0, partner: 0, agency: 0, recipient: 0 };
  for (const { party, fromMs, toMs } of intervals) seconds[party] += (toMs - fromMs) / 1000;
  return seconds;
}

/**
 * The two ages of the questions of a consignment, in seconds: from the first question until the decision, or until `untilMs`, and how much
 * of that lay with the partner.
 */
export function referralAges(
  stamps: readonly Stamp[],
  firstAskedMs: number,
  untilMs: number,
): { readonly inAll: number; readonly withPartner: number } {
  const intervals = clockIntervals(stamps, firstAskedMs, untilMs).filter(({ step }) => step !== 'telling');
  const { partner, ...others } = secondsByParty(intervals);
  return { inAll: Object.values(others).reduce((sum, one) => sum + one, partner), withPartner: partner };
}
