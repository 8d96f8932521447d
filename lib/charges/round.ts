import { allocate } from '@/lib/kernel/money';
import {
  fraction,
  fromMinor,
  plus,
  type Rational,
  rational,
  rationalText,
  times,
  toMinor,
  unitsIn,
  ZERO,
} from '@/lib/kernel/rational';
import type { RoundingStep } from './law';

/** Places beyond the minor unit that shares are weighed by; far finer than any rate. */
const WEIGHT_SCALE = 18;

/** An exact amount in major units as minor units, to the step of the law. */
export function roundTo(
  value: Rational,
  { step, mode }: Pick<RoundingStep, 'step' | 'mode'>,
  minorDigits: number,
): bigint {
  const unit = rational(step);
  return unitsIn(value, unit, mode) * toMinor(unit, minorDigits, 'down');
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

/** How an amount was rounded, where anything was; nothing where it was whole already. */
export function roundingText(exact: Rational, minor: bigint, rule: RoundingStep, minorDigits: number): string {
  const rounded = fromMinor(minor, minorDigits);
  if (times(exact, fraction(rounded.under)).over === rounded.over && exact.under === rounded.under) return '';
  const place = rule.level === 'line' ? '' : ' in the sum of the consignment';
  return `, ${rule.mode} to ${rule.step}${place}: ${rationalText(rounded, minorDigits)}`;
}
