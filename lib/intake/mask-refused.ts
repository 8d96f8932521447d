import { COLUMN_GUIDE, type ColumnForm, type ColumnNote } from '@/lib/consignment/column-guide';
import type { Problem } from '@/lib/kernel/problem';

const MASK = '***';

// Short enough, and without a leading zero, so that no telephone number is one; a decimal comma, thousands apart and a unit are faults
// whoever mends them must see.
const FIGURE =
  /^(?:[€$£] ?)?-?(?:0|[1-9]\d{0,6}|[1-9]\d{0,2}[.,']\d{3})(?:[.,]\d{1,6})?(?: ?(?:kg|g|€|\$|£|EUR|USD|GBP|CNY))?$/;
/** Days from 2020 on in the notations people write them, with or without a time: nobody who orders goods was born so late. */
const INSTANT =
  /^(?:20[2-9]\d[-./]\d{1,2}[-./]\d{1,2}|\d{1,2}[-./]\d{1,2}[-./]20[2-9]\d|20[2-9]\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01]))(?:[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?(?: ?(?:Z|UTC|[+-]\d{2}:?\d{2}))?)?$/;

/** What is of the kind its column holds, rightly written or not, and so tells of no person. A column whose content has no such form is absent: it is never shown. */
const FORMS: Readonly<Partial<Record<ColumnForm, RegExp>>> = {
  country: /^(?:[A-Z]{2}|[a-z]{2})$/,
  currency: /^(?:[A-Z]{3}|eur|usd|gbp|cny|[€$£¥])$/,
  office: /^[A-Z]{2}[A-Z0-9]{3}$/,
  instant: INSTANT,
  amount: FIGURE,
  mass: FIGURE,
  quantity: FIGURE,
  commodity: /^(?:\d{6,10}|\d{4}\.\d{2}(?:[ .]?\d{2}){0,2})$/,
  ordinal: /^[1-9]\d{0,2}$/,
  s10: /^[A-Z]{2}\d{9}[A-Z]{2}$/,
  mrn: /^\d{2}[A-Z]{2}[A-Z0-9]{14}$/,
  awb: /^\d{3}-\d{8}$/,
  scheme: /^IM\d{10}$/,
};
/** Words for the codes of closed lists that partners send in their place; none of them is a name. */
const LIST_WORDS = new Set(
  `air airfreight sea maritime ocean road truck rail mail post postal parcel express courier cargo freight inland pipeline unknown none
  sale sales commercial merchandise goods gift gifts document documents sample samples return returns returned other seller platform
  marketplace intermediary buyer consumer carrier operator vendor h1 h2 h6 h7 i1 entry generic import export transit`.split(
    /\s+/,
  ),
);
const LIST_NUMBER = /^\d{1,2}$/;
/** A word of one piece with a digit in it, as references are and names are not. */
const NUMBERED = /^(?=.*\d)(?=.*[A-Za-z])[\w./-]{1,35}$/;
const ONE_WORD = /^[\w./-]{1,35}$/;
/** Rows that could not be told apart into columns: nobody knows what any of their values is. */
const UNREADABLE = /^row_/;

const NOTES: Readonly<Record<string, ColumnNote | undefined>> = COLUMN_GUIDE;
const noteOf = (pointer: string): ColumnNote | undefined => NOTES[pointer.replace(/^items\.\d+\./, '')];

/** Whether a column takes values of one form alone. */
const isClosed = (note: ColumnNote | undefined): note is ColumnNote =>
  note !== undefined && (note.form === 'list' || FORMS[note.form] !== undefined);

function hasForm(note: ColumnNote, value: string): boolean {
  if (note.form !== 'list') return FORMS[note.form]?.test(value) ?? false;
  const isAccepted = note.accepted?.includes(value) ?? false;
  return isAccepted || LIST_NUMBER.test(value) || LIST_WORDS.has(value.toLowerCase());
}

/** Whether values stand in columns that are not theirs, as after a delimiter that is missing: what a column then holds may be anything. */
function isShifted(problems: readonly Problem[]): boolean {
  return problems.some(({ code, pointer, value }) => {
    const note = noteOf(pointer);
    return UNREADABLE.test(code) || (value !== undefined && isClosed(note) && !hasForm(note, value));
  });
}

function isUnreadable(problems: readonly Problem[]): boolean {
  return problems.some(({ code }) => UNREADABLE.test(code));
}

/** Whether what stands for a reference can be one, in a record with such a fault: a row that was not told apart has anything there. */
export const mayName = (reference: string, code: string): boolean =>
  (UNREADABLE.test(code) ? NUMBERED : ONE_WORD).test(reference);

/**
 * A refused record as it may be shown where no look is noted. Nobody can say where the persons of a record stand that was refused, so a
 * value is shown only if it is of the kind of its own column, that kind says nothing of persons, and every other value that is told of
 * the record fits its column too; everything else is masked, free text always.
 */
export function maskRefused<R extends { readonly reference: string | null; readonly problems: readonly Problem[] }>(
  record: R,
): R {
  const { reference, problems } = record;
  const shifted = isShifted(problems);
  const references = isUnreadable(problems) ? NUMBERED : ONE_WORD;
  const told = (pointer: string, value: string): string => {
    if (pointer === 'reference') return references.test(value) ? value : MASK;
    const note = noteOf(pointer);
    return !shifted && isClosed(note) && hasForm(note, value) ? value : MASK;
  };
  return {
    ...record,
    reference: reference === null ? null : told('reference', reference),
    problems: problems.map((problem) => {
      const { pointer, value, params } = problem;
      const first = params?.firstValue;
      return {
        ...problem,
        ...(value === undefined ? {} : { value: told(pointer, value) }),
        ...(first === undefined ? {} : { params: { ...params, firstValue: told(pointer, String(first)) } }),
      };
    }),
  };
}
