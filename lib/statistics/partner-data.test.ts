import { describe, expect, it } from 'vitest';
import {
  meanScore,
  partnerSeries,
  refusedShare,
  type SentRow,
  sentByPartner,
  sentByPoint,
  sentInAll,
} from './partner-data';

const sent = (partnerId: string, at: string | null, records: number, refused = 0, scoreSum = 0): SentRow => ({
  ...{ partnerId, partnerName: `Partner ${partnerId}`, at, records, refused, scoreSum },
});
const POINTS = ['2026-11-02', '2026-11-09'];

describe('what partners sent', () => {
  it('has a mean score of what was taken, and a share of what was refused: 180 over 2 is 90, 1 of 4 a quarter', () => {
    expect(meanScore({ records: 2, refused: 5, scoreSum: 180 })).toBe(90);
    expect(refusedShare({ records: 3, refused: 1, scoreSum: 0 })).toBe(0.25);
    expect([meanScore(sentInAll([])), refusedShare(sentInAll([]))]).toEqual([null, null]);
  });
  it('stands in every point, and under every partner of either period, the largest first', () => {
    const rows = [sent('a', '2026-11-09', 2), sent('b', '2026-11-09', 5)];
    expect(sentByPoint(rows, POINTS).map(({ records }) => records)).toEqual([0, 7]);
    const partners = sentByPartner(rows, [sent('c', null, 9), sent('b', null, 1)]);
    expect(partners.map(({ partnerId, records, before }) => [partnerId, records, before?.records])).toEqual([
      ['b', 5, 1],
      ['a', 2, 0],
      ['c', 0, 9],
    ]);
  });
  it('is drawn of the five largest and of the others together, which add up to the whole', () => {
    const rows = Array.from({ length: 9 }, (_, at) => sent(String(at), POINTS[at % 2] ?? '', 10 - at));
    const { partners, others, points } = partnerSeries(rows, POINTS);
    expect([partners.length, others, points[0]?.values.length]).toEqual([5, 4, 6]);
    const drawn = points.flatMap(({ values }) => values).reduce((sum, value) => sum + value, 0);
    expect(drawn).toBe(sentInAll(rows).records);
    expect(partnerSeries(rows.slice(0, 6), POINTS)).toMatchObject({ others: 0, partners: { length: 6 } });
    expect(partnerSeries([], POINTS)).toMatchObject({ partners: [], others: 0 });
  });
});
