import type { Channel } from '@/lib/consignment/codes';

/** Days of traffic that tell how much is to be expected on one. */
export const EXPECTED_FROM_DAYS = 28;

export type StratumFacts = {
  readonly channel: Channel;
  readonly valueMinor: bigint;
  /** Value up to which the reduced formalities for low value hold. */
  readonly lowValueMinor: bigint;
  /** Nobody has seen the sender before. */
  readonly isNewSender: boolean;
};

/** The group within which every consignment has the same chance to be drawn: channel, value class and whether the sender is known. */
export function stratumOf({ channel, valueMinor, lowValueMinor, isNewSender }: StratumFacts): string {
  return `${channel}:${valueMinor > lowValueMinor ? 'above' : 'low'}:${isNewSender ? 'new' : 'known'}`;
}

/** Chance of the draw in each stratum, and in one that was not expected. In [0, 1], six decimals, as it is stored. */
export type DrawPlan = { readonly strata: Readonly<Record<string, number>>; readonly other: number };

/** The same chance for everything. */
export const evenDraw = (probability: number): DrawPlan => ({ strata: {}, other: rounded(probability) });

export const probabilityIn = (plan: DrawPlan, stratum: string): number => plan.strata[stratum] ?? plan.other;

/** The chance that is left of one where trust in the partner leaves a part of it, six decimals as it is stored. */
export const sharedChance = (probability: number, share = 1): number => rounded(probability * share);

/**
 * Shares `places` random controls of a day out among the strata by the square root of what each is expected to bring, so that rare
 * ones are seen too, and turns them into the chance of a single consignment: on the expected traffic it draws `places` in the mean.
 * No stratum is drawn more than whole; what it cannot use goes to the others.
 */
export function drawPlanOf(places: number, expected: ReadonlyMap<string, number>): DrawPlan {
  const total = [...expected.values()].reduce((sum, count) => sum + count, 0);
  if (total <= 0) throw new Error('a draw needs expected traffic');
  const chances = new Map<string, number>();
  let left = Math.min(places, total);
  let open = [...expected].filter(([, count]) => count > 0);
  while (open.length > 0) {
    const roots = open.reduce((sum, [, count]) => sum + Math.sqrt(count), 0);
    const shareOf = (count: number) => (left * Math.sqrt(count)) / roots;
    const whole = open.filter(([, count]) => shareOf(count) >= count);
    if (whole.length === 0) {
      for (const [stratum, count] of open) chances.set(stratum, shareOf(count) / count);
      break;
    }
    for (const [stratum, count] of whole) {
      chances.set(stratum, 1);
      left -= count;
    }
    open = open.filter(([stratum]) => !chances.has(stratum));
  }
  const strata = [...chances]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([stratum, chance]) => [stratum, rounded(chance)]);
  return { strata: Object.fromEntries(strata), other: rounded(Math.min(1, places / total)) };
}

function rounded(chance: number): number {
  return Math.round(chance * 1e6) / 1e6;
}
