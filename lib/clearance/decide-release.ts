import type { Lane, SelectionReason } from '@/lib/consignment/codes';
import { moneyText } from '@/lib/kernel/money';
import type { Reason } from '@/lib/kernel/problem';
import type { ExcludedGoods, OverLimit } from '@/lib/revenue/reduced-dataset';
import { GROUNDS, type ReleaseGround } from './grounds';
import { outcomeOf, type ResultCode } from './results';
import { type Decision, nextStatus, type Status } from './transitions';

export type ReleaseFacts = {
  readonly status: Status;
  readonly lane: Lane;
  readonly selectionReason: SelectionReason;
  readonly openHolds: number;
  readonly openReferrals: number;
  /** Result of the last recorded examination. */
  readonly lastResult: ResultCode | null;
  readonly hasCorrections: boolean;
  /** An officer stated a duty that nobody could compute. */
  readonly hasStatedDuty: boolean;
  /** The corrected value lies above what the declaration covers, amounts as decimal text; null where it does not. */
  readonly uncovered: Uncovered | null;
  /** A corrected code is of goods the declaration may not be used for; null where none is. */
  readonly excluded: ExcludedGoods | null;
  /** What it owes goes beyond the guarantee of who owes it; null where it does not. */
  readonly overGuarantee: OverGuarantee | null;
};

/** The account whose guarantee does not cover a release, amounts as decimal text. */
export type OverGuarantee = {
  readonly account: string;
  readonly limit: string;
  readonly used: string;
  readonly owed: string;
  readonly currency: string;
};

export type Uncovered = {
  readonly value: string;
  readonly limit: string;
  readonly currency: string;
  readonly citation: string;
};

/** What stands against a release when corrected goods passed the limit of their declaration. */
export function uncoveredBy(corrected: {
  readonly overLimit: OverLimit | null;
  readonly currency: string;
  readonly minorDigits: number;
}): Uncovered | null {
  const { overLimit, currency, minorDigits } = corrected;
  if (!overLimit?.needsDeclaration) return null;
  return {
    value: moneyText(overLimit.valueMinor, minorDigits),
    limit: moneyText(overLimit.limitMinor, minorDigits),
    currency,
    citation: overLimit.citation,
  };
}

export type ReleaseWish = {
  readonly kind: 'release' | 'release_with_correction';
  readonly ground: ReleaseGround;
  readonly note: string | null;
  readonly isSupervisor: boolean;
};

const VERIFICATION = 'Regulation (EU) No 952/2013, Article 188';
const RELEASE = 'Regulation (EU) No 952/2013, Article 194(1)';
const SECURED = 'Regulation (EU) No 952/2013, Article 195(1)';

/** Whether a consignment may be released. Every reason against is named, not the first alone. */
export function decideRelease(facts: ReleaseFacts, wish: ReleaseWish): Decision<{ next: Status; citation: string }> {
  const transition = nextStatus(wish.kind, facts.status);
  if (!transition.ok) return transition;
  const reasons: Reason[] = [];
  if (facts.openHolds > 0)
    reasons.push({ code: 'release.hold_open', citation: RELEASE, params: { count: facts.openHolds } });
  if (facts.openReferrals > 0) reasons.push({ code: 'release.referral_open', params: { count: facts.openReferrals } });
  if (facts.lastResult === 'prohibited') reasons.push({ code: 'release.prohibited', citation: RELEASE });
  if (facts.uncovered) {
    // What the verification found is what the law is applied to (Article 191(1)), whether or not the officer settles the finding.
    const { citation, ...params } = facts.uncovered;
    reasons.push({ code: 'release.standard_declaration_required', citation, params });
  }
  if (facts.excluded) {
    const { citation, itemNumber, commodityCode } = facts.excluded;
    const params = { item: itemNumber, code: commodityCode };
    reasons.push({ code: 'release.excluded_goods', citation, params });
  }
  if (facts.overGuarantee) {
    reasons.push({ code: 'release.over_guarantee', citation: SECURED, params: facts.overGuarantee });
  }
  reasons.push(...withoutExamination(facts, wish), ...besideFinding(facts, wish));
  return reasons.length > 0 ? { ok: false, reasons } : { ...transition, citation: GROUNDS[wish.kind][wish.ground] };
}

/** Red goods leave unexamined only with a note; those a rule or the random draw selected only by a supervisor. */
function withoutExamination(facts: ReleaseFacts, wish: ReleaseWish): Reason[] {
  const wasExamined = facts.lastResult !== null && outcomeOf(facts.lastResult) !== 'not_done';
  if (facts.lane !== 'red' || wasExamined) return [];
  const mustExamine = facts.selectionReason === 'mandatory' || facts.selectionReason === 'random';
  if (mustExamine && !wish.isSupervisor) {
    return [{ code: `release.unexamined_${facts.selectionReason}`, citation: VERIFICATION }];
  }
  return wish.note ? [] : [{ code: 'release.note_required', pointer: 'note' }];
}

/** A finding is settled by a correction, or the officer says in words why it is not. */
function besideFinding(facts: ReleaseFacts, wish: ReleaseWish): Reason[] {
  const hasFinding = facts.lastResult !== null && outcomeOf(facts.lastResult) === 'finding';
  if (wish.kind === 'release_with_correction') {
    return (hasFinding && facts.hasCorrections) || facts.hasStatedDuty ? [] : [{ code: 'release.no_correction' }];
  }
  // As declared the duty would be open again, and the partner would never be told the one that was stated.
  if (facts.hasStatedDuty) return [{ code: 'release.duty_stated', pointer: 'kind' }];
  if (wish.ground === 'correction_settled') return [{ code: 'release.ground_unfit', pointer: 'ground' }];
  if (wish.ground === 'examination_conform' && facts.lastResult !== 'conform') {
    return [{ code: 'release.ground_unfit', pointer: 'ground' }];
  }
  return hasFinding && !wish.note ? [{ code: 'release.finding_note_required', pointer: 'note' }] : [];
}
