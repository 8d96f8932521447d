import { useLocale, useTranslations } from 'next-intl';
import { formatDecimal } from '@/components/ui/format';
import { useDurationText } from '@/components/ui/use-duration-text';
import type { MetFact } from '@/db/queries/profile/hits-of';
import { FIELDS, type FieldName } from '@/lib/profile/fields';

/** Fields whose codes the consignment's own panels put into words. */
const WORDS = {
  regime: 'regime',
  channel: 'channel',
  transportMode: 'transport_mode',
  transactionType: 'transaction_type',
  collectionModel: 'collection_model',
} as const;
type Worded = keyof typeof WORDS;
const isWorded = (field: FieldName): field is Worded => Object.hasOwn(WORDS, field);

/** Puts what a field held into words: an amount with its currency, a mass in kilograms, time as time, codes by their names. */
export function useFactText(partnerName: string): (fact: MetFact) => string {
  const t = useTranslations('profile');
  const tWord = useTranslations('consignment.word');
  const tUnit = useTranslations('consignment.unit');
  const tRisk = useTranslations('risk.indicator');
  const durationText = useDurationText();
  const locale = useLocale();
  const figureText = (field: FieldName, figure: number) => {
    switch (FIELDS[field].unit) {
      case 'g':
        return tUnit('kg', { figure: formatDecimal(locale, figure / 1_000) });
      case 'days':
        return tUnit('days', { count: figure });
      case 'minutes':
        return tUnit(figure < 0 ? 'past' : 'ahead', { time: durationText(Math.abs(figure) * 60) });
      default:
        return formatDecimal(locale, figure);
    }
  };
  const codeText = (field: FieldName, code: string) => {
    if (field === 'partnerId') return partnerName;
    const key = isWorded(field) ? (`${WORDS[field]}.${code}` as 'channel.post') : null;
    if (key && tWord.has(key)) return tWord(key);
    const title = `${code}.title` as 'undervaluation.title';
    return field === 'indicatorCodes' && tRisk.has(title) ? tRisk(title) : code;
  };
  return ({ field, actual }) => {
    if (actual === null || (Array.isArray(actual) && actual.length === 0)) return t('operator.isMissing');
    if (typeof actual === 'number') return figureText(field, actual);
    if (typeof actual === 'string') return codeText(field, actual);
    if ('amount' in actual) {
      const digits = actual.amount.split('.')[1]?.length ?? 0;
      return tUnit('amount', { figure: formatDecimal(locale, actual.amount, digits), currency: actual.currency });
    }
    return actual.map((code) => codeText(field, code)).join(', ');
  };
}
