import { describe, expect, it } from 'vitest';
import { crossedLanes } from './lane-order';

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
