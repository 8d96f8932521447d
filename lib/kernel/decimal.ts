/** An exact decimal number: `digits / 10^scale`. */
export type Decimal = { readonly digits: bigint; readonly scale: number };

/** Every rounding names its mode; there is no default. `halfUp` rounds half away from zero. */
export type Rounding = 'halfUp' | 'halfEven' | 'down';

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
  const twice = (a % b) * 2n;
  const up =
    rounding === 'down'
      ? false
      : twice > b || (twice === b && (rounding === 'halfUp' || (rounding === 'halfEven' && quotient % 2n === 1n)));
  const rounded = up ? quotient + 1n : quotient;
  return negative ? -rounded : rounded;
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
