import type { Decision } from '@/lib/clearance/transitions';
import type { Reason } from '@/lib/kernel/problem';

/** What happens to an appeal, in order. Stored for years: add, never rename. */
export const APPEAL_ACTS = [
  'lodged',
  'secured',
  'escalated',
  'upheld',
  'partly_upheld',
  'rejected',
  'withdrawn',
] as const;
export type AppealAct = (typeof APPEAL_ACTS)[number];

/** Who decides: the administration first, the court after it (Regulation (EU) No 952/2013, Article 44(2)). */
export const APPEAL_STAGES = ['review', 'court'] as const;
export type AppealStage = (typeof APPEAL_STAGES)[number];

export const APPEAL_OUTCOMES = ['upheld', 'partly_upheld', 'rejected'] as const satisfies readonly AppealAct[];
export type AppealOutcome = (typeof APPEAL_OUTCOMES)[number];
export type AppealState = 'open' | AppealOutcome | 'withdrawn';

/** One act: what was claimed, secured or remitted by it, minor units. */
export type AppealStep = { readonly act: AppealAct; readonly amountMinor: bigint };

export type Appeal = {
  readonly stage: AppealStage;
  readonly state: AppealState;
  readonly claimedMinor: bigint;
  /** What its outcomes took off the charges. */
  readonly remittedMinor: bigint;
  /** What secures the disputed charges now. */
  readonly securedMinor: bigint;
};

const isOutcome = (act: AppealAct): act is AppealOutcome => (APPEAL_OUTCOMES as readonly AppealAct[]).includes(act);

/** Where an appeal stands after its acts. @throws Error without the first of them */
export function appealOf(steps: readonly AppealStep[]): Appeal {
  const [first, ...rest] = steps;
  if (first?.act !== 'lodged') throw new Error('an appeal begins by being lodged');
  const lodged: Appeal = {
    stage: 'review',
    state: 'open',
    claimedMinor: first.amountMinor,
    remittedMinor: 0n,
    securedMinor: 0n,
  };
  let appeal = lodged;
  for (const step of rest) appeal = afterStep(appeal, step);
  return appeal;
}

/** Where an appeal stands after one more act. */
function afterStep(appeal: Appeal, { act, amountMinor }: AppealStep): Appeal {
  if (act === 'secured') return { ...appeal, securedMinor: appeal.securedMinor + amountMinor };
  if (act === 'escalated') return { ...appeal, stage: 'court', state: 'open' };
  if (act === 'withdrawn') return { ...appeal, state: 'withdrawn', securedMinor: 0n };
  if (!isOutcome(act)) return appeal;
  return { ...appeal, state: act, remittedMinor: appeal.remittedMinor + amountMinor, securedMinor: 0n };
}

export type LodgeFacts = {
  readonly hasOpen: boolean;
  /** Charges that may still be disputed, minor units. */
  readonly chargesMinor: bigint;
  /** Last day to appeal; null where the law of the day names none. */
  readonly until: string | null;
  readonly hasDecision: boolean;
};

/** Whether an appeal may be lodged on a day, for so much of the charges. Every reason against is named. */
export function decideLodge(
  facts: LodgeFacts,
  wish: { readonly lodgedOn: string; readonly claimedMinor: bigint },
): Decision<object> {
  const reasons: Reason[] = [];
  if (facts.hasOpen) reasons.push({ code: 'appeal.open' });
  if (facts.until !== null && wish.lodgedOn > facts.until) {
    reasons.push({ code: 'appeal.too_late', params: { until: facts.until } });
  }
  if (wish.claimedMinor > facts.chargesMinor) reasons.push({ code: 'appeal.over_charges', pointer: 'claimed' });
  if (wish.claimedMinor === 0n && !facts.hasDecision) reasons.push({ code: 'appeal.nothing', pointer: 'claimed' });
  return reasons.length > 0 ? { ok: false, reasons } : { ok: true };
}

/** What is still disputed of the charges. */
export const disputedMinor = ({ claimedMinor, remittedMinor }: Appeal) => claimedMinor - remittedMinor;

/** Whether an act other than an outcome may follow. A security covers no more than what is disputed. */
export function decideStep(
  appeal: Appeal,
  wish: { readonly act: 'secured' | 'escalated' | 'withdrawn'; readonly amountMinor: bigint },
): Decision<object> {
  const refused = (code: string): Decision<object> => ({ ok: false, reasons: [{ code }] });
  if (wish.act === 'escalated') {
    if (appeal.stage === 'court') return refused('appeal.last_stage');
    return appeal.state === 'rejected' || appeal.state === 'partly_upheld'
      ? { ok: true }
      : refused('appeal.not_rejected');
  }
  if (appeal.state !== 'open') return refused('appeal.settled');
  if (wish.act === 'withdrawn') return { ok: true };
  if (wish.amountMinor === 0n) return refused('appeal.security_nothing');
  if (appeal.securedMinor + wish.amountMinor > disputedMinor(appeal)) return refused('appeal.security_over');
  return { ok: true };
}

/**
 * What an outcome takes off the charges: all that is disputed, a part of it, or nothing. Decided by another officer than who made the
 * decision, as long as the administration decides.
 */
export function decideOutcomeOfAppeal(
  appeal: Appeal,
  wish: { readonly outcome: AppealOutcome; readonly amountMinor: bigint },
  isOwnDecision: boolean,
): Decision<{ readonly remittedMinor: bigint }> {
  const refused = (code: string) => ({ ok: false as const, reasons: [{ code }] });
  if (appeal.state !== 'open') return refused('appeal.settled');
  if (isOwnDecision && appeal.stage === 'review') return refused('appeal.same_officer');
  const disputed = disputedMinor(appeal);
  if (wish.outcome === 'upheld') return { ok: true, remittedMinor: disputed };
  if (wish.outcome === 'rejected') return { ok: true, remittedMinor: 0n };
  if (wish.amountMinor === 0n || wish.amountMinor >= disputed) return refused('appeal.no_part');
  return { ok: true, remittedMinor: wish.amountMinor };
}
