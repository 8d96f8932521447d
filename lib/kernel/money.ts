import { type Decimal, divideRounded, formatScaled, multiplyRounded, type Rounding, toScaled } from './decimal';

/** Integer minor units of an ISO 4217 currency. */
export type Money = { readonly minor: bigint; readonly currency: string };

/** Adds two amounts of one currency. @throws RangeError when the currencies differ. */
export function addMoney(a: Money, b: Money): Money {
  if (a.currency !== b.currency) throw new RangeError(`cannot add ${a.currency} and ${b.currency}`);
  return { minor: a.minor + b.minor, currency: a.currency };
}

/**
 * Converts a declared amount to minor units of another currency.
 * `unitsPerBase` is how many units of the declared currency one unit of the target buys, as central banks publish it.
 */
export function convertDeclared(
  amount: Decimal,
  unitsPerBase: Decimal,
  targetExponent: number,
  rounding: Rounding,
): bigint {
  const dividend = amount.digits * 10n ** BigInt(targetExponent + unitsPerBase.scale);
  return divideRounded(dividend, unitsPerBase.digits * 10n ** BigInt(amount.scale), rounding);
}

/** A share of an amount, rounded once: a duty or tax rate in per cent. */
export function percentOf(minor: bigint, ratePercent: Decimal, rounding: Rounding): bigint {
  return multiplyRounded(minor, { digits: ratePercent.digits, scale: ratePercent.scale + 2 }, rounding);
}

/** Splits an amount by weights so that the shares sum to the whole; left-over units go to the largest remainders, first come first. */
export function allocate(minor: bigint, weights: readonly bigint[]): bigint[] {
  const total = weights.reduce((sum, weight) => sum + weight, 0n);
  if (weights.length === 0) return [];
  const shares = total === 0n ? weights.map(() => 1n) : weights;
  const whole = total === 0n ? BigInt(weights.length) : total;
  const floor = shares.map((weight) => (minor * weight) / whole);
  let rest = minor - floor.reduce((sum, share) => sum + share, 0n);
  const order = shares
    .map((weight, index) => ({ index, remainder: (minor * weight) % whole }))
    .sort((a, b) => (a.remainder === b.remainder ? a.index - b.index : a.remainder > b.remainder ? -1 : 1));
  for (const { index } of order) {
    if (rest === 0n) break;
    const step = rest > 0n ? 1n : -1n;
    floor[index] = (floor[index] ?? 0n) + step;
    rest -= step;
  }
  return floor;
}

/** Plain decimal text of an amount, for exports and APIs: `1234.50`. */
export function moneyText(minor: bigint, exponent = 2): string {
  return formatScaled(minor, exponent);
}

/** Minor units of a declared amount in its own currency. */
export function minorOf(amount: Decimal, exponent: number, rounding: Rounding): bigint {
  return toScaled(amount, exponent, rounding);
}
