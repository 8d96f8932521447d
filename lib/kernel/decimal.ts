/** An exact decimal number: `digits / 10^scale`. */
export type Decimal = { readonly digits: bigint; readonly scale: number };

/**
 * Every rounding names its mode; there is no default. `up` and `halfUp` go away from zero, `down` and `halfDown` towards it;
 * `ceiling` and `floor` go by the number line, so that they part from `up` and `down` below zero.
 */
export const ROUNDINGS = ['halfUp', 'halfDown', 'halfEven', 'up', 'down', 'ceiling', 'floor'] as const;
export type Rounding = (typeof ROUNDINGS)[number];

const PLAIN_DECIMAL = /^-?(?:0|[1-9]\d*)(?:\.\d+)?$/;

/** Reads a plain decimal (point, no exponent, no thousands separator, no leading zeros); null if it is anything else. */
export function parseDecimal(text: string): Decimal | null {
  if (!PLAIN_DECIMAL.test(text)) return null;
  const point = text.indexOf('.');
  if (point < 0) return { digits: BigInt(text), scale: 0 };
  return { digits: BigInt(text.slice(0, point) + text.slice(point + 1)), scale: text.length - point - 1 };
}

/** Reads a decimal our own data holds. @throws RangeError when it is not one. */
export function decimal(text: string): Decimal {
  const parsed = parseDecimal(text);
  if (!parsed) throw new RangeError(`not a decimal: ${text}`);
  return parsed;
}

/** Integer division with a named rounding. @throws RangeError on a zero divisor. */
export function divideRounded(dividend: bigint, divisor: bigint, rounding: Rounding): bigint {
  if (divisor === 0n) throw new RangeError('division by zero');
  const negative = dividend < 0n !== divisor < 0n;
  const a = dividend < 0n ? -dividend : dividend;
  const b = divisor < 0n ? -divisor : divisor;
  const quotient = a / b;
  const up = goesUp(rounding, { quotient, rest: a % b, divisor: b, negative });
  const rounded = up ? quotient + 1n : quotient;
  return negative ? -rounded : rounded;
}

type Division = {
  readonly quotient: bigint;
  readonly rest: bigint;
  readonly divisor: bigint;
  readonly negative: boolean;
};

/** Whether the size of a quotient grows by one, given what is left of the division of two sizes. */
function goesUp(rounding: Rounding, { quotient, rest, divisor, negative }: Division): boolean {
  if (rest === 0n) return false;
  const half = rest * 2n - divisor;
  switch (rounding) {
    case 'halfUp':
      return half >= 0n;
    case 'halfDown':
      return half > 0n;
    case 'halfEven':
      return half > 0n || (half === 0n && quotient % 2n === 1n);
    case 'up':
      return true;
    case 'down':
      return false;
    case 'ceiling':
      return !negative;
    case 'floor':
      return negative;
  }
}

/** The decimal as an integer count of 10^-scale, rounded where digits are lost. */
export function toScaled(value: Decimal, scale: number, rounding: Rounding): bigint {
  if (value.scale <= scale) return value.digits * 10n ** BigInt(scale - value.scale);
  return divideRounded(value.digits, 10n ** BigInt(value.scale - scale), rounding);
}

/** `amount * factor` as an integer, rounded once. */
export function multiplyRounded(amount: bigint, factor: Decimal, rounding: Rounding): bigint {
  return divideRounded(amount * factor.digits, 10n ** BigInt(factor.scale), rounding);
}

/** Decimal text of an integer count of 10^-scale: `(1250n, 2)` is `12.50`. */
export function formatScaled(digits: bigint, scale: number): string {
  if (scale === 0) return digits.toString();
  const sign = digits < 0n ? '-' : '';
  const text = (digits < 0n ? -digits : digits).toString().padStart(scale + 1, '0');
  return `${sign}${text.slice(0, -scale)}.${text.slice(-scale)}`;
}
