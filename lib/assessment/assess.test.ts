import { describe, expect, it } from 'vitest';
import { assessed } from '@/tests/support/assessed';
import { aHistory, anItem, aRecord, FLAT_DAY, policyOn, someFacts } from '@/tests/support/records';
import { assess, ENGINE_VERSION } from './assess';

describe('an assessment', () => {
  it('of an ordinary sale of 12.00 EUR: green, nothing fired, duty 3.00, VAT 21 % of 15.00 = 3.15', () => {
    const result = assessed(aRecord());
    expect(result).toMatchObject({
      indicators: [],
      score: 0,
      lane: 'green',
      selectionReason: 'none',
      releaseCategory: 3,
      engineVersion: ENGINE_VERSION,
      policyVersion: policyOn(FLAT_DAY).version,
    });
    expect(result.charges).toMatchObject({ dutyMinor: 300n, vatMinor: 315n });
  });

  it('is the same each time for the same input', () => {
    const record = aRecord({ items: [anItem({ description: 'gift' }), anItem({ itemNumber: 2, value: '140.00' })] });
    expect(assessed(record)).toEqual(assessed(record));
  });

  it('puts the heaviest reason first', () => {
    const { indicators, score, lane } = assessed(
      aRecord({ items: [anItem({ description: 'Accessories', value: '149.00' })] }),
      { sender: aHistory({ firstSeenOn: null }) },
    );
    expect(indicators.map((indicator) => [indicator.code, indicator.points])).toEqual([
      ['stop_word', 26],
      ['threshold_bunching', 14],
      ['mass_value', 14],
      ['first_seen_sender', 2],
    ]);
    expect(score).toBe(56);
    expect(lane).toBe('yellow');
  });

  it('passes the warnings of the intake on', () => {
    const warnings = [{ code: 'net_over_gross', severity: 'warning', pointer: 'gross_mass_kg' }] as const;
    expect(assess(aRecord(), someFacts(), policyOn(FLAT_DAY), warnings).warnings).toEqual(warnings);
  });
});

describe('release categories', () => {
  const documents = [anItem({ description: 'Signed lease contract', commodityCode: null, value: '1.00' })];

  it.each([
    ['documents', aRecord({ transactionType: 'documents', items: documents }), 1],
    ['a gift of 12.00 EUR, nothing due', aRecord({ transactionType: 'gift' }), 2],
    ['a sale of 12.00 EUR, dutiable', aRecord(), 3],
    ['a sale of 150.00 EUR', aRecord({ items: [anItem({ value: '150.00' })] }), 3],
    ['a sale of 150.01 EUR', aRecord({ items: [anItem({ value: '150.01' })] }), 4],
    ['a full declaration of 12.00 EUR', aRecord({ regime: 'entry' }), 4],
    ['goods that cannot be charged yet', aRecord({ items: [anItem({ currency: 'KHR' })] }), 4],
  ] as const)('%s', (_, record, category) => {
    expect(assessed(record).releaseCategory).toBe(category);
  });
});
