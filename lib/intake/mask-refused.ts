import { COLUMN_GUIDE, type ColumnForm, type ColumnNote } from '@/lib/consignment/column-guide';
import type { Problem } from '@/lib/kernel/problem';

const MASK = '***';

/** What has the form of its column and so tells of no person. A column whose content has no such form is absent: it is never shown. */
const FORMS: Readonly<Partial<Record<ColumnForm, RegExp>>> = {
  country: /^[A-Z]{2}$/,
  currency: /^[A-Z]{3}$/,
  office: /^[A-Z]{2}[A-Z0-9]{3}$/,
  instant: /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?(?:Z|[+-]\d{2}:\d{2})$/,
  // Short enough, and without a leading zero, so that no telephone number is one.
  amount: /^-?(?:0|[1-9]\d{0,6})(?:\.\d{1,6})?$/,
  mass: /^-?(?:0|[1-9]\d{0,6})(?:\.\d{1,6})?$/,
  quantity: /^-?(?:0|[1-9]\d{0,6})(?:\.\d{1,6})?$/,
  commodity: /^\d{6,10}$/,
  ordinal: /^[1-9]\d{0,2}$/,
  s10: /^[A-Z]{2}\d{9}[A-Z]{2}$/,
  mrn: /^\d{2}[A-Z]{2}[A-Z0-9]{14}$/,
  awb: /^\d{3}-\d{8}$/,
  scheme: /^IM\d{10}$/,
};
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
  return note.form === 'list' ? (note.accepted?.includes(value) ?? false) : (FORMS[note.form]?.test(value) ?? false);
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
 * value is shown only if it has the form of its own column, that form says nothing of persons, and every other value that is told of
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
