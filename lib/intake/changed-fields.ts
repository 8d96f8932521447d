import type { FieldsOfText } from './record-fields';

/** A field that says something else than it did; null where it was not there. */
export type ChangedField = {
  readonly key: string;
  readonly pointer: string;
  /** What the sender's file calls it. */
  readonly name: string;
  readonly before: string | null;
  readonly after: string | null;
};

/** What was changed from one text of a record to another, field by field in the order of the later one; what went away comes last. */
export function changedFields(
  before: Pick<FieldsOfText, 'fields'>,
  after: Pick<FieldsOfText, 'fields'>,
): ChangedField[] {
  const stood = new Map(before.fields.map((field) => [field.key, field]));
  const stands = new Set(after.fields.map(({ key }) => key));
  const changed = after.fields.flatMap(({ key, pointer, name, value }) => {
    const was = stood.get(key)?.value ?? null;
    return was === value ? [] : [{ key, pointer, name, before: was, after: value }];
  });
  const gone = before.fields.filter(({ key }) => !stands.has(key));
  return [
    ...changed,
    ...gone.map(({ key, pointer, name, value }) => ({ key, pointer, name, before: value, after: null })),
  ];
}
