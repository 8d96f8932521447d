import type { Random } from '@/lib/kernel/prng';
import { rankRows } from './metrics';

/** A consignment chosen for examination, why, and how likely that was: what unbiased estimates weigh it by. */
export type Selected = { readonly row: number; readonly reason: 'score' | 'random'; readonly probability: number };

export type Capacity = {
  /** Examinations there are hands for. */
  readonly examinations: number;
  /** Share of them drawn at random from what the score leaves: the insurance against schemes nobody knows yet. */
  readonly randomShare: number;
};

/** Selects the worthiest rows and a random sample of the rest, up to capacity. */
export function selectRows(
  worths: ArrayLike<number>,
  { examinations, randomShare }: Capacity,
  random: Random,
): Selected[] {
  const whole = Math.min(examinations, worths.length);
  const drawn = Math.round(whole * randomShare);
  const ranked = rankRows(worths, Math.floor(random() * 2 ** 32));
  const top = Array.from(
    ranked.subarray(0, whole - drawn),
    (row) => ({ row, reason: 'score', probability: 1 }) as const,
  );
  const rest = Array.from(ranked.subarray(whole - drawn));
  const probability = drawn / rest.length;
  for (let at = 0; at < drawn; at++) {
    const other = at + Math.floor(random() * (rest.length - at));
    [rest[at], rest[other]] = [rest[other] ?? 0, rest[at] ?? 0];
  }
  return [...top, ...rest.slice(0, drawn).map((row) => ({ row, reason: 'random', probability }) as const)];
}
