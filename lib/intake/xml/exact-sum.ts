import { formatScaled, parseDecimal, toScaled } from '@/lib/kernel/decimal';
import type { Found } from './element-reader';

/**
 * The exact sum of amounts that were sent for each goods item, at the place of the first. One value passes as sent, whatever
 * it is; undefined where there is none, or where one of several is no plain decimal.
 */
export function exactSum(values: readonly Found[]): Found | undefined {
  const [first, ...others] = values;
  if (!first || others.length === 0) return first;
  const decimals = values.flatMap(({ value }) => parseDecimal(value) ?? []);
  if (decimals.length < values.length) return undefined;
  const scale = Math.max(...decimals.map((decimal) => decimal.scale));
  const sum = decimals.reduce((total, decimal) => total + toScaled(decimal, scale, 'down'), 0n);
  return { ...first, value: formatScaled(sum, scale) };
}
