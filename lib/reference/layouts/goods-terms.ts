import type { Layout } from '../layout';
import { UNDATED } from '../layout';

const LONGEST_TERM = 200;

type Chapter = { readonly headings: Map<string, Set<string>>; readonly line: number };

/** Descriptions of goods with the code they were classified to, several sources side by side: one row a source and chapter. */
export const LABELLED_DESCRIPTIONS: Layout = {
  name: 'labelled-descriptions',
  kind: 'goods-terms',
  columns: ['description', 'code', 'hs6', 'hs4', 'source', 'hs6_valid_2022'],
  source: 'Descriptions classified in the UK Trade Tariff and its fast parcel search (HMRC, MIT licence)',
  listOf: (key) => key.slice(0, key.indexOf('/')),
  rows: async function* rows(source) {
    const chapters = new Map<string, Chapter>();
    for await (const row of source) {
      const term = row.required('description').trim().toLowerCase();
      const heading = row.shaped('hs4', /^\d{4}$/, '8517');
      const list = row.shaped('source', /^[a-z0-9_]{1,40}$/, 'tariff_search');
      if (term.length > LONGEST_TERM) row.refuse('too_long', 'description', { limit: LONGEST_TERM });
      if (!row.isSound) continue;
      const key = `${list}/${heading.slice(0, 2)}`;
      const chapter = chapters.get(key) ?? { headings: new Map<string, Set<string>>(), line: row.line };
      chapters.set(key, chapter);
      chapter.headings.set(heading, (chapter.headings.get(heading) ?? new Set<string>()).add(term));
    }
    for (const [key, { headings, line }] of chapters) {
      const value = {
        headings: Object.fromEntries([...headings].map(([heading, terms]) => [heading, [...terms].sort()])),
      };
      yield { rowKind: 'goods_terms', key, value, ...UNDATED, line };
    }
  },
};
