import { describe, expect, it } from 'vitest';
import { EU_AFTER } from '@/lib/charges/examples/eu';
import { policyAt } from '@/lib/policy/in-force';
import { PARAMETERS } from '@/lib/policy/parameters';
import { firstDayWithout } from '@/lib/policy/part-faults';
import { overlaid } from './overlaid';
import { PolicyDays } from './policy-days';

describe('the policy of each day of a period', () => {
  it('is that of live work, whichever days were asked for before', () => {
    const days = new PolicyDays(PARAMETERS);
    for (const day of ['2026-06-30', '2026-07-01', '2026-08-15', '2028-07-01', '2026-06-30', '2026-08-16']) {
      const own = days.on(day);
      const live = policyAt(PARAMETERS, day);
      expect(own.day).toBe(day);
      // What is charged of a past period is not printed.
      expect(own.lawInForce).toEqual({ ...live.lawInForce, isUnprinted: true });
      expect(own.version).toBe(live.version);
    }
  });

  it('has the changes laid over every day, and all else as it stood', () => {
    const days = new PolicyDays(overlaid(PARAMETERS, [{ kind: 'charge_law', key: 'own', value: EU_AFTER.law }]));
    for (const day of ['2026-06-30', '2026-07-01', '2028-07-01']) {
      expect(days.on(day).lawInForce.law).toEqual(EU_AFTER.law);
      expect(days.on(day).lawInForce.rates).toEqual(policyAt(PARAMETERS, day).lawInForce.rates);
    }
  });
});

describe('the first day without a row', () => {
  const row = (validFrom: string, validTo: string | null) => ({
    ...{ kind: 'exchange_rate', key: 'USD', value: {}, validFrom, validTo, source: '', edition: '' },
  });
  const period = { fromOn: '2026-10-01', toOn: '2026-10-31' };
  it.each([
    ['is the first of the period where there is none', [], '2026-10-01'],
    ['is that after a row that ends', [row('2026-09-01', '2026-10-10')], '2026-10-11'],
    ['is in the gap between two', [row('2026-10-20', null), row('2026-09-01', '2026-10-10')], '2026-10-11'],
    ['is none where they join', [row('2026-09-01', '2026-10-10'), row('2026-10-11', '2026-10-31')], null],
  ])('%s', (_title, rows, expected) => {
    expect(firstDayWithout(rows, 'exchange_rate', 'USD', period)).toBe(expected);
  });
});
