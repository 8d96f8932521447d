import { describe, expect, it } from 'vitest';
import { type KnownEnd, type RecordedRow, rowsKnownAt } from './known-at';

const at = (day: string) => new Date(`${day}T12:00:00Z`);
const row = (validFrom: string, validTo: string | null, recordedOn: string, revision = 0): RecordedRow => ({
  ...{ kind: 'vat_rate', key: 'standard', value: {}, source: '', edition: '' },
  ...{ validFrom, validTo, revision, recordedAt: at(recordedOn) },
});
const end = (validFrom: string, validTo: string | null, knownUntilDay: string): KnownEnd => ({
  ...{ kind: 'vat_rate', key: 'standard', validFrom, revision: 0, validTo, knownUntil: at(knownUntilDay) },
});
const periods = (rows: readonly RecordedRow[]) => rows.map(({ validFrom, validTo }) => [validFrom, validTo]);

describe('the law as it was known', () => {
  // The first row was open, was ended in March for a change in May, and opened again in April, when that was annulled.
  const rows = [row('2020-01-01', null, '2020-01-01'), row('2026-05-01', '2026-04-30', '2026-03-01')];
  const ends = [
    end('2020-01-01', null, '2026-03-01'),
    end('2020-01-01', '2026-04-30', '2026-04-01'),
    end('2026-05-01', null, '2026-04-01'),
  ];
  it.each([
    ['2026-02-28', [['2020-01-01', null]]],
    [
      '2026-03-02',
      [
        ['2020-01-01', '2026-04-30'],
        ['2026-05-01', null],
      ],
    ],
    [
      '2026-04-02',
      [
        ['2020-01-01', null],
        ['2026-05-01', '2026-04-30'],
      ],
    ],
  ])('on %s', (day, expected) => {
    expect(periods(rowsKnownAt(rows, ends, at(day)))).toEqual(expected);
  });
  it('does not hold what was recorded later, and holds from its instant on what was recorded then', () => {
    const one = [row('2026-01-01', null, '2026-06-01')];
    expect(rowsKnownAt(one, [], new Date(at('2026-06-01').getTime() - 1))).toEqual([]);
    expect(rowsKnownAt(one, [], at('2026-06-01'))).toEqual(one);
  });
  it('tells revisions of one day apart', () => {
    const both = [row('2026-01-01', '2025-12-31', '2026-01-01'), row('2026-01-01', null, '2026-01-02', 1)];
    const known = rowsKnownAt(both, [end('2026-01-01', null, '2026-01-02')], new Date('2026-01-01T13:00:00Z'));
    expect(periods(known)).toEqual([['2026-01-01', null]]);
  });
});
