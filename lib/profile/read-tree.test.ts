import { describe, expect, it } from 'vitest';
import { readTree } from './read-tree';
import { TREE_LIMITS } from './tree';

const LISTS = new Map([
  ['toys', { key: 'toys', version: '3', values: ['9503', '9504'] }],
  ['hollow', { key: 'hollow', version: '1', values: [] }],
]);
const with_ = (...rules: unknown[]) => ({ combinator: 'and', rules });
const on = (field: string, operator: string, value?: unknown) => ({ field, operator, value });

function problemsOf(tree: unknown): string[] {
  const read = readTree(tree, LISTS);
  return 'problems' in read ? read.problems.map(({ code, pointer }) => `${code} ${pointer}`.trim()) : [];
}

describe('conditions that cannot be read are refused whole, with their place', () => {
  const nested = (depth: number): unknown => (depth === 0 ? with_(on('score', 'less', 1)) : with_(nested(depth - 1)));
  it.each([
    [
      'a field nobody knows',
      with_(on('score', 'less', 1), on('colour', 'equals', 'red')),
      'field_unknown rules.1.field',
    ],
    ['a name every object has', with_(on('constructor', 'equals', 'x')), 'field_unknown rules.0.field'],
    ['an operator nobody knows', with_(on('score', 'like', 1)), 'operator_unknown rules.0.operator'],
    ['an operator of another kind', with_(on('score', 'contains', 'a')), 'operator_unfit rules.0.operator'],
    ['no condition', with_(), 'group_empty'],
    ['a group without any', with_(on('score', 'less', 1), with_()), 'group_empty rules.1'],
    ['no value', with_(on('channel', 'equals')), 'value_required rules.0.value'],
    ['an empty value', with_(on('channel', 'equals', '')), 'value_required rules.0.value'],
    ['no value among several', with_(on('channel', 'in', [])), 'value_required rules.0.value'],
    ['a text that folds to nothing', with_(on('sellerName', 'contains', '\u0301')), 'value_unfit rules.0.value'],
    ['a character no text may hold', with_(on('channel', 'equals', 'a\u0000b')), 'value_unfit rules.0.value'],
    ['a part of a minor unit', with_(on('customsValueMinor', 'less', 1.5)), 'value_unfit rules.0.value'],
    ['a figure as text', with_(on('score', 'less', '1')), 'value_unfit rules.0.value'],
    ['one bound of two', with_(on('score', 'between', [1])), 'value_unfit rules.0.value'],
    ['bounds the wrong way round', with_(on('score', 'between', [2, 1])), 'bounds_reversed rules.0.value'],
    ['a list that is not there', with_(on('commodityCodes', 'inList', 'dolls')), 'list_unknown rules.0.value'],
    ['a list of nothing', with_(on('commodityCodes', 'inList', 'hollow')), 'list_empty rules.0.value'],
    ['groups in groups without end', nested(TREE_LIMITS.depth + 1), 'too_deep'],
    ['what is no tree', { combinator: 'xor', rules: [] }, 'tree_shape combinator'],
    ['nothing', null, 'tree_shape'],
  ])('%s', (_, tree, problem) => expect(problemsOf(tree)).toEqual([problem]));

  it('more conditions than an import can bear', () => {
    const many = Array.from({ length: TREE_LIMITS.conditions + 1 }, () => on('score', 'less', 1));
    expect(problemsOf(with_(...many))).toEqual(['too_many_conditions']);
  });
});

it('keeps which edition of a list was read, folds texts, and leaves codes as they stand', () => {
  const read = readTree(
    with_(
      on('commodityCodes', 'inList', 'toys'),
      on('sellerName', 'equals', 'ÉTOILE'),
      on('channel', 'equals', 'Post'),
    ),
    LISTS,
  );
  expect(read).toMatchObject({
    group: {
      rules: [
        { operand: { texts: ['9503', '9504'], list: { key: 'toys', version: '3' } } },
        { operand: { texts: ['etoile'] } },
        { operand: { texts: ['Post'] } },
      ],
    },
  });
});
