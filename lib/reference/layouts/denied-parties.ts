import { parseDay } from '@/lib/kernel/dates';
import { type Layout, type Reading, rowByRow } from '../layout';
import type { SourceRow } from '../source-row';

const ORDER = /^from (\d{2})\/(\d{2})\/(\d{4}) to (?:(\d{2})\/(\d{2})\/(\d{4}))?$/;

/** Parts between bars, without blanks around them and without repeats. */
function parts(text: string): readonly string[] {
  return [...new Set(text.split('|').map((part) => part.trim()))].filter(Boolean);
}

/** Denial orders of the BIS name their last day; null for a row that ran out. */
function lastDay(row: SourceRow, { validFrom }: Reading): { validTo: string | null } | null {
  const [, , , , month, day, year] = ORDER.exec(row.text('programs')) ?? [];
  if (year === undefined) return { validTo: null };
  const validTo = parseDay(`${year}-${month}-${day}`);
  if (validTo === null) row.refuse('day', 'programs');
  if (validTo === null || validTo >= validFrom) return { validTo };
  row.note('expired', 'programs');
  return null;
}

/** Listed persons and entities of several lists with their other names. Ships and aircraft are kept and not screened for. */
export const DENIED_PARTIES: Layout = {
  name: 'denied-parties',
  kind: 'denied-parties',
  columns: ['list', 'uid', 'entity_type', 'name', 'aliases', 'countries', 'addresses', 'dob', 'programs', 'ref'],
  source: 'Published lists of denied parties (OFAC SDN, UN Security Council, BIS DPL)',
  listOf: (key) => key.slice(0, key.indexOf('/')),
  rows: rowByRow((row, reading) => {
    const list = row.shaped('list', /^[A-Z0-9_]{1,40}$/, 'OFAC_SDN');
    const entry = row.shaped('uid', /^[\w.-]{1,60}$/, 'DPL-1');
    const type = row.oneOf('entity_type', ['person', 'entity', 'vessel', 'aircraft', 'unknown']);
    const name = row.required('name');
    const period = lastDay(row, reading);
    if (!row.isSound || type === null || period === null) return null;
    if (type === 'vessel' || type === 'aircraft') row.note('not_a_party', 'entity_type');
    const value = {
      name,
      type,
      aliases: parts(row.text('aliases')),
      countries: parts(row.text('countries')),
      addresses: parts(row.text('addresses')),
      programs: parts(row.text('programs')),
    };
    return { rowKind: 'denied_party', key: `${list}/${entry}`, value, validFrom: null, validTo: period.validTo };
  }),
};
