import { HS_CHAPTERS } from '@/lib/codes/hs-chapters';
import { SUM } from '@/lib/publication/datasets';
import type { MemberWords } from '@/lib/publication/published';
import { NOT_DECLARED } from '@/lib/statistics/contributions';

type Translator = ((key: string, values?: Record<string, string>) => string) & { has: (key: string) => boolean };

/** The names of published members, by a translator of `publication.member`: countries and chapters by their lists, lanes and bands in words. */
export function memberWordsIn(t: Translator, locale: string): MemberWords {
  const countries = new Intl.DisplayNames(locale, { type: 'region', fallback: 'code' });
  const amount = (text: string) => new Intl.NumberFormat(locale).format(Number(text));
  return (dimension, member) => {
    if (member === SUM) return t(`all.${dimension}`);
    if (member === NOT_DECLARED) return t('undeclared');
    switch (dimension) {
      case 'origin':
        return countries.of(member) ?? member;
      case 'chapter':
        return HS_CHAPTERS.get(member) ?? member;
      case 'lane':
        return t.has(`lane.${member}`) ? t(`lane.${member}`) : member;
      case 'valueBand': {
        const [from = '', to] = member.replace('+', '').split('-');
        if (to === undefined) return t('band.above', { from: amount(from) });
        return from === '0'
          ? t('band.upTo', { to: amount(to) })
          : t('band.between', { from: amount(from), to: amount(to) });
      }
    }
  };
}
