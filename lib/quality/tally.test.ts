import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { QualityTally, type Scored } from './tally';

const scored: fc.Arbitrary<Scored> = fc.record({
  score: fc.integer({ min: 0, max: 100 }),
  problems: fc.array(
    fc.record({
      code: fc.constantFrom('mrn_shape', 'field_missing', 'required'),
      severity: fc.constantFrom('error' as const, 'warning' as const),
      pointer: fc.constantFrom('mrn', 'items.0.quantity', 'items.1.quantity'),
    }),
    { maxLength: 5 },
  ),
});

const figures = ({ records, refused, scoreSum, bands, ...tally }: QualityTally) => ({
  records,
  refused,
  scoreSum,
  bands,
  tally,
});

describe('a tally', () => {
  it('is as before once what was entered is taken out', () => {
    fc.assert(
      fc.property(fc.array(scored), scored, (others, one) => {
        const tally = new QualityTally();
        const without = new QualityTally();
        for (const other of others) tally.enter(other, 1, 'R');
        for (const other of others) without.enter(other, 1, 'R');
        tally.enter(one, 1, 'R-1');
        tally.enter(one, -1, null);
        expect(figures(tally)).toMatchObject({ ...figures(without), tally: {} });
        const counts = (one: QualityTally) => one.findings().map(({ code, field, records }) => [code, field, records]);
        expect(counts(tally)).toEqual(counts(without));
      }),
    );
  });

  it('counts a record once a rule and column, and names the record that had it last', () => {
    const tally = new QualityTally();
    const missing = { code: 'field_missing', severity: 'warning' } as const;
    const problems = ['items.0.quantity', 'items.1.quantity'].map((pointer) => ({ ...missing, pointer }));
    tally.enter({ score: 94, problems }, 1, 'R-1');
    tally.enter({ score: 94, problems }, 1, 'R-2');
    expect(tally.findings()).toEqual([{ ...missing, field: 'items.quantity', records: 2, example: 'R-2' }]);
    expect(tally).toMatchObject({ records: 2, refused: 0, scoreSum: 188, bands: { good: 2 } });
  });
});
