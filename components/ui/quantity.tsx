import { useLocale } from 'next-intl';
import { formatBytes, formatDecimal, formatPercent } from './format';
import { useDurationText } from './use-duration-text';

/** A whole number, grouped. */
export function Count({ value }: { value: number | bigint }) {
  return <span translate="no">{formatDecimal(useLocale(), value, 0)}</span>;
}

/** A number or decimal text with an optional unit. */
export function Decimal({ value, digits, unit }: { value: number | string; digits?: number; unit?: string }) {
  return (
    <span className="whitespace-nowrap" translate="no">
      {formatDecimal(useLocale(), value, digits)}
      {unit ? <span className="text-muted"> {unit}</span> : null}
    </span>
  );
}

/** A size as people read it, with the exact count of bytes on pointing at it. */
export function Bytes({ bytes }: { bytes: number }) {
  const locale = useLocale();
  return (
    <span className="whitespace-nowrap" translate="no" title={`${formatDecimal(locale, bytes, 0)} B`}>
      {formatBytes(locale, bytes)}
    </span>
  );
}

/** A ratio of 0 to 1, in per cent. */
export function Percent({ ratio, digits = 1 }: { ratio: number; digits?: number }) {
  return <span translate="no">{formatPercent(useLocale(), ratio, digits)}</span>;
}

/** Seconds in the two largest units: `2 h 5 min`. */
export function Duration({ seconds }: { seconds: number }) {
  const text = useDurationText();
  return <span className="whitespace-nowrap">{text(seconds)}</span>;
}
