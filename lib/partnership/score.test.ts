import { describe, expect, it } from 'vitest';
import { addMonths, monthsBefore } from './months';
import { MONTH_COUNTS, type MonthCounts, PEER_CASES_MIN, PEERS_MIN, peerRange, scoreOf, standingOf } from './score';

const NONE = Object.fromEntries(MONTH_COUNTS.map((count) => [count, 0])) as MonthCounts;
const peer = (beforeArrival: number, consignments = 100): MonthCounts => ({ ...NONE, consignments, beforeArrival });
const five = [50, 60, 70, 80, 90].map((share) => peer(share));

describe('scoreOf', () => {
  it('is a share of one, hours for seconds, and nothing where there is nothing to measure', () => {
    expect(scoreOf('beforeArrival', peer(25))).toBe(0.25);
    expect(scoreOf('answerHours', { ...NONE, answered: 2, answerSeconds: 14_400 })).toBe(2);
    expect(scoreOf('findings', NONE)).toBeNull();
  });
});

describe('peerRange', () => {
  it('tells the quartiles of five, to the whole per cent, and nothing of fewer', () => {
    expect(peerRange('beforeArrival', five)).toEqual({ low: 0.6, middle: 0.7, high: 0.8 });
    expect(peerRange('beforeArrival', five.slice(1))).toBeNull();
    expect(five.length).toBe(PEERS_MIN);
  });

  it('counts nobody as a peer who has too little of what is measured', () => {
    expect(peerRange('beforeArrival', [...five.slice(1), peer(1, PEER_CASES_MIN - 1)])).toBeNull();
    expect(peerRange('findings', five)).toBeNull();
  });

  it('tells neither the best nor the worst of the peers', () => {
    const apart = [peer(1), ...[60, 70, 80].map((share) => peer(share)), peer(99)];
    expect(Object.values(peerRange('beforeArrival', apart) ?? {})).toEqual([0.6, 0.7, 0.8]);
  });
});

describe('standingOf', () => {
  it('calls high shares better or worse by what they measure', () => {
    const range = { low: 0.4, middle: 0.5, high: 0.6 };
    expect(standingOf('beforeArrival', 0.9, range)).toBe('better');
    expect(standingOf('vague', 0.9, range)).toBe('worse');
    expect(standingOf('vague', 0.1, range)).toBe('better');
    expect(standingOf('vague', 0.5, range)).toBe('alike');
    expect(standingOf('vague', 0.5, null)).toBeNull();
  });
});

describe('months', () => {
  it('cross the turn of the year', () => {
    expect(addMonths('2026-01-31', -1)).toBe('2025-12-01');
    expect(addMonths('2026-12-05', 1)).toBe('2027-01-01');
    expect(monthsBefore('2026-02-28', 3)).toEqual(['2025-11-01', '2025-12-01', '2026-01-01']);
  });
});
