/** One part of a parameter as a field of a form. */
export type ValueField = {
  readonly name: string;
  readonly text: string;
  readonly isList: boolean;
  /** Nothing may stand there. */
  readonly isOptional: boolean;
};

type Value = Readonly<Record<string, unknown>>;

/** Parts that may be absent, by their name. */
const OPTIONAL: readonly string[] = ['flatPerSubheading'];

/** The parts of a parameter as text; lists are joined by spaces. */
export function fieldsOf(value: Value): readonly ValueField[] {
  return Object.entries(value).map(([name, part]) => ({
    name,
    text: Array.isArray(part) ? part.join(' ') : part === null ? '' : String(part),
    isList: Array.isArray(part),
    isOptional: OPTIONAL.includes(name),
  }));
}

/** A whole number where the part was one; what is no number stays as typed and is refused with its rule. */
const numberOf = (text: string): number | string => (/^\d{1,9}$/.test(text) ? Number(text) : text);

/** The value typed part by part, each in the kind of the part it takes the place of. */
export function valueFrom(value: Value, typed: Readonly<Record<string, string>>): Value {
  return Object.fromEntries(
    Object.entries(value).map(([name, part]) => {
      const text = (typed[name] ?? '').trim();
      if (Array.isArray(part)) return [name, text.split(/[\s,;]+/).filter(Boolean)];
      if (typeof part === 'number') return [name, numberOf(text)];
      return [name, text === '' && OPTIONAL.includes(name) ? null : text];
    }),
  );
}

/** What a kind without a row begins with. */
export const FIRST_VALUES: Readonly<Record<string, Readonly<Record<string, Value>>>> = {
  retention: { consignments: { days: 3650 } },
  appeal: { decisions: { days: 30, remedy: '' } },
};
