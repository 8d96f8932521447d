import { useLocale, useTranslations } from 'next-intl';
import { formatDecimal, formatInstant } from '@/components/ui/format';
import type { Speech } from '@/lib/audit/say';
import { moneyText } from '@/lib/kernel/money';

/** What amounts of some rows of the log are in; null where they hold none. */
export type AuditCurrency = { readonly currency: string; readonly minorDigits: number } | null;

/** How the log speaks to a reader of a locale: words of the catalogue, days, instants and amounts as on every page. */
export function speechOf(catalogue: Pick<Speech, 'has' | 'raw'>, locale: string, amounts: AuditCurrency): Speech {
  return {
    has: (path) => catalogue.has(path),
    raw: (path) => catalogue.raw(path),
    instant: (at) => formatInstant(locale, at, 'datetime'),
    day: (day) => formatInstant(locale, new Date(day), 'date'),
    money: (minor) => (amounts ? amountText(locale, minor, amounts) : String(minor)),
  };
}

function amountText(locale: string, minor: bigint, { currency, minorDigits }: NonNullable<AuditCurrency>): string {
  return `${formatDecimal(locale, moneyText(minor, minorDigits), minorDigits)} ${currency}`;
}

/** The same on a page. */
export function useSpeech(currency: AuditCurrency): Speech {
  return speechOf(useTranslations(), useLocale(), currency);
}
