import { describe, expect, it } from 'vitest';
import { drilled, narrowedTo } from './drill';
import type { UrlParams } from './filter';
import { figureAt, isEmpty, type Member, type PivotCell, pivotOf, TOTAL } from './pivot';
import { tableOf } from './pivot-table';
import { parseQuestion, resolveQuestion } from './question';

const EUROS = { currency: 'EUR', minorDigits: 2 };
const TODAY = '2026-11-27';

type Said = [
  period: 'asked' | 'compared',
  row: string | null,
  column: string | null,
  consignments: number,
  valueMinor?: number,
];

/** An answer as the query gives it, places by the order of the list. */
function answer(params: UrlParams, said: readonly Said[], whole = { rowMembers: 0, columnMembers: 0 }) {
  const question = parseQuestion({ period: 'last7', ...params });
  const resolved = resolveQuestion(question, TODAY);
  const cells = said.map(
    ([period, row, column, consignments, valueMinor = 0], place): PivotCell => ({
      period,
      row,
      column,
      rowPlace: place,
      columnPlace: place,
      sums: { items: BigInt(consignments), consignments: BigInt(consignments), valueMinor: BigInt(valueMinor) },
    }),
  );
  const pivot = pivotOf(cells, whole, question, resolved);
  return { question, resolved, pivot, table: tableOf(pivot, question, EUROS) };
}
const texts = ({ table }: ReturnType<typeof answer>) =>
  [...table.lines, table.total].map(({ row, cells }) => [row.key || 'rest', ...cells.map(({ text }) => text)]);
const member = (key: string): Member => ({ kind: 'member', key });

describe('an answer', () => {
  it('tells the first rows one by one and the others together, and both sum to the whole', () => {
    const told = answer(
      { compare: 'none', top: '5' },
      [
        ['asked', 'CN', '', 7],
        ['asked', null, '', 3],
      ],
      {
        rowMembers: 9,
        columnMembers: 1,
      },
    );
    expect(told.pivot.rows.at(-1)).toEqual({ kind: 'rest', key: '', count: 4 });
    expect(texts(told)).toEqual([
      ['CN', '7'],
      ['rest', '3'],
      ['*', '10'],
    ]);
  });
  it('shows every point in time, those without anything as nothing', () => {
    const told = answer({ rows: 'time', compare: 'none' }, [['asked', '2026-11-25', '', 2]]);
    expect(told.pivot.rows.map(({ key }) => key)).toEqual([
      '2026-11-21',
      '2026-11-22',
      '2026-11-23',
      '2026-11-24',
      '2026-11-25',
      '2026-11-26',
      '2026-11-27',
    ]);
    expect(texts(told)[0]).toEqual(['2026-11-21', '0']);
    expect(isEmpty(told.pivot)).toBe(false);
    expect(isEmpty(answer({ rows: 'time' }, []).pivot)).toBe(true);
  });
  it('puts columns in the order of their own places, whichever row comes first', () => {
    const { pivot } = answer({ columns: 'lane', compare: 'none' }, [
      ['asked', 'CN', 'red', 1],
      ['asked', 'CN', 'green', 5],
      ['asked', 'TR', 'red', 2],
    ]);
    expect(pivot.columns.map(({ key }) => key)).toEqual(['green', 'red']);
    expect(figureAt(pivot, 'consignments', { row: TOTAL, column: member('red') })).toBe(3n);
  });
});

