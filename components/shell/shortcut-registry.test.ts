import { describe, expect, it } from 'vitest';
import { groupShortcuts, matchPress, type Shortcut } from './shortcut-registry';

const shortcut = (keys: string, text = keys, group?: string): Shortcut => ({ keys, text, run: () => {}, group });
const page = [shortcut('j'), shortcut('g c'), shortcut('g d'), shortcut('?')];

describe('key presses', () => {
  it('runs a single key at once', () => {
    expect(matchPress(page, '', 'j')).toEqual({ kind: 'run', shortcut: page[0] });
  });
  it('waits after the first key of a sequence, then runs it', () => {
    expect(matchPress(page, '', 'g')).toEqual({ kind: 'wait', prefix: 'g' });
    expect(matchPress(page, 'g', 'd')).toEqual({ kind: 'run', shortcut: page[2] });
  });
  it('takes a key that does not continue the sequence for itself', () => {
    expect(matchPress(page, 'g', 'j')).toEqual({ kind: 'run', shortcut: page[0] });
    expect(matchPress(page, 'g', 'x')).toEqual({ kind: 'none' });
  });
  it('runs what the person put on a key, and takes the letters of a sequence as they are', () => {
    expect(matchPress(page, '', 'm', 'j')).toEqual({ kind: 'run', shortcut: page[0] });
    expect(matchPress(page, '', 'j', '')).toEqual({ kind: 'none' });
    expect(matchPress(page, 'g', 'd', 'x')).toEqual({ kind: 'run', shortcut: page[2] });
  });
  it('gives a key to the part of the page that claimed it last', () => {
    const later = shortcut('j', 'next goods item');
    expect(matchPress([...page, later], '', 'j')).toEqual({ kind: 'run', shortcut: later });
  });
  it('gives a key to what lies over the page before what the page registered later', () => {
    const message = { ...shortcut('z', 'take back what the message tells'), isFirst: true };
    const desk = shortcut('z', 'take back the decision');
    expect(matchPress([message, ...page, desk], '', 'z')).toEqual({ kind: 'run', shortcut: message });
    expect(groupShortcuts([message, desk], 'Everywhere')).toEqual([['Everywhere', [message]]]);
  });
});

it('the sheet lists each key once under its heading', () => {
  const list = groupShortcuts([shortcut('j', 'old'), shortcut('?'), shortcut('j', 'Next', 'Queue')], 'Everywhere');
  expect(list.map(([name, entries]) => [name, entries.map((entry) => entry.text)])).toEqual([
    ['Queue', ['Next']],
    ['Everywhere', ['?']],
  ]);
});
