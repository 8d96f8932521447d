import type { Field } from './fields';

/** What a condition compares with: one value, several, two bounds, a named list, or nothing. */
export type Operand = 'one' | 'several' | 'bounds' | 'list' | 'none';

/** Every operator with what it takes. Those that deny say that no value of the field is so; they too need a value to be there. */
export const OPERATORS = {
  equals: 'one',
  notEquals: 'one',
  in: 'several',
  notIn: 'several',
  inList: 'list',
  notInList: 'list',
  beginsWith: 'one',
  notBeginsWith: 'one',
  beginsWithAny: 'several',
  notBeginsWithAny: 'several',
  contains: 'one',
  notContains: 'one',
  less: 'one',
  atMost: 'one',
  more: 'one',
  atLeast: 'one',
  between: 'bounds',
  isMissing: 'none',
  isPresent: 'none',
} as const satisfies Record<string, Operand>;

export type Operator = keyof typeof OPERATORS;

const WORDS: readonly Operator[] = [
  ...(['equals', 'notEquals', 'in', 'notIn', 'inList', 'notInList'] as const),
  ...(['beginsWith', 'notBeginsWith', 'beginsWithAny', 'notBeginsWithAny'] as const),
];
const PRESENCE: readonly Operator[] = ['isMissing', 'isPresent'];

/** The operators of each kind of field, in the order a person chooses from. */
export const OPERATORS_OF: Readonly<Record<Field['kind'], readonly Operator[]>> = {
  code: [...WORDS, ...PRESENCE],
  text: [...WORDS, 'contains', 'notContains', ...PRESENCE],
  number: ['equals', 'notEquals', 'less', 'atMost', 'more', 'atLeast', 'between', ...PRESENCE],
};

/** Each denying operator with what it denies. */
const DENIED = {
  notEquals: 'equals',
  notIn: 'in',
  notInList: 'inList',
  notBeginsWith: 'beginsWith',
  notBeginsWithAny: 'beginsWithAny',
  notContains: 'contains',
} as const satisfies Partial<Record<Operator, Operator>>;

/** What an operator denies; null for one that affirms. */
export function deniedBy(operator: Operator): (typeof DENIED)[keyof typeof DENIED] | null {
  return operator in DENIED ? DENIED[operator as keyof typeof DENIED] : null;
}

/** A list of goods holds chapters, headings and codes: each stands for everything below it. Other lists hold whole values. */
export function listsHoldBeginnings({ codes }: Pick<Field, 'codes'>): boolean {
  return codes === 'hs';
}
