import { COLUMN_GUIDE } from '@/lib/consignment/column-guide';
import { parseInstant } from '@/lib/kernel/dates';
import { parseDecimal } from '@/lib/kernel/decimal';
import type { Layout, RecordColumn } from './layout';

/** The value of a file in the notation of the record; null where it cannot be read without guessing. */
export type Convert = (text: string) => string | null;
type Notation = Pick<Layout, 'decimalMark' | 'dateForm' | 'massUnit'>;

const PLAIN = { point: /^-?\d+(?:\.\d+)?$/, comma: /^-?\d+(?:,\d+)?$/ } as const;
/** Separators of thousands are read only where they can be nothing else: `1.234` may be either number and is not read. */
const GROUPED = {
  point: /^-?\d{1,3}(?:(?:,\d{3})+\.\d+|(?:,\d{3}){2,})$/,
  comma: /^-?\d{1,3}(?:(?:\.\d{3})+,\d+|(?:\.\d{3}){2,})$/,
} as const;

/** A decimal as the record writes it, digit for digit. */
export function plainDecimal(text: string, mark: Layout['decimalMark']): string | null {
  if (!PLAIN[mark].test(text) && !GROUPED[mark].test(text)) return null;
  return mark === 'comma' ? text.replaceAll('.', '').replace(',', '.') : text.replaceAll(',', '');
}

/** Kilograms of a plain decimal in grams: the point moves, no digit changes. */
function kilograms(grams: string): string | null {
  if (!parseDecimal(grams)) return null;
  const [whole = '', fraction = ''] = grams.replace('-', '').split('.');
  const padded = whole.padStart(4, '0');
  return `${grams.startsWith('-') ? '-' : ''}${padded.slice(0, -3)}.${padded.slice(-3)}${fraction}`;
}

const TIME = String.raw`(?:(?:T|,? )(\d{1,2}):(\d{2})(?::(\d{2})(?:\.\d{1,6})?)?(?: ?(AM|PM))? ?(Z|[+-]\d{2}:?\d{2})?)?`;
const DATES = {
  iso: new RegExp(`^(?<year>\\d{4})-(?<month>\\d{1,2})-(?<day>\\d{1,2})${TIME}$`, 'i'),
  dmy_dots: new RegExp(`^(?<day>\\d{1,2})\\.(?<month>\\d{1,2})\\.(?<year>\\d{4})${TIME}$`, 'i'),
  dmy_slashes: new RegExp(`^(?<day>\\d{1,2})/(?<month>\\d{1,2})/(?<year>\\d{4})${TIME}$`, 'i'),
  mdy_slashes: new RegExp(`^(?<month>\\d{1,2})/(?<day>\\d{1,2})/(?<year>\\d{4})${TIME}$`, 'i'),
} as const;

function hourOf(hour: string, half: string | undefined): string | null {
  if (half === undefined) return hour;
  const number = Number(hour);
  if (number < 1 || number > 12) return null;
  return String((number % 12) + (half.toUpperCase() === 'PM' ? 12 : 0));
}

/** An ISO 8601 instant of a date with or without time: midnight and UTC where the text names no other. */
export function plainInstant(text: string, form: Layout['dateForm']): string | null {
  if (text.length > 40) return null;
  const match = DATES[form].exec(text);
  if (!match?.groups) return null;
  const { year = '', month = '', day = '' } = match.groups;
  // The date takes three groups, whatever their order.
  const [, , , , hour24 = '0', minute = '00', second = '00', half, offset = 'Z'] = match;
  const hour = hourOf(hour24, half);
  if (hour === null) return null;
  const two = (part: string) => part.padStart(2, '0');
  const zone = offset.toUpperCase().replace(/^([+-]\d{2}):?(\d{2})$/, '$1:$2');
  const instant = `${year}-${two(month)}-${two(day)}T${two(hour)}:${minute}:${second}${zone}`;
  return parseInstant(instant) ? instant : null;
}

/** Whether a text is a date of that form. */
export function isDateOf(text: string, form: Layout['dateForm']): boolean {
  return plainInstant(text, form) !== null;
}

/** How the values of a column are turned; null where they are read as they are. */
export function converterOf(column: RecordColumn, { decimalMark, dateForm, massUnit }: Notation): Convert | null {
  const { form } = COLUMN_GUIDE[column];
  if (form === 'instant') return (text) => plainInstant(text, dateForm);
  if (form !== 'amount' && form !== 'mass' && form !== 'quantity') return null;
  const plain: Convert = (text) => plainDecimal(text, decimalMark);
  if (form !== 'mass' || massUnit === 'kg') return plain;
  return (text) => {
    const grams = plain(text);
    return grams === null ? null : kilograms(grams);
  };
}
