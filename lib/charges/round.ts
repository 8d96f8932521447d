import { divideRounded } from '@/lib/kernel/decimal';
import { allocate } from '@/lib/kernel/money';
import { fromMinor, plus, type Rational, rational, rationalText, toMinor, ZERO } from '@/lib/kernel/rational';
import type { RoundingStep } from './law';

/** Places beyond the minor unit that shares are weighed by; far finer than any rate. */
const WEIGHT_SCALE = 18;

/** An exact amount in major units as minor units, to the step of the law. */
export function roundTo(value: Rational, rule: RoundingStep, minorDigits: number): bigint {
  const { minor } = unitOf(rule, minorDigits);
  return divideRounded(value.over * 10n ** BigInt(minorDigits), value.under * minor, rule.mode) * minor;
}

/**
 * Rounds what lines come to: each by itself, or their sum once, which then goes back to the lines by what each came to. In both
 * cases the lines add up to what is charged.
 */
export function roundLines(exact: readonly Rational[], rule: RoundingStep, minorDigits: number): readonly bigint[] {
  if (rule.level === 'line') return exact.map((value) => roundTo(value, rule, minorDigits));
  const sum = exact.reduce(plus, ZERO);
  return allocate(
    roundTo(sum, rule, minorDigits),
    exact.map((value) => toMinor(value, WEIGHT_SCALE, 'down')),
  );
}

/** The same of amounts that are whole minor units: the bases of duty and tax. */
export function roundMinors(minors: readonly bigint[], rule: RoundingStep, minorDigits: number): readonly bigint[] {
  if (unitOf(rule, minorDigits).minor === 1n) return minors;
  const major = minors.map((minor) => fromMinor(minor, minorDigits));
  return roundLines(major, rule, minorDigits);
}

type Unit = { readonly minor: bigint; readonly isOrdinary: boolean };
const units = new WeakMap<RoundingStep, Unit>();

/** A step in minor units, and whether it is the ordinary one, half up to the minor unit once a line, as sums on paper are done. */
function unitOf(rule: RoundingStep, minorDigits: number): Unit {
  const known = units.get(rule);
  if (known) return known;
  const minor = toMinor(rational(rule.step), minorDigits, 'down');
  const unit = { minor, isOrdinary: minor === 1n && rule.mode === 'halfUp' && rule.level === 'line' };
  units.set(rule, unit);
  return unit;
}

/** What a working says of the rounding of its base (`base`) or amount (`due`): nothing where it is ordinary or changed nothing. */
export function roundingPrinted(
  name: 'base' | 'due',
  /** In major units; a whole number is of minor units. */
  exact: Rational | bigint,
  roundedMinor: bigint,
  rule: RoundingStep,
  minorDigits: number,
): Readonly<Record<string, string>> {
  if (exact === roundedMinor || unitOf(rule, minorDigits).isOrdinary) return {};
  const before = typeof exact === 'bigint' ? fromMinor(exact, minorDigits) : exact;
  const rounded = fromMinor(roundedMinor, minorDigits);
  if (before.over === rounded.over && before.under === rounded.under) return {};
  return {
    [`${name}Exact`]: rationalText(before, minorDigits),
    [`${name}Rounded`]: rationalText(rounded, minorDigits),
    [`${name}Mode`]: rule.mode,
    [`${name}Step`]: rule.step,
    [`${name}Level`]: rule.level,
  };
}
