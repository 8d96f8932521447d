import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { TransactionType } from '@/lib/consignment/codes';
import { rational } from '@/lib/kernel/rational';
import { byPrefix } from '@/lib/revenue/by-prefix';
import { chargesOf } from '@/lib/revenue/charges';
import { anItem, aRecord, FLAT_DAY, policyOn, RELIEF_DAY } from '@/tests/support/records';
import { EU_BEFORE, EU_FLAT } from './examples/eu';
import { measure } from './measure';
import { workOut } from './work-out';

const cents = (max: number) =>
  fc.integer({ min: 0, max }).map((minor) => `${Math.floor(minor / 100)}.${String(minor % 100).padStart(2, '0')}`);
const CODES = ['610910', '910211', '330300', '850440', '220421', '640299', '490199'];
const consignment = fc.record({
  items: fc.array(
    fc.record({
      value: cents(20_000),
      commodityCode: fc.constantFrom(...CODES),
      currency: fc.constantFrom('EUR', 'USD', 'JPY'),
    }),
    { minLength: 1, maxLength: 5 },
  ),
  freight: fc.option(cents(3_000)),
  type: fc.constantFrom<TransactionType>('sale', 'gift'),
});

it.each([
  [RELIEF_DAY, EU_BEFORE],
  [FLAT_DAY, EU_FLAT],
] as const)('the charges that stand on %s are the same under the law of that day', (day, { law }) => {
  const policy = policyOn(day);
  fc.assert(
    fc.property(consignment, ({ items, freight, type }) => {
      const record = aRecord({
        transactionType: type,
        marketplace: null,
        schemeId: null,
        transportCost: freight,
        transportCurrency: freight === null ? null : 'EUR',
        items: items.map((item, index) => anItem({ ...item, itemNumber: index + 1 })),
      });
      const known = chargesOf(record, policy);
      const worked = workOut(law, {
        items: record.items.map((item) => {
          const rate = byPrefix(policy.dutyRates, item.commodityCode);
          const vat = byPrefix(policy.vatByPrefix, item.commodityCode) ?? policy.vatStandard;
          return {
            itemNumber: item.itemNumber,
            value: item.value,
            currency: item.currency,
            commodityCode: item.commodityCode,
            measure: rate?.text ? measure(`${rate.text}%`) : null,
            taxPercent: vat.text,
            quantities: new Map(),
          };
        }),
        transport: freight === null ? null : { amount: freight, currency: 'EUR' },
        dispatchCountry: record.dispatchCountry,
        transactionType: type,
        isUnderScheme: false,
        unitsPerBase: new Map([...policy.exchangeRates].map(([code, { text }]) => [code, rational(text)] as const)),
      });
      expect(worked).toMatchObject({
        ok: true,
        intrinsicMinor: known.intrinsicValueMinor,
        customsMinor: known.customsValueMinor,
        dutyMinor: known.dutyMinor,
        taxMinor: known.vatMinor,
        items: known.items.map(({ itemNumber, valueMinor, dutyMinor, vatMinor }) => ({
          itemNumber,
          valueMinor,
          dutyMinor,
          taxMinor: vatMinor,
        })),
      });
    }),
  );
});
