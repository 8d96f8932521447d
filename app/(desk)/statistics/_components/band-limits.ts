import { getLocale, getTranslations } from 'next-intl/server';
import { parameterName } from '@/components/policy/parameter-name';
import { formatDecimal } from '@/components/ui/format';
import { listLimits } from '@/db/queries/statistics/list-limits';
import type { Actor } from '@/lib/identity/actor';
import { moneyText } from '@/lib/kernel/money';
import type { PolicyCurrency } from '@/lib/policy/policy';
import type { Question } from '@/lib/statistics/question';
import { VALUE_BANDS } from '@/lib/statistics/value-band';

/** The limits of the law in force on a day that lie where one band of value ends, in words, by that band. */
export async function bandLimits(
  actor: Actor,
  { rows }: Question,
  day: string,
  { currency, minorDigits }: PolicyCurrency,
): Promise<ReadonlyMap<string, string>> {
  if (rows !== 'band') return new Map();
  const [t, tPolicy, locale, limits] = await Promise.all([
    getTranslations('dashboards'),
    getTranslations('policy'),
    getLocale(),
    listLimits(actor, day),
  ]);
  return new Map(
    limits.flatMap(({ limitMinor, bands }) => {
      const band = VALUE_BANDS.find(({ upToMinor }) => upToMinor === limitMinor);
      const amount = `${formatDecimal(locale, moneyText(limitMinor, minorDigits))} ${currency}`;
      const what = bands.map((key) => parameterName(tPolicy, 'band', key)).join(', ');
      return band ? [[band.code, t('limit', { amount, what })] as const] : [];
    }),
  );
}
