import { describe, expect, it } from 'vitest';
import { crossedLanes, firstCrossedDay } from './lane-order';

const lane = (key: string, fromScore: number, validFrom = '2021-07-01', validTo: string | null = null) => ({
  ...{ kind: 'lane', key, value: { fromScore }, validFrom, validTo },
});
const STANDING = [lane('blue', 14), lane('yellow', 25), lane('red', 58)];
const PERIOD = { fromOn: '2027-01-01', toOn: '9999-12-31' };
const moved = (key: string, fromScore: number) => ({ kind: 'lane', key, value: { fromScore } });
const crossed = (changes: Parameters<typeof crossedLanes>[0], rows = STANDING) =>
  crossedLanes(changes, rows, PERIOD).map(({ key }) => key);

describe('limits of lanes that are moved', () => {
  it('may meet, and stand in the order of their lanes', () => {
    expect(crossed([moved('yellow', 58)])).toEqual([]);
    expect(crossed([moved('yellow', 60), moved('red', 70)])).toEqual([]);
  });

  it('are named where they cross: the stricter, or what alone was moved', () => {
    expect(crossed([moved('yellow', 59)])).toEqual(['yellow']);
    expect(crossed([moved('yellow', 70), moved('red', 60)])).toEqual(['red']);
    expect(crossed([moved('red', 10)])).toEqual(['red']);
  });

  it('are held against what begins later in their time, not what is over before', () => {
    const later = [lane('yellow', 25), lane('red', 58, '2021-07-01', '2027-05-31'), lane('red', 30, '2027-06-01')];
    expect(crossed([moved('yellow', 40)], later)).toEqual(['yellow']);
    const over = [lane('yellow', 25), lane('red', 30, '2021-07-01', '2026-12-31'), lane('red', 58, '2027-01-01')];
    expect(crossed([moved('yellow', 40)], over)).toEqual([]);
  });

  it('are not asked of where nothing of lanes is changed', () => {
    expect(crossed([{ kind: 'random', key: 'draw', value: { probability: '0.1' } }])).toEqual([]);
  });
});

describe('the first day on which lanes are crossed', () => {
  const yellowFrom2028 = [
    lane('blue', 14),
    lane('yellow', 25, '2021-07-01', '2027-12-31'),
    lane('yellow', 50, '2028-01-01'),
  ];
  const redFrom = (day: string, score: number, before: string) => [
    lane('red', 58, '2021-07-01', before),
    lane('red', score, day),
  ];

  it('is found where a row of another lane begins within the period, not only on its first day', () => {
    const rows = [...yellowFrom2028, ...redFrom('2028-02-01', 40, '2028-01-31')];
    const crossed = { day: '2028-02-01', blue: 14, yellow: 50, red: 40 };
    expect(firstCrossedDay(rows, { validFrom: '2028-01-01', validTo: null })).toEqual(crossed);
    expect(firstCrossedDay(rows, { validFrom: '2028-01-01', validTo: '2028-06-30' })).toEqual(crossed);
    // The day after a period is looked at too: something else stands there.
    expect(firstCrossedDay(rows, { validFrom: '2028-01-01', validTo: '2028-01-31' })).toEqual(crossed);
    expect(firstCrossedDay(rows, { validFrom: '2028-01-01', validTo: '2028-01-30' })).toBeNull();
  });

  it('is none where lanes meet, and a row that was taken back is not looked at', () => {
    const back = lane('red', 40, '2028-02-01', '2028-01-31');
    expect(
      firstCrossedDay([...yellowFrom2028, lane('red', 50), back], { validFrom: '2028-01-01', validTo: null }),
    ).toBeNull();
  });
});
