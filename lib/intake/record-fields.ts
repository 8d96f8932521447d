import type { Problem } from '@/lib/kernel/problem';
import { csvFields } from './csv-fields';
import { jsonFields } from './json-fields';
import type { Delimiter, Target } from './layout';
import type { Place } from './place-problem';
import type { IntakeFormat } from './staged-row';
import { xmlFields } from './xml-fields';

/** The text of a refused record with what it takes to read it. */
export type SentText = {
  readonly format: IntakeFormat;
  readonly header: string | null;
  /** Of a CSV file read by a layout. */
  readonly delimiter: Delimiter | null;
  readonly targets: readonly Target[] | null;
  readonly text: string;
};

/** One value of a record that can be mended by itself. */
export type RecordField = {
  /** Tells it from every other of its record; the same as long as the structure is. */
  readonly key: string;
  /** Path in our terms (`items.0.value`), where it has one; else the sender's name. */
  readonly pointer: string;
  /** What the sender's file calls it. */
  readonly name: string;
  readonly value: string;
};

/** The fields of a text, how a problem finds its own, and how changed values are written into the text. */
export type FieldsOfText = {
  readonly fields: readonly (RecordField & { readonly places: readonly Place[] })[];
  /** Which field a problem is about, at its line of the text; null where it is about no single one. */
  readonly keyOf: (problem: Problem) => string | null;
  readonly write: (values: ReadonlyMap<string, string>) => string;
};

/** Beyond so many a form helps nobody. */
const FIELDS_MAX = 400;
/** Rows that cannot be told apart into fields. What is wrong with one value alone leaves the others readable. */
const UNREADABLE = /^row_(?!json_(?:text_expected|exponent|nul|surrogate)$)/;

const READERS: Readonly<Record<IntakeFormat, (sent: SentText) => FieldsOfText | null>> = {
  csv: csvFields,
  json: ({ text }) => jsonFields(text),
  ndjson: ({ text }) => jsonFields(text),
  xml: ({ text }) => xmlFields(text),
};

/** The fields of the text of a refused record; null where its structure cannot be read, so that only the text itself can be mended. */
export function fieldsOfText(sent: SentText, problems: readonly Problem[]): FieldsOfText | null {
  if (problems.some(({ code }) => UNREADABLE.test(code))) return null;
  const found = READERS[sent.format](sent);
  return found && found.fields.length > 0 && found.fields.length <= FIELDS_MAX ? found : null;
}
