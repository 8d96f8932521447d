import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { expectSameCost } from '@/tests/support/asked-costs';
import { anItem, aRecord, FLAT_DAY, policyOn, RELIEF_DAY } from '@/tests/support/records';
import type { CostQuestion } from './cost-question';
import { landedCost } from './landed-cost';

const asked = (changes: Partial<CostQuestion> = {}): CostQuestion => ({
  day: FLAT_DAY,
  transactionType: 'sale',
  dispatchCountry: 'CN',
  destination: null,
  isUnderScheme: false,
  currency: 'EUR',
  transport: null,
  insurance: null,
  items: [{ code: '610910', words: null, value: '12.00', quantity: null, netMassKg: null }],
  ...changes,
});

describe('The landed cost', () => {
  it('12.00 goods + 3.00 flat duty + 21 % of 15.00 = 18.15', () => {
    expect(landedCost(asked(), policyOn(FLAT_DAY))).toMatchObject({ goodsMinor: 1200n, totalMinor: 1815n, open: [] });
  });

  it('transport 5.5 and insurance 0.25 are one sum: 12.00 + 5.75 + 3.00, and 21 % of 20.75', () => {
    const { transportMinor, totalMinor, charges } = landedCost(
      asked({ transport: '5.5', insurance: '0.25' }),
      policyOn(FLAT_DAY),
    );
    expect([transportMinor, charges.dutyMinor, charges.vatMinor, totalMinor]).toEqual([575n, 300n, 436n, 2511n]);
  });

  it('is open as long as any part of it is, and never a sum of what is known', () => {
    const words = [{ code: null, words: 'a thing', value: '200.00', quantity: null, netMassKg: null }];
    const { totalMinor, open } = landedCost(asked({ items: words }), policyOn(FLAT_DAY));
    expect(totalMinor).toBeNull();
    expect(open.map(({ charge, reason }) => `${charge} ${reason}`)).toEqual(['duty no_code', 'vat duty_open']);
    expect(landedCost(asked({ currency: 'XXX' }), policyOn(FLAT_DAY)).totalMinor).toBeNull();
  });

  it('names goods on which excise comes on top', () => {
    const beer = [{ code: '220300', words: null, value: '20.00', quantity: null, netMassKg: null }];
    expect(landedCost(asked({ items: beer }), policyOn(FLAT_DAY)).exciseGoods).toHaveLength(1);
  });

  it('charges what the intake charges, whatever is asked, on every day of every law', () => {
    const cents = fc.integer({ min: 1, max: 40_000 }).map((minor) => (minor / 100).toFixed(2));
    const record = fc
      .record({
        items: fc.array(
          fc.record({
            value: cents,
            commodityCode: fc.constantFrom('610910', '6109100010', '910211', '330300', '240220', '490199', null),
            quantity: fc.constantFrom('1', '5', null),
          }),
          { minLength: 1, maxLength: 5 },
        ),
        currency: fc.constantFrom('EUR', 'USD', 'XXX'),
        transportCost: fc.option(cents, { nil: null }),
        transactionType: fc.constantFrom('sale', 'gift', 'documents', 'returned_goods', 'other'),
        schemeId: fc.constantFrom('IM5281234567', null),
      })
      .map(({ items, currency, transportCost, ...rest }) =>
        aRecord({
          ...rest,
          transportCost,
          transportCurrency: transportCost === null ? null : currency,
          items: items.map((item, index) => anItem({ ...item, currency, itemNumber: index + 1 })),
        }),
      );
    const days = fc.constantFrom(RELIEF_DAY, '2026-06-30', '2026-07-01', FLAT_DAY, '2028-07-01');
    let compared = 0;
    fc.assert(
      fc.property(record, days, (sent, day) => {
        if (expectSameCost(sent, policyOn(day))) compared += 1;
      }),
    );
    expect(compared).toBeGreaterThan(40);
  });
});
