import 'server-only';
import { getLocale, getTranslations } from 'next-intl/server';
import { speechOf } from '@/components/audit/speech';
import { memberTextIn } from '@/components/statistics/member-name';
import { sayKey, sayValue } from '@/lib/audit/say';
import { DEFINITIONS } from '@/lib/statistics/definitions';
import type { FileWords } from '@/lib/statistics/export-lines';
import { FILTER_NAMES } from '@/lib/statistics/filter';
import { requireSignedIn } from './actor';

/** How an exported file of the statistics says its codes: as the page and the audit log do. */
export async function fileWords(): Promise<FileWords> {
  const [t, tMember, tDimension, tFigure, tDefinition, locale, { offices }] = await Promise.all([
    getTranslations(),
    getTranslations('statistics.member'),
    getTranslations('statistics.dimension'),
    getTranslations('statistics.figure'),
    getTranslations('explore.definition'),
    getLocale(),
    requireSignedIn(),
  ]);
  const memberText = memberTextIn(tMember, locale, new Map(offices.map(({ id, name }) => [id, name])));
  const speech = speechOf(t, locale, null);
  const member: FileWords['member'] = (by, one) => memberText(by, one).text;
  return {
    member,
    definition: (figure) => {
      const { version, since } = DEFINITIONS[figure];
      return `${tFigure(figure)} (${tDefinition('version', { version, since })}): ${tDefinition(figure)}`;
    },
    filter: (params) =>
      Object.entries(params)
        .map(([name, given]) => {
          const by = FILTER_NAMES.find((dimension) => dimension === name);
          const values = [given].flat().map((one) => (by ? member(by, one) : sayValue(speech, name, one).text));
          return `${by ? tDimension(by) : sayKey(speech, name).text}: ${values.join(', ')}`;
        })
        .join('; '),
  };
}
