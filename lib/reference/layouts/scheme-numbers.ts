import { registerOf } from '@/lib/consignment/scheme-number';
import { type Layout, rowByRow } from '../layout';

/** Names between bars, without blanks around them and without repeats. */
function names(text: string): readonly string[] {
  return [...new Set(text.split('|').map((name) => name.trim()))].filter(Boolean);
}

/**
 * A register of vendor scheme numbers with who holds each and from when to when. Complete by state of identification, so that the file
 * of one state leaves the others alone.
 */
export const SCHEME_NUMBERS: Layout = {
  name: 'scheme-numbers',
  kind: 'scheme-numbers',
  columns: ['scheme_number', 'holder', 'trading_names', 'valid_from', 'valid_to'],
  source: 'Register of vendor scheme numbers of the tax administration',
  isDated: true,
  listOf: registerOf,
  rows: rowByRow((row) => {
    const key = row.shaped('scheme_number', /^[0-9A-Z]{4,35}$/, 'IM5281234567');
    const holder = row.required('holder');
    const validFrom = row.day('valid_from');
    if (validFrom === null && row.text('valid_from') === '') row.refuse('required', 'valid_from');
    const validTo = row.day('valid_to');
    if (validFrom !== null && validTo !== null && validTo < validFrom) {
      row.refuse('period', 'valid_to', { begins: validFrom });
    }
    const tradingNames = names(row.text('trading_names'));
    return { rowKind: 'scheme_number', key, value: { holder, tradingNames }, validFrom, validTo };
  }),
};
