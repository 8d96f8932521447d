import { COLLECTION_MODELS, DECISION_KINDS, LANES } from '@/lib/consignment/codes';
import { ROUNDINGS } from '@/lib/kernel/decimal';
import { DECIDING_ROLES } from './policy';

/** One part of a parameter as a field of a form. */
export type ValueField = {
  /** Where it stands: `limit`, `bands.0.when.upTo.amount`. */
  readonly name: string;
  readonly text: string;
  readonly isList: boolean;
  /** Nothing may stand there. */
  readonly isOptional: boolean;
};

/** The closed lists some parts are chosen from, by the name of the part. */
const CHOICES: Readonly<Record<string, readonly string[]>> = {
  customsValue: ['cif', 'fob'],
  limitTests: ['intrinsic', 'customs'],
  taxesTransport: ['true', 'false'],
  underScheme: ['true', 'false'],
  isTaxed: ['true', 'false'],
  isInclusive: ['true', 'false'],
  mode: ROUNDINGS,
  level: ['line', 'consignment'],
  per: ['consignment', 'item'],
  of: ['tax', 'all'],
  digits: ['6', '10'],
};

/** Lists of which any number is chosen, by the name of the part. */
const MANY: Readonly<Record<string, readonly string[]>> = {
  decisions: DECISION_KINDS,
  unexaminedIn: LANES,
  paidBefore: COLLECTION_MODELS,
  roles: DECIDING_ROLES,
};

/** What any number is chosen from; null where a part is typed or one is chosen. */
export const manyOf = (path: readonly string[]): readonly string[] | null => MANY[path.at(-1) ?? ''] ?? null;

/** What a part is chosen from; null where it is typed. */
export const choicesOf = (path: readonly string[]): readonly string[] | null => CHOICES[path.at(-1) ?? ''] ?? null;

type Value = Readonly<Record<string, unknown>>;

/** Counts that set no limit where nothing stands. */
const COUNTS_OR_NONE: readonly string[] = ['documents', 'nii', 'physical'];
/** Whether nothing stands for a count, which then is without a limit. */
export const isNoLimit = (path: readonly string[], part: unknown): boolean =>
  COUNTS_OR_NONE.includes(path.at(-1) ?? '') && (part === null || part === '');

/** Parts that may be absent, by their name. */
const OPTIONAL: readonly string[] = [
  ...COUNTS_OR_NONE,
  'ratePercent',
  'vatPercent',
  'valueAbove',
  'correctionAbove',
  'unexaminedIn',
  'officerUpTo',
];
/** Lists that may be absent: an empty one says nothing, and none is kept for it. */
const OPTIONAL_LISTS: readonly string[] = ['unexaminedIn'];

const isNested = (part: unknown): part is Value => typeof part === 'object' && part !== null;
const isWordList = (part: unknown): part is readonly string[] =>
  Array.isArray(part) && part.every((one) => typeof one === 'string');
/** Whole parts that are not there have no field: they are put in and taken out by another law, not by typing. */
const isAbsent = (name: string, part: unknown) => part === null && !OPTIONAL.includes(name);

/** The parts of a parameter as text, those within others by their path; lists are joined by spaces. */
export function fieldsOf(value: Value, path = ''): readonly ValueField[] {
  return Object.entries(value).flatMap(([name, part]): readonly ValueField[] => {
    if (isAbsent(name, part) || (Array.isArray(part) && part.length > 0 && !isWordList(part))) {
      if (!Array.isArray(part)) return [];
      return part.flatMap((one: unknown, at): readonly ValueField[] => {
        const place = `${path}${name}.${at}`;
        if (!isWordList(one)) return fieldsOf(one as Value, `${place}.`);
        return [{ name: place, text: one.join(' '), isList: true, isOptional: false }];
      });
    }
    if (isNested(part) && !isWordList(part)) return fieldsOf(part, `${path}${name}.`);
    const text = isWordList(part) ? part.join(' ') : part === null ? '' : String(part);
    return [
      {
        name: `${path}${name}`,
        text,
        isList: isWordList(part) || OPTIONAL_LISTS.includes(name),
        isOptional: OPTIONAL.includes(name),
      },
    ];
  });
}

/** A whole number where the part was one; what is no number stays as typed and is refused with its rule. */
const numberOf = (text: string): number | string => (/^\d{1,9}$/.test(text) ? Number(text) : text);

function partFrom(name: string, part: unknown, path: string, typed: Readonly<Record<string, string>>): unknown {
  const text = (typed[path] ?? '').trim();
  if (isWordList(part) || OPTIONAL_LISTS.includes(name)) {
    const words = text.split(/[\s,;]+/).filter(Boolean);
    return words.length === 0 && OPTIONAL_LISTS.includes(name) ? null : words;
  }
  if (Array.isArray(part)) {
    return part.map((one: unknown, at) =>
      isWordList(one) ? partFrom(name, one, `${path}.${at}`, typed) : valueFrom(one as Value, typed, `${path}.${at}.`),
    );
  }
  if (isNested(part)) return valueFrom(part, typed, `${path}.`);
  if (isAbsent(name, part)) return null;
  if (COUNTS_OR_NONE.includes(name)) return text === '' ? null : numberOf(text);
  if (typeof part === 'number') return numberOf(text);
  if (typeof part === 'boolean') return text === 'true' ? true : text === 'false' ? false : text;
  return text === '' && OPTIONAL.includes(name) ? null : text;
}

/** The value typed part by part, each in the kind of the part it takes the place of. */
export function valueFrom(value: Value, typed: Readonly<Record<string, string>>, path = ''): Value {
  return Object.fromEntries(
    Object.entries(value).map(([name, part]) => [name, partFrom(name, part, `${path}${name}`, typed)]),
  );
}

/** A value as somebody left it half typed, each part in the kind it has in another: what was typed stands in its texts. */
export function inKindsOf(value: unknown, like: unknown): unknown {
  if (typeof value === 'string' && (typeof like === 'number' || typeof like === 'boolean')) return like;
  if (Array.isArray(value)) {
    return value.map((part, index) => inKindsOf(part, Array.isArray(like) ? like[index] : undefined));
  }
  if (!isNested(value)) return value;
  const other = isNested(like) ? like : {};
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, inKindsOf(part, other[name])]));
}

/** What a kind without a row begins with. */
export const FIRST_VALUES: Readonly<Record<string, Readonly<Record<string, Value>>>> = {
  retention: {
    consignments: { days: 3653 },
    attachments: { days: 1096 },
    submissions: { days: 1096 },
    trainings: { days: 731 },
  },
  appeal: { decisions: { days: 30, remedy: '' } },
  second_officer: { further: { decisions: [], valueAbove: null, correctionAbove: null, unexaminedIn: null } },
};
