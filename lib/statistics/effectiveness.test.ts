import { describe, expect, it } from 'vitest';
import { wilson } from '@/lib/kernel/wilson';
import { effectivenessOf } from './effectiveness';

const count = (reason: string, examination: string, consignments: number, extraChargesMinor = 0n) => ({
  reason,
  examination,
  consignments,
  extraChargesMinor,
});

const NONE = new Map<string, number>();

describe('effectiveness', () => {
  const counts = [
    count('score', 'none', 9_000),
    count('score', 'finding', 60, 12_345n),
    count('score', 'conform', 20),
    count('mandatory', 'finding', 20),
    count('score', 'not_done', 7),
    count('random', 'conform', 95),
    count('random', 'finding', 5),
    count('random', 'ordered', 50),
    count('no_capacity', 'none', 31),
  ];
  const open = new Map([['mandatory', 3]]);
  const found = effectivenessOf(counts, open, wilson(5, 100));

  it('counts findings among those examined: 80 of 100 by risk, 5 of 100 by chance, a lift of 16', () => {
    expect(found.risk).toMatchObject({ hits: 80, of: 100 });
    expect(found.random).toMatchObject({ hits: 5, of: 100 });
    expect(found.lift?.value).toBeCloseTo(16, 10);
    expect(found.isApart).toBe(true);
    expect(found).toMatchObject({ drawn: 150, drawnExamined: 100 });
  });
  it('takes neither ordered examinations nor those not done for examined', () => {
    expect(found.examined).toBe(200);
    expect(found.consignments).toBe(9_257);
    expect(found.reasons.map((row) => row.reason)).toEqual(['score', 'mandatory', 'random']);
    expect(found.reasons[0]).toMatchObject({ examined: 80, findings: 60, notDone: 7, extraChargesMinor: 12_345n });
  });
  it('tells beside a sum how many are open and in no sum', () => {
    expect(found.reasons.map((row) => [row.extraChargesMinor, row.extraChargesOpen])).toEqual([
      [12_345n, 0],
      [0n, 3],
      [0n, 0],
    ]);
    expect(found).toMatchObject({ extraChargesMinor: 12_345n, extraChargesOpen: 3 });
  });
  it('counts what found no slot apart from what nobody selected, and in no rate', () => {
    expect(found.noCapacity).toBe(31);
    expect(
      effectivenessOf(
        counts.filter(({ reason }) => reason !== 'no_capacity'),
        open,
        found.random,
      ),
    ).toEqual({
      ...found,
      noCapacity: 0,
    });
  });
  it('names no lift while the random sample found nothing or is too small', () => {
    const few = [count('score', 'finding', 1), count('random', 'conform', 9)];
    expect(effectivenessOf(few, NONE, wilson(0, 9)).lift).toBeNull();
    expect(effectivenessOf(few, NONE, null)).toMatchObject({ random: null, lift: null, isApart: false });
    expect(effectivenessOf([], NONE, null)).toMatchObject({
      examinationRate: null,
      risk: null,
      random: null,
      lift: null,
    });
  });
});
