import { type Rate, wilson } from '@/lib/kernel/wilson';

/** How often two people met in these two choices. */
export type Pair = { readonly first: string; readonly second: string; readonly count: number };

export type Agreement = {
  readonly of: number;
  /** Share of equal choices with its interval; null where there is none to compare. */
  readonly agreed: Rate | null;
  /** Agreement beyond what chance would bring, with its interval; null where it has no meaning: too few, or everybody chose the same. */
  readonly kappa: { readonly value: number; readonly low: number; readonly high: number } | null;
};

const Z95 = 1.959_963_984_540_054;

/**
 * How far two people who judge apart agree: the share of equal choices, and Cohen's kappa (Cohen 1960) with the large-sample interval of
 * Fleiss, Cohen and Everitt (1969) at 95 %. Counts that are not of equal choices count as disagreement whatever they are.
 */
export function agreementOf(pairs: readonly Pair[]): Agreement {
  const of = pairs.reduce((sum, { count }) => sum + count, 0);
  const same = pairs.reduce((sum, { first, second, count }) => sum + (first === second ? count : 0), 0);
  return { of, agreed: wilson(same, of), kappa: of < 2 ? null : kappaOf(pairs, of) };
}

function kappaOf(pairs: readonly Pair[], of: number): Agreement['kappa'] {
  const share = (choice: (pair: Pair) => boolean) =>
    pairs.reduce((sum, pair) => sum + (choice(pair) ? pair.count : 0), 0) / of;
  const choices = [...new Set(pairs.flatMap(({ first, second }) => [first, second]))];
  const byFirst = new Map(choices.map((one) => [one, share(({ first }) => first === one)]));
  const bySecond = new Map(choices.map((one) => [one, share(({ second }) => second === one)]));
  const at = (map: ReadonlyMap<string, number>, choice: string) => map.get(choice) ?? 0;
  const observed = share(({ first, second }) => first === second);
  const expected = choices.reduce((sum, one) => sum + at(byFirst, one) * at(bySecond, one), 0);
  if (1 - expected < 1e-12) return null;
  const value = (observed - expected) / (1 - expected);
  let spread = 0;
  for (const { first, second, count } of pairs) {
    const p = count / of;
    spread +=
      first === second
        ? p * (1 - (at(byFirst, first) + at(bySecond, first)) * (1 - value)) ** 2
        : p * ((1 - value) * (at(bySecond, first) + at(byFirst, second))) ** 2;
  }
  const variance = (spread - (value - expected * (1 - value)) ** 2) / (of * (1 - expected) ** 2);
  const half = Z95 * Math.sqrt(Math.max(0, variance));
  return { value, low: Math.max(-1, value - half), high: Math.min(1, value + half) };
}
