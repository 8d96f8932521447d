import type { Random } from '@/lib/kernel/prng';
import { FIELD_NAMES, FIELDS, type FieldName, type ProfileFacts } from '@/lib/profile/fields';
import { OPERATORS, OPERATORS_OF } from '@/lib/profile/operators';
import type { NamedLists } from '@/lib/profile/read-tree';
import type { Condition, Group } from '@/lib/profile/tree';

/** Texts and figures at which two ways of comparing part: wildcards, escapes, scripts, ends of ranges. */
const TEXTS = [
  'a',
  'A',
  'ab',
  '%',
  '_',
  '\\',
  'a%',
  'a_b',
  'ab\\',
  '\\%',
  "o'b",
  '"',
  'é',
  '漢',
  '😀',
  'ß',
  ' ',
  'null',
  '610910',
  '6109',
];
const NUMBERS = [0, 1, -1, 2, 7, 100, -100, 2 ** 31, -(2 ** 31), 2 ** 53 - 1, -(2 ** 53 - 1)];

export const LISTS: NamedLists = new Map(
  [
    { key: 'short', version: '1', values: ['a'] },
    { key: 'awkward', version: '2', values: ['%', '\\', '漢', "o'b", 'a'] },
    { key: 'headings', version: '3', values: ['61', '6109', 'ab', 'n'] },
  ].map((list) => [list.key, list]),
);

const drawn = <One>(random: Random, among: readonly One[]): One => {
  const one = among[Math.floor(random() * among.length)];
  if (one === undefined) throw new RangeError('nothing to draw from');
  return one;
};
const several = <One>(random: Random, most: number, draw: () => One): One[] =>
  Array.from({ length: Math.floor(random() * (most + 1)) }, draw);

/** Facts drawn for every field by its kind: awkward values, and missing ones one time in four. */
export function randomFacts(random: Random): ProfileFacts {
  const entries = FIELD_NAMES.map((name) => {
    const { kind, isMany } = FIELDS[name];
    if (isMany) return [name, several(random, 3, () => drawn(random, ['', ...TEXTS]))] as const;
    if (random() < 0.25) return [name, null] as const;
    return [name, kind === 'number' ? drawn(random, NUMBERS) : drawn(random, ['', ...TEXTS])] as const;
  });
  return Object.fromEntries(entries) as unknown as ProfileFacts;
}

/** Values that conditions on a field compare with, instead of awkward ones. */
export type Pools = Readonly<Partial<Record<FieldName, readonly (string | number)[]>>>;

/** A tree of conditions that can be read, over the fields named or all of them. */
export function randomTree(
  random: Random,
  fields: readonly FieldName[] = FIELD_NAMES,
  depth = 3,
  pools: Pools = {},
): Group {
  return {
    combinator: drawn(random, ['and', 'or'] as const),
    not: random() < 0.3,
    rules: Array.from({ length: 1 + Math.floor(random() * 3) }, () =>
      depth > 0 && random() < 0.35
        ? randomTree(random, fields, depth - 1, pools)
        : randomCondition(random, drawn(random, fields), pools),
    ),
  };
}

function randomCondition(random: Random, field: FieldName, pools: Pools): Condition {
  const { kind } = FIELDS[field];
  const pool = pools[field];
  const operators = OPERATORS_OF[kind];
  // The awkward lists are known to no database.
  const operator = drawn(random, pool ? operators.filter((one) => OPERATORS[one] !== 'list') : operators);
  const one = () => drawn<string | number>(random, pool ?? (kind === 'number' ? NUMBERS : TEXTS));
  return { field, operator, value: valueFor(random, OPERATORS[operator], one) };
}

function valueFor(
  random: Random,
  takes: (typeof OPERATORS)[keyof typeof OPERATORS],
  one: () => string | number,
): unknown {
  switch (takes) {
    case 'one':
      return one();
    case 'several':
      return [one(), ...several(random, 3, one)];
    case 'bounds':
      return [one(), one()].sort((a, b) => Number(a) - Number(b));
    case 'list':
      return drawn(random, [...LISTS.keys()]);
    case 'none':
      return null;
  }
}
