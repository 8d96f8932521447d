import { useLocale } from 'next-intl';
import { formatDecimal } from '@/components/ui/format';
import { useDurationText } from '@/components/ui/use-duration-text';
import { moneyText } from '@/lib/kernel/money';
import { type Pair, percentOf } from '@/lib/simulation/figures';

/** How a pair is counted: consignments, minor units, minutes told as hours, seconds told as a duration. */
export type PairUnit = 'count' | 'amount' | 'minutes' | 'seconds';

export type PairTexts = {
  readonly was: string;
  readonly simulated: string;
  /** With its sign; nothing moved reads as nought. */
  readonly difference: string;
  readonly percent: string;
};

/** Writes pairs as text. Amounts have the decimals of the administration's currency. */
export function usePairText(minorDigits: number): (pair: Pair, unit: PairUnit) => PairTexts {
  const locale = useLocale();
  const duration = useDurationText();
  const text = (value: bigint, unit: PairUnit): string => {
    if (unit === 'seconds') return duration(Number(value));
    if (unit === 'count') return formatDecimal(locale, value, 0);
    if (unit === 'minutes') return formatDecimal(locale, tenthsOfHours(value), 1);
    return formatDecimal(locale, moneyText(value, minorDigits), minorDigits);
  };
  return (pair, unit) => {
    const moved = pair.simulated - pair.was;
    const percent = percentOf(pair);
    const sign = moved > 0n ? '+' : moved < 0n ? '−' : '';
    return {
      was: text(pair.was, unit),
      simulated: text(pair.simulated, unit),
      difference: `${sign}${text(moved < 0n ? -moved : moved, unit)}`,
      percent: percent === null ? (moved === 0n ? '0' : '–') : signed(locale, percent),
    };
  };
}

const tenthsOfHours = (minutes: bigint): string => {
  const tenths = (minutes * 10n + 30n) / 60n;
  return `${tenths / 10n}.${tenths % 10n}`;
};

function signed(locale: string, percent: number): string {
  const sign = percent > 0 ? '+' : percent < 0 ? '−' : '';
  return `${sign}${formatDecimal(locale, Math.abs(percent).toFixed(1), 1)}`;
}
