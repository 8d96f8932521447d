/**
 * Where a question to the partner stands. `answered_late`: the answer came after it was due, and counts all the same. `unanswered`: none
 * had come when it was due, and then customs closed it; that is no question taken back.
 */
export const REFERRAL_STATES = ['open', 'overdue', 'answered', 'answered_late', 'unanswered', 'withdrawn'] as const;
export type ReferralState = (typeof REFERRAL_STATES)[number];

export type ReferralStamps = {
  readonly dueAt: Date;
  readonly answeredAt: Date | null;
  readonly withdrawnAt: Date | null;
};

/** The state of a question at an instant. */
export function referralState({ dueAt, answeredAt, withdrawnAt }: ReferralStamps, at: Date): ReferralState {
  if (withdrawnAt) return withdrawnAt >= dueAt ? 'unanswered' : 'withdrawn';
  if (answeredAt) return answeredAt > dueAt ? 'answered_late' : 'answered';
  return dueAt < at ? 'overdue' : 'open';
}

/** Whether it still waits for the partner. */
export const isWaiting = (state: ReferralState): boolean => state === 'open' || state === 'overdue';
