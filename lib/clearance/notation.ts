import { parseDecimal } from '@/lib/kernel/decimal';

/** Another reading of a figure: the plain decimal it may stand for; where it may stand for two, the other beside it. */
export type OtherReading = { readonly example: string; readonly other: string | null };

/** Figures in threes, parted by one mark throughout, with or without decimals behind the other mark. */
const GROUPED = /^\d{1,3}(?:([., '\u2019\u00a0\u202f])\d{3})(?:\1\d{3})*(?:[.,]\d+)?$/;

/**
 * How a figure written another way would read with a point; shown to the officer, never taken in its place. `1,234` may be a
 * thousand or one and a bit: both readings are shown. `places` are the decimals such a figure has; null where it can be read as it is.
 */
export function otherReading(text: string, places: number): OtherReading | null {
  // Of a currency with cents nobody writes a tenth of one: thousands may be meant.
  const [, whole = '', rest = ''] = (places < 3 && /^(\d{1,3})\.(\d{3})$/.exec(text)) || [];
  const cut = (figure: string) => (places < 3 ? figure.slice(0, figure.indexOf('.') + 1 + places) : figure);
  if (whole !== '') return { example: whole + rest, other: cut(text) };
  if (parseDecimal(text)) return null;
  const comma = text.replace(',', '.');
  const grouped = GROUPED.test(text) ? withoutGroups(text) : null;
  const isComma = /^(?:0|[1-9]\d*),\d+$/.test(text);
  if (isComma && grouped) return { example: grouped, other: cut(comma) };
  const example = isComma ? comma : grouped;
  return example === null ? null : { example, other: null };
}

/** A grouped figure as a plain decimal; null where it reads as none. The last mark is the decimal one if it differs from the first. */
function withoutGroups(text: string): string | null {
  const marks = text.match(/\D/g) ?? [];
  const [first, last] = [marks[0], marks.at(-1)];
  const plain =
    first === last
      ? text.replace(/\D/g, '')
      : `${text.slice(0, text.lastIndexOf(last ?? '')).replace(/\D/g, '')}.${text.slice(text.lastIndexOf(last ?? '') + 1)}`;
  return parseDecimal(plain) ? plain : null;
}
