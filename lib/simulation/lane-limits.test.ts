import { expect, it } from 'vitest';
import { movedScores } from './lane-limits';

const row = (key: string, from: number, validFrom = '2026-01-01') => ({
  ...{ kind: 'lane', key, value: { fromScore: from }, validFrom, validTo: null, source: '', edition: '' },
});
const rows = [row('blue', 14), row('yellow', 25), row('red', 58)];
const to = (key: string, from: number) => ({ kind: 'lane' as const, key, value: { fromScore: from } });

it('only scores between the old and the new limit change their lane', () => {
  expect(movedScores(rows, [to('yellow', 30)])).toEqual([[25, 30]]);
  expect(movedScores(rows, [to('yellow', 20), to('red', 70)])).toEqual([
    [20, 25],
    [58, 70],
  ]);
});

it('a limit that stays moves nothing', () => {
  expect(movedScores(rows, [to('red', 58)])).toEqual([]);
  expect(movedScores(rows, [])).toEqual([]);
});

it('where several limits stood one after the other, all scores between any of them and the new one are looked at', () => {
  expect(movedScores([...rows, row('yellow', 40, '2026-06-01')], [to('yellow', 30)])).toEqual([[25, 40]]);
});
