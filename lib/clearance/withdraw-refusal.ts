import { isDecided, isLetGo, type Status } from './transitions';

export type WithdrawFacts = {
  readonly status: Status;
  /** Null when no decision of an officer is in force. */
  readonly decidedBy: string | null;
  /** An officer decided once, whether that is still in force or not. */
  readonly wasDecided: boolean;
  readonly claimedBy: string | null;
  readonly leaseUntil: Date | null;
  readonly openHolds: number;
  readonly openReferrals: number;
  readonly examinationOutcome: string;
  /** Expected arrival. */
  readonly actByAt: Date;
};

/** Why a consignment cannot be withdrawn, as far as its partner may know: never in whose hands or in which proceeding it is. */
export const WITHDRAW_REFUSALS = [
  'withdraw.hold_open',
  'withdraw.referral_open',
  'withdraw.acted_on',
  'withdraw.decided',
  'withdraw.arrived',
  'withdraw.already',
] as const;
export type WithdrawRefusal = (typeof WITHDRAW_REFUSALS)[number];

/**
 * What stands against withdrawing a consignment; null where nothing does. It may be withdrawn while nobody acts on it, or after
 * its lane let it go and before it arrives. An ordered control and a decision end the right, whatever became of them: a finding
 * or a detention is not withdrawn, and no sample loses what it found (compare Regulation (EU) No 952/2013, Article 174, on invalidation).
 */
export function withdrawRefusal(facts: WithdrawFacts, at: Date): WithdrawRefusal | null {
  if (facts.status === 'withdrawn') return 'withdraw.already';
  const isDecidedNow = facts.decidedBy !== null || (!isLetGo(facts.status) && isDecided(facts.status));
  if (isDecidedNow || facts.wasDecided) return 'withdraw.decided';
  if (facts.openHolds > 0) return 'withdraw.hold_open';
  if (isLetGo(facts.status)) return facts.actByAt > at ? null : 'withdraw.arrived';
  if (facts.openReferrals > 0) return 'withdraw.referral_open';
  const isClaimed = facts.claimedBy !== null && (facts.leaseUntil === null || facts.leaseUntil > at);
  const isActedOn = isClaimed || facts.status !== 'selected' || facts.examinationOutcome !== 'none';
  return isActedOn ? 'withdraw.acted_on' : null;
}
