import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PROBLEM_CODES } from '@/lib/intake/problem-codes';
import type { Problem } from '@/lib/kernel/problem';
import { FLAT_DAY, policyOn } from '@/tests/support/records';
import { QUALITY_BANDS, qualityBand } from './bands';
import { dimensionOf, isPlaced } from './dimensions';
import { findingsOf, qualityOf } from './score';

const { quality: weights } = policyOn(FLAT_DAY);
const problem = (code: string, severity: Problem['severity'], pointer = 'value'): Problem => ({
  code,
  severity,
  pointer,
});

const problems = fc.array(
  fc.record({
    code: fc.constantFrom(...PROBLEM_CODES),
    severity: fc.constantFrom('error' as const, 'warning' as const),
    pointer: fc.constantFrom('reference', 'items.0.value', 'items.1.value', 'items', 'mrn', 's10_id', ''),
  }),
  { maxLength: 60 },
);

describe('the score of a record', () => {
  it('is 100 without a finding', () => {
    expect(qualityOf([], weights)).toEqual({
      score: 100,
      lost: { completeness: 0, validity: 0, consistency: 0, plausibility: 0, timeliness: 0 },
    });
  });

  it.each([
    ['one warning of validity: 100 - 6', [problem('mrn_shape', 'warning', 'mrn')], 94],
    [
      'two missing columns: 100 - 2 x 6',
      [problem('field_missing', 'warning', 'lrn'), problem('field_missing', 'warning', 'gross_mass_kg')],
      88,
    ],
    [
      'one column missing in three items counts once',
      [0, 1, 2].map((item) => problem('field_missing', 'warning', `items.${item}.quantity`)),
      94,
    ],
    ['a late message: 100 - 10', [problem('data_late', 'warning', 'expected_arrival_at')], 90],
    [
      'six missing columns: a side loses no more than its most, 30',
      ['a', 'b', 'c', 'd', 'e', 'f'].map((column) => problem('field_missing', 'warning', column)),
      70,
    ],
    ['a refused record has 40 at best', [problem('decimal_shape', 'error', 'items.0.value')], 40],
  ] as const)('%s', (_why, found, score) => {
    expect(qualityOf(found, weights).score).toBe(score);
  });

  it('stays in 0 to 100, whatever was found', () => {
    fc.assert(
      fc.property(problems, (found) => {
        const { score } = qualityOf(found, weights);
        expect(Number.isInteger(score) && score >= 0 && score <= 100).toBe(true);
      }),
    );
    const everything = PROBLEM_CODES.flatMap((code) =>
      ['a', 'b', 'c', 'd', 'e', 'f'].map((at) => problem(code, 'error', at)),
    );
    expect(qualityOf(everything, weights).score).toBe(0);
  });

  it('is never raised by one more finding', () => {
    fc.assert(
      fc.property(problems, problems, (found, more) => {
        expect(qualityOf([...found, ...more], weights).score).toBeLessThanOrEqual(qualityOf(found, weights).score);
      }),
    );
  });

  it('does not depend on the order of the findings', () => {
    fc.assert(
      fc.property(problems, fc.infiniteStream(fc.nat()), (found, keys) => {
        const shuffled = found
          .map((one) => [keys.next().value ?? 0, one] as const)
          .sort(([a], [b]) => a - b)
          .map(([, one]) => one);
        expect(qualityOf(shuffled, weights)).toEqual(qualityOf(found, weights));
      }),
    );
  });
});

describe('findings', () => {
  it('are one a rule and column, the error before the warning', () => {
    expect(
      findingsOf([
        problem('value_zero', 'warning', 'items.0.value'),
        problem('value_zero', 'error', 'items.3.value'),
        problem('value_zero', 'warning', 'items.4.value'),
      ]),
    ).toEqual([{ code: 'value_zero', severity: 'error', field: 'items.value' }]);
  });

  it('have a side each', () => {
    expect(PROBLEM_CODES.filter((code) => !isPlaced(code))).toEqual([]);
    expect(dimensionOf('row_field_count')).toBe('validity');
  });
});

describe('the words for a score', () => {
  it.each([
    [0, 'poor'],
    [49, 'poor'],
    [50, 'weak'],
    [74, 'weak'],
    [75, 'fair'],
    [89, 'fair'],
    [90, 'good'],
    [100, 'good'],
  ] as const)('%i is %s', (score, band) => {
    expect(qualityBand(score)).toBe(band);
  });
  it('begin at nought and rise', () => {
    expect(QUALITY_BANDS.map(({ from }) => from)).toEqual([0, 50, 75, 90]);
  });
});
