import { type Layout, type Reading, rowByRow, UNDATED } from '../layout';
import type { ReferenceRow, RowValue } from '../row';
import type { SourceRow } from '../source-row';

const LONGEST_TERM = 200;

/** Gathers the terms of a file into one row a list: a list of terms is read, compared and dated as a whole. */
function gathered(
  rowKind: 'stop_words' | 'vague_terms',
  termOf: (row: SourceRow, reading: Reading) => { list: string; term: string } | null,
): Layout['rows'] {
  return async function* rows(source, reading): AsyncGenerator<ReferenceRow> {
    const lists = new Map<string, { terms: Set<string>; line: number }>();
    for await (const row of source) {
      const made = termOf(row, reading);
      if (!made || !row.isSound) continue;
      const list = lists.get(made.list) ?? { terms: new Set(), line: row.line };
      lists.set(made.list, list);
      list.terms.add(made.term);
    }
    for (const [key, { terms, line }] of lists)
      yield { rowKind, key, value: { terms: [...terms].sort() }, ...UNDATED, line };
  };
}

function term(row: SourceRow, column: string): string {
  const text = row.required(column).trim();
  if (text.length > LONGEST_TERM) row.refuse('too_long', column, { limit: LONGEST_TERM });
  return text.toLowerCase();
}

/** Terms that are not accepted as a description of goods or as a name. */
export const STOP_WORDS: Layout = {
  name: 'ics2-stop-words',
  kind: 'stop-words',
  columns: ['term', 'scope', 'sources', 'note'],
  source: 'ICS2 list of unacceptable terms (European Commission, DG TAXUD), incomplete',
  listOf: () => null,
  rows: gathered('stop_words', (row) => {
    const list = row.oneOf('scope', ['goods', 'party']);
    const text = term(row, 'term');
    if (list === null) return null;
    if (/\bdisabled\b/i.test(row.text('note'))) {
      row.note('disabled', 'note');
      return null;
    }
    return { list, term: text };
  }),
};

/** Whole descriptions that classifiers judged to name no goods. */
export const VAGUE_DESCRIPTIONS: Layout = {
  name: 'vague-descriptions',
  kind: 'vague-terms',
  columns: ['description'],
  isNarrow: true,
  source: 'Descriptions judged vague in the fast parcel search of the UK Trade Tariff (HMRC, MIT licence)',
  listOf: () => null,
  rows: gathered('vague_terms', (row) => ({ list: 'descriptions', term: term(row, 'description') })),
};

/** Phrases that say nothing about goods and are taken out of a description before it is judged. */
export const PHRASES: Layout = {
  name: 'phrases-to-remove',
  kind: 'vague-terms',
  columns: [],
  series: ['phrases'],
  isText: true,
  source: 'Phrases removed in the fast parcel search of the UK Trade Tariff (HMRC, MIT licence)',
  listOf: () => null,
  rows: gathered('vague_terms', (row) => ({ list: 'phrases', term: term(row, 'line') })),
};

/** Nothing stands beside a word of the control in this layout. */
const NO_EXCEPTIONS: RowValue = { unless: [] };

/** Controls on goods by words and HS prefixes. */
export const CONTROLS: Layout = {
  name: 'controls-on-goods',
  kind: 'controls',
  columns: ['control', 'description', 'status', 'hs_indicative', 'keywords', 'basis'],
  source: 'Indicative list of prohibited and restricted goods; to be verified before use',
  listOf: () => 'controls',
  keeps: NO_EXCEPTIONS,
  rows: rowByRow((row) => {
    const key = row.shaped('control', /^[a-z0-9_]{1,60}$/, 'live_animals');
    const status = row.oneOf('status', ['prohibited', 'restricted']);
    const ground = `${row.required('description')} (${row.required('basis')})`;
    const words = row
      .text('keywords')
      .split(';')
      .map((word) => word.trim())
      .filter(Boolean);
    const prefixes = row.text('hs_indicative').split(' ').filter(Boolean);
    if (prefixes.some((prefix) => !/^\d{2}(?:\d{2}){0,2}$/.test(prefix)))
      row.refuse('shape', 'hs_indicative', { example: '01 0301' });
    if (!row.isSound || status === null) return null;
    if (words.length === 0 && prefixes.length === 0) {
      row.note('without_effect', 'keywords');
      return null;
    }
    return { rowKind: 'control', key, value: { status, ground, words, prefixes }, ...UNDATED };
  }),
};
