import { useLocale, useTranslations } from 'next-intl';
import { formatDecimal, formatPercent } from './format';

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

/** A ratio of 0 to 1, in per cent. */
export function Percent({ ratio, digits = 1 }: { ratio: number; digits?: number }) {
  return <span translate="no">{formatPercent(useLocale(), ratio, digits)}</span>;
}

/** Integer grams, shown in kilograms with three decimals, as declarations state them. */
export function Mass({ grams }: { grams: number | bigint }) {
  return <Decimal value={Number(grams) / 1000} digits={3} unit="kg" />;
}

/** Seconds in the two largest units: `2 h 05 min`. */
export function Duration({ seconds }: { seconds: number }) {
  const t = useTranslations('ui.duration');
  const whole = Math.max(0, Math.round(seconds));
  const [days, hours, minutes] = [
    Math.floor(whole / 86_400),
    Math.floor((whole % 86_400) / 3600),
    Math.floor((whole % 3600) / 60),
  ];
  const unit = days > 0 ? 'days' : hours > 0 ? 'hours' : whole >= 60 ? 'minutes' : 'seconds';
  return <span className="whitespace-nowrap">{t(unit, { days, hours, minutes, seconds: whole % 60 })}</span>;
}
