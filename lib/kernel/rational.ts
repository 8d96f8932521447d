import { type Decimal, divideRounded, formatScaled, parseDecimal, type Rounding } from './decimal';

/** An exact fraction in lowest terms; the divisor is above zero. */
export type Rational = { readonly over: bigint; readonly under: bigint };

const size = (value: bigint) => (value < 0n ? -value : value);

function commonDivisor(a: bigint, b: bigint): bigint {
  let [x, y] = [size(a), size(b)];
  while (y > 0n) [x, y] = [y, x % y];
  return x;
}

/** The fraction of two integers. @throws RangeError on a zero divisor */
export function fraction(over: bigint, under = 1n): Rational {
  if (under === 0n) throw new RangeError('division by zero');
  const sign = under < 0n ? -1n : 1n;
  const shared = commonDivisor(over, under) * sign;
  return { over: over / shared, under: under / shared };
}

export const ZERO: Rational = fraction(0n);
export const ONE: Rational = fraction(1n);
export const HUNDREDTH: Rational = fraction(1n, 100n);

/** A decimal as a fraction. */
export const ofDecimal = ({ digits, scale }: Decimal): Rational => fraction(digits, 10n ** BigInt(scale));

/** Reads a plain decimal; null if it is anything else. */
export function parseRational(text: string): Rational | null {
  const parsed = parseDecimal(text);
  return parsed && ofDecimal(parsed);
}

/** Reads a decimal our own rules hold. @throws RangeError when it is not one */
export function rational(text: string): Rational {
  const parsed = parseRational(text);
  if (!parsed) throw new RangeError(`not a decimal: ${text}`);
  return parsed;
}

export const plus = (a: Rational, b: Rational): Rational =>
  fraction(a.over * b.under + b.over * a.under, a.under * b.under);
export const minus = (a: Rational, b: Rational): Rational => plus(a, { over: -b.over, under: b.under });
export const times = (a: Rational, b: Rational): Rational => fraction(a.over * b.over, a.under * b.under);
/** @throws RangeError on a zero divisor */
export const over = (a: Rational, b: Rational): Rational => fraction(a.over * b.under, a.under * b.over);

/** Below zero where `a` is the smaller, zero where they are equal. */
export function compare(a: Rational, b: Rational): number {
  const difference = a.over * b.under - b.over * a.under;
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

/** The count of whole `unit`s in a value, rounded once. @throws RangeError on a zero unit */
export function unitsIn(value: Rational, unit: Rational, rounding: Rounding): bigint {
  const count = over(value, unit);
  return divideRounded(count.over, count.under, rounding);
}

/** So many per cent of minor units, exact and in major units. */
export const percentOfMinor = (minor: bigint, { over: n, under }: Rational, scale: number): Rational =>
  fraction(minor * n, under * 10n ** BigInt(scale + 2));

/** The value as an integer count of 10^-scale, rounded once: major units of a currency to its minor units. */
export function toMinor(value: Rational, scale: number, rounding: Rounding): bigint {
  return divideRounded(value.over * 10n ** BigInt(scale), value.under, rounding);
}

/** Integer count of 10^-scale as an exact value: minor units of a currency to its major units. */
export const fromMinor = (minor: bigint, scale: number): Rational => fraction(minor, 10n ** BigInt(scale));

/** Whether a plain decimal can say the value. */
function scaleOf({ under }: Rational): number | null {
  let [rest, twos, fives] = [under, 0, 0];
  for (; rest % 2n === 0n; rest /= 2n) twos += 1;
  for (; rest % 5n === 0n; rest /= 5n) fives += 1;
  return rest === 1n ? Math.max(twos, fives) : null;
}

/** Plain decimal text where that is exact and short, with `leastScale` places at least; else the fraction: `1/3`. */
export function rationalText(value: Rational, leastScale = 0): string {
  const scale = scaleOf(value);
  if (scale === null || scale > 12) return `${value.over}/${value.under}`;
  const places = Math.max(scale, leastScale);
  return formatScaled((value.over * 10n ** BigInt(places)) / value.under, places);
}
