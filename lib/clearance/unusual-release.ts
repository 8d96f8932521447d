import type { Reason } from '@/lib/kernel/problem';
import { type Amount, minorOf } from './amount';
import type { Decision } from './transitions';

/** What may be unusual about a release. */
export const UNUSUAL = ['match', 'charges'] as const;
export type UnusualCode = (typeof UNUSUAL)[number];

/** Charges that a correction makes so many times what was declared, or so small a part of it, are looked at twice. */
const TIMES = 5n;
/** A change of less is never unusual: it is a slip of cents, whatever its ratio. In minor units. */
const CHANGE_MIN_MINOR = 5_000n;

export type UnusualFacts = {
  /** Listed parties it resembles of whom nobody has said that they are another. */
  readonly openMatches: number;
  /** What is charged as declared and as corrected; null where nothing was corrected. */
  readonly charges: { readonly declared: Amount; readonly corrected: Amount } | null;
};

/** Why a release is unusual. It is no refusal: it asks the officer to look once more. */
export type Unusual =
  | { readonly code: 'match'; readonly count: number }
  | { readonly code: 'charges'; readonly declared: Amount; readonly corrected: Amount };

/** What is out of the ordinary about a release of this kind, so that a slip of the hand is seen before it leaves. */
export function unusualRelease(
  { openMatches, charges }: UnusualFacts,
  kind: 'release' | 'release_with_correction',
): Unusual[] {
  const matches: Unusual[] = openMatches > 0 ? [{ code: 'match', count: openMatches }] : [];
  if (kind !== 'release_with_correction' || !charges || !isFarApart(charges)) return matches;
  return [...matches, { code: 'charges', ...charges }];
}

function isFarApart({ declared, corrected }: { declared: Amount; corrected: Amount }): boolean {
  const [before, after] = [minorOf(declared), minorOf(corrected)];
  const change = after > before ? after - before : before - after;
  return change >= CHANGE_MIN_MINOR && (after >= before * TIMES || after * TIMES <= before);
}

/** What an officer says to have looked at: the ground with what it was, so that no look at one match stands for two, nor one sum for another. */
export function lookAt(one: Unusual): string {
  return one.code === 'match' ? lookOf.match(one.count) : lookOf.charges(one.declared, one.corrected);
}

const lookOf = {
  match: (count: number) => `match:${count}`,
  charges: (declared: Amount, corrected: Amount) =>
    `charges:${declared.amount}>${corrected.amount}:${declared.currency}`,
};

/**
 * Whether a release that is out of the ordinary may go on: only where the officer says of each ground to have looked at it as it is now,
 * whatever the screen showed.
 */
export function decideUnusual(unusual: readonly Unusual[], acknowledged: readonly string[]): Decision<object> {
  const unseen = unusual.filter((one) => !acknowledged.includes(lookAt(one)));
  if (unseen.length === 0) return { ok: true };
  return {
    ok: false,
    reasons: unseen.map((one): Reason => {
      if (one.code === 'match') return { code: 'release.unusual_match', params: { count: one.count } };
      const { declared, corrected } = one;
      const params = { declared: declared.amount, corrected: corrected.amount, currency: declared.currency };
      return { code: 'release.unusual_charges', params };
    }),
  };
}

/** The looks that a refusal asks for; none where it was refused for anything else. */
export function looksAskedFor(reasons: readonly Reason[]): string[] {
  const looks = reasons.map(({ code, params = {} }) => {
    if (code === 'release.unusual_match') return lookOf.match(Number(params.count));
    if (code !== 'release.unusual_charges') return null;
    const amount = (value: unknown) => ({ amount: String(value), currency: String(params.currency) });
    return lookOf.charges(amount(params.declared), amount(params.corrected));
  });
  return looks.every((look) => look !== null) ? looks : [];
}
