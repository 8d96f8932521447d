import { describe, expect, it } from 'vitest';
import { EXAMPLE_IDS } from '@/lib/codes/example-ids';
import { policyAt } from '../in-force';
import { PARAMETERS } from '../parameters';
import { crossRate } from './cross-rates';
import { exampleOf, newestRates, parametersOf } from './parameters-of';
import { EXAMPLE_SETS } from './sets';

describe.each(EXAMPLE_IDS)('the example %s', (id) => {
  const set = EXAMPLE_SETS[id];
  const rows = parametersOf(id);
  it('is a whole policy on every day a demo may play, in its own money', () => {
    for (const day of ['2026-03-01', '2026-07-01', '2026-11-27', '2028-04-01', '2029-01-01']) {
      const policy = policyAt(rows, day);
      expect(policy).toMatchObject({ currency: set.currency, minorDigits: set.minorDigits, administration: set.name });
      expect([...policy.territory].sort()).toEqual([...set.territory].sort());
      expect(policy.lawInForce.law.currency).toBe(set.currency);
      // A rate for whatever is declared, and none for its own money.
      for (const currency of ['USD', 'CNY', 'EUR', 'GBP', 'JPY', 'KRW'].filter((one) => one !== set.currency)) {
        expect(policy.lawInForce.rates.has(currency), `${currency} on ${day}`).toBe(true);
      }
      expect(policy.lawInForce.rates.has(set.currency)).toBe(false);
    }
  });
  it('is known again by the row of its administration, and has offices of its territory alone', () => {
    const own = rows.find(({ kind }) => kind === 'administration');
    expect(own && exampleOf(own)).toBe(id);
    for (const { code, country } of set.offices) {
      expect(set.territory).toContain(country);
      expect(code).toMatch(/^[A-Z]{2}[A-Z0-9]{3}$/);
    }
    expect(newestRates(id).map(({ currency }) => currency)).not.toContain(set.currency);
  });
  it('has no two rows of one key on one day', () => {
    const names = rows.map(({ kind, key, validFrom }) => `${kind}/${key}/${validFrom}`);
    expect(new Set(names).size).toBe(names.length);
  });
});

describe('Rates of duty outside the Union', () => {
  const dutyOf = (id: (typeof EXAMPLE_IDS)[number]) => parametersOf(id).filter(({ kind }) => kind === 'duty_rate');
  it('are as a tariff published them, and say where they are a mean and not the rate of the law', () => {
    const shirts = dutyOf('uk').find(({ key }) => key === '610910');
    expect(shirts).toMatchObject({ value: { ratePercent: '12' }, source: 'UK Global Tariff' });
    const bags = dutyOf('us').find(({ key }) => key === '4202');
    expect(bags?.source).toMatch(/^Harmonized Tariff Schedule .* simple mean .* no legal rate$/);
    for (const id of ['uk', 'us', 'au', 'ch'] as const) {
      expect(dutyOf(id).length).toBeGreaterThan(60);
      for (const { source } of dutyOf(id)) expect(source).not.toMatch(/illustrative/i);
    }
  });
  it('are not there where we have no source, and duty above the limit is open', () => {
    for (const id of ['jp', 'br', 'kr'] as const) expect(dutyOf(id)).toEqual([]);
    const watches = policyAt(parametersOf('us'), '2026-11-27').dutyRates.get('910211');
    expect(watches).toMatchObject({ measure: null });
  });
});

it('the Union is what the fact files say, to the row', () => {
  expect(parametersOf('eu')).toBe(PARAMETERS);
});

it('rates are taken across the euro with six figures', () => {
  expect(crossRate('1.1684', '0.87058')).toBe('1.34209');
  expect(crossRate('1', '186.75')).toBe('0.00535475');
  expect(crossRate('1740.86', '0.87058')).toBe('1999.66');
  expect(crossRate('20082.05', '0.9242')).toBe('21729.1');
});

it('amounts of other rules are set in the money of the set', () => {
  const highOf = (id: 'jp' | 'uk') => policyAt(parametersOf(id), '2026-11-27').highValueMinor;
  expect([highOf('uk'), highOf('jp')]).toEqual([50_000n, 90_000n]);
});