describe('the table of an answer', () => {
  it('says the mean of seven points once there are seven, and none of the whole: 0 to 6 make 3.0', () => {
    const days = ['21', '22', '23', '24', '25', '26', '27'];
    const told = answer(
      { rows: 'time', compare: 'none', telling: 'rolling' },
      days.map((day, at) => ['asked', `2026-11-${day}`, '', at]),
    );
    expect(texts(told)).toEqual([...days.map((day, at) => [`2026-11-${day}`, at === 6 ? '3.0' : null]), ['*', null]]);
  });
  it('says quotients of sums in totals too: 30.00 over 4 is 7.50 and no sum of 5.00 and 20.00', () => {
    const told = answer({ figures: 'valuePerConsignment', compare: 'none' }, [
      ['asked', 'CN', '', 2, 1_000],
      ['asked', 'TR', '', 1, 2_000],
      ['asked', 'VN', '', 1, 0],
    ]);
    expect(texts(told)).toEqual([
      ['CN', '5.00'],
      ['TR', '20.00'],
      ['VN', '0.00'],
      ['*', '7.50'],
    ]);
  });
  it('says nothing where nothing can be divided', () => {
    const told = answer({ figures: 'valuePerConsignment', compare: 'none' }, [['asked', 'CN', '', 0, 1_000]]);
    expect(texts(told)).toEqual([
      ['CN', null],
      ['*', null],
    ]);
  });
  it('says what was before and the exact difference, a fall too', () => {
    const told = answer({ figures: 'value' }, [
      ['asked', 'CN', '', 1, 1_050],
      ['compared', 'CN', '', 1, 2_075],
    ]);
    expect(texts(told)).toEqual([
      ['CN', '10.50', '20.75', '-10.25'],
      ['*', '10.50', '20.75', '-10.25'],
    ]);
    expect(told.table.lines[0]?.cells[2]?.heat).toBe(-1);
  });
  it('says shares of all, of the row and of the column to six digits', () => {
    const said: Said[] = [
      ['asked', 'CN', 'red', 1],
      ['asked', 'CN', 'green', 2],
      ['asked', 'TR', 'green', 3],
    ];
    const of = (telling: string) => texts(answer({ columns: 'lane', telling, compare: 'none' }, said))[0];
    expect(of('share')).toEqual(['CN', '0.166667', '0.333333', '0.500000']);
    expect(of('rowShare')).toEqual(['CN', '0.333333', '0.666667', '1.000000']);
    expect(of('columnShare')).toEqual(['CN', '1.000000', '0.400000', '0.500000']);
  });
  it('has 100 at the first point where anything was', () => {
    const told = answer({ rows: 'time', telling: 'index', compare: 'none' }, [
      ['asked', '2026-11-22', '', 40],
      ['asked', '2026-11-23', '', 50],
    ]);
    expect(texts(told).slice(0, 3)).toEqual([
      ['2026-11-21', '0.0'],
      ['2026-11-22', '100.0'],
      ['2026-11-23', '125.0'],
    ]);
    expect(texts(told).at(-1)).toEqual(['*', null]);
  });
});

describe('the list behind a cell', () => {
  it('asks for the members of row and column and keeps the days, whatever day it is opened on', () => {
    const { question, resolved } = answer({ columns: 'lane', chapter: '61' }, []);
    const behind = drilled(question, resolved, { row: member('CN'), column: member('red'), figure: 'value' });
    expect(behind).toMatchObject({ origin: ['CN'], lane: ['red'], chapter: ['61'], measure: 'value' });
    expect(behind?.period).toEqual({ from: '2026-11-21', to: '2026-11-27' });
  });
  it('asks for the days of a point that lie in the period', () => {
    const { question, resolved } = answer({ rows: 'time', grain: 'week' }, []);
    const first = drilled(question, resolved, { row: member('2026-11-16'), column: TOTAL, figure: 'consignments' });
    expect(first?.period).toEqual({ from: '2026-11-21', to: '2026-11-22' });
    expect(narrowedTo(question, resolved, 'time', member('2026-11-23'))?.filter.period).toEqual({
      from: '2026-11-23',
      to: '2026-11-27',
    });
  });
  it('is none for what no filter says: what is told together, a day of the week, what is counted at release', () => {
    const { question, resolved } = answer({}, []);
    expect(
      drilled(question, resolved, { row: { kind: 'rest', key: '', count: 2 }, column: TOTAL, figure: 'items' }),
    ).toBeNull();
    expect(drilled(question, resolved, { row: member('CN'), column: TOTAL, figure: 'released' })).toBeNull();
    const week = answer({ rows: 'weekday' }, []);
    expect(drilled(week.question, week.resolved, { row: member('1'), column: TOTAL, figure: 'items' })).toBeNull();
  });
});
