import { describe, expect, it } from 'vitest';
import type { ProfileContent } from './content';
import { versionChanges } from './version-changes';

const content = (over: Partial<ProfileContent> = {}): ProfileContent => ({
  title: 'Cheap watches',
  harm: 'Revenue lost',
  ground: 'The customs act',
  instruction: 'Weigh it',
  tree: { combinator: 'and', not: false, rules: [] },
  effect: { kind: 'points', points: 20 },
  expectedHitPercent: 10,
  dailySlots: 5,
  ...over,
});

/** Lines as `depth head: values`, e.g. `1 HS code is one of: 85, 91`. */
const lines = (...texts: string[]) =>
  texts.map((text) => {
    const [asked = '', values = ''] = text.split(': ');
    const [depth = '', ...head] = asked.split(' ');
    return {
      meaning: `${depth} ${head.join(' ')} ${values}`,
      head: head.join(' '),
      values: values ? values.split(', ') : [],
      text,
    };
  });

const changesOf = (before: string[], after: string[]) =>
  versionChanges(
    { content: content(), lines: lines(...before) },
    { content: content(), lines: lines(...after) },
  ).lines.map((one) =>
    one.change === 'skipped'
      ? `skipped ${one.count}`
      : one.change === 'altered'
        ? `altered ${one.line.text} -[${one.removed.join()}] +[${one.added.join()}] =${one.kept}`
        : `${one.change} ${one.line.text}`,
  );

describe('versionChanges', () => {
  it('names the statements that differ, in the order they are read', () => {
    const after = content({ dailySlots: 9, effect: { kind: 'lane', lane: 'red' }, harm: 'Unsafe goods' });
    expect(versionChanges({ content: content(), lines: [] }, { content: after, lines: [] }).statements).toEqual([
      ...['effect', 'dailySlots', 'harm'],
    ]);
  });

  it('says nothing of two that are the same', () => {
    expect(versionChanges({ content: content(), lines: [] }, { content: content(), lines: [] })).toEqual({
      statements: [],
      lines: [],
    });
  });

  it('tells what came and went at its place, and counts what stayed', () => {
    expect(
      changesOf(
        ['0 all of', '1 Office is: XAPOR', '1 Score more than: 30'],
        ['0 all of', '1 Score more than: 30', '1 Gift'],
      ),
    ).toEqual(['kept 0 all of', 'removed 1 Office is: XAPOR', 'skipped 1', 'added 1 Gift']);
  });

  it('puts together a condition that asks the same of other values', () => {
    expect(
      changesOf(
        ['0 all of', '1 HS is one of: 85, 90, 91', '1 Value less than: 10'],
        ['0 all of', '1 HS is one of: 85, 91, 95', '1 Value less than: 20'],
      ),
    ).toEqual([
      'kept 0 all of',
      'altered 1 HS is one of: 85, 91, 95 -[90] +[95] =2',
      'altered 1 Value less than: 20 -[10] +[20] =0',
    ]);
  });

  it('tells a condition of another depth as another one', () => {
    expect(changesOf(['0 all of', '1 Value less than: 10'], ['0 all of', '1 any of', '2 Value less than: 20'])).toEqual(
      ['kept 0 all of', 'removed 1 Value less than: 10', 'added 1 any of', 'added 2 Value less than: 20'],
    );
  });

  it('tells another way of joining the conditions apart, with the conditions kept', () => {
    expect(changesOf(['0 all of', '1 Gift'], ['0 any of', '1 Gift'])).toEqual([
      'removed 0 all of',
      'added 0 any of',
      'skipped 1',
    ]);
  });

  it('shows the groups that hold a change, and no others', () => {
    const before = [
      '0 all of',
      '1 Gift',
      '1 any of',
      '2 Post',
      '2 Score more than: 30',
      '1 any of',
      '2 Sale',
      '2 Cargo',
    ];
    expect(changesOf(before, before.slice(0, -1))).toEqual([
      'kept 0 all of',
      'skipped 4',
      'kept 1 any of',
      'skipped 1',
      'removed 2 Cargo',
    ]);
  });

  it('shows no group that holds no change: one that went or came is the group of what went or came with it', () => {
    const one = ['0 all of', '1 any of', '2 Post'];
    const both = [...one, '1 any of', '2 Sale'];
    expect(changesOf(both, one)).toEqual(['kept 0 all of', 'skipped 2', 'removed 1 any of', 'removed 2 Sale']);
    expect(changesOf(one, both)).toEqual(['kept 0 all of', 'skipped 2', 'added 1 any of', 'added 2 Sale']);
    expect(changesOf([...one, '1 none of', '2 Sale'], [...one, '1 none of', '2 Sale', '2 Cargo'])).toEqual([
      'kept 0 all of',
      'skipped 2',
      'kept 1 none of',
      'skipped 1',
      'added 2 Cargo',
    ]);
  });
});
