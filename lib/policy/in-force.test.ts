import { describe, expect, it } from 'vitest';
import { HS_CHAPTERS } from '@/lib/codes/hs-chapters';
import { policyAt } from './in-force';
import type { PolicyParameter } from './parameter';
import { PARAMETERS } from './parameters';

const DAY = '2026-11-02';
const changed = (change: (row: PolicyParameter) => PolicyParameter | null) =>
  PARAMETERS.flatMap((row) => change(row) ?? []);
const FLAT = { kind: 'flat_per_subheading', flat: { amount: '3', currency: 'EUR' }, digits: 6 };

describe('the policy in force', () => {
  it('keeps its version through a database that reorders rows and keys', () => {
    const reordered = PARAMETERS.map((row) => {
      const value = row.value as Record<string, unknown>;
      return { ...row, value: Object.fromEntries(Object.entries(value).reverse()) };
    }).reverse();
    expect(policyAt(reordered, DAY).version).toBe(policyAt(PARAMETERS, DAY).version);
  });

  it('changes its version with any value', () => {
    const raised = changed((row) => (row.key === 'draw' ? { ...row, value: { probability: '0.006' } } : row));
    expect(policyAt(raised, DAY).version).not.toBe(policyAt(PARAMETERS, DAY).version);
  });

  it.each([
    ['2026-06-30', { kind: 'none' }],
    ['2026-07-01', FLAT],
    ['2028-06-30', FLAT],
    ['2028-07-01', undefined],
  ])('on %s the duty of low value is %o', (day, duty) => {
    expect(policyAt(PARAMETERS, day).lawInForce.law.bands.find(({ key }) => key === 'low_value')?.duty).toEqual(duty);
  });

  it('converts by the table of the day', () => {
    expect(policyAt(PARAMETERS, '2026-03-31').lawInForce.rates.get('USD')?.text).toBe('1.1721');
    expect(policyAt(PARAMETERS, '2026-11-02').lawInForce.rates.get('USD')).toMatchObject({
      text: '1.1684',
      validFrom: '2026-04-01',
    });
  });

  it('has a duty rate for every chapter', () => {
    const { dutyRates } = policyAt(PARAMETERS, DAY);
    expect([...HS_CHAPTERS.keys()].filter((chapter) => !dutyRates.has(chapter))).toEqual([]);
  });

  it('names a source and an edition for every row', () => {
    expect(PARAMETERS.filter((row) => row.source === '' || row.edition === '')).toEqual([]);
  });
});

describe('parameters that cannot be used', () => {
  it('of an unknown kind are refused, not skipped', () => {
    const row = { ...(PARAMETERS[0] as PolicyParameter), kind: 'surprise' };
    expect(() => policyAt([...PARAMETERS, row], DAY)).toThrow('surprise/own is of no known kind');
  });

  it('of a wrong shape are named', () => {
    const wrong = changed((row) => (row.key === 'draw' ? { ...row, value: { probability: '1.5' } } : row));
    expect(() => policyAt(wrong, DAY)).toThrow('random/draw');
  });

  it('that overlap are refused', () => {
    const twice = changed((row) => (row.kind === 'charge_law' ? { ...row, validTo: null } : row));
    expect(() => policyAt(twice, DAY)).toThrow('charge_law/own is there twice');
  });

  it('that leave a gap are refused', () => {
    expect(() =>
      policyAt(
        changed((row) => (row.key === 'lease' ? null : row)),
        DAY,
      ),
    ).toThrow('clock/lease is missing');
  });

  it('with an unreadable pattern are refused', () => {
    const broken = changed((row) => (row.key === 'no_letters' ? { ...row, value: { pattern: '[' } } : row));
    expect(() => policyAt(broken, DAY)).toThrow('description_pattern/no_letters');
  });
});

describe('the requirement matrix', () => {
  it('has a cell for every column of every regime, and none besides', () => {
    const lacking = changed((row) => (row.key === 'h7/lrn' ? null : row));
    expect(() => policyAt(lacking, DAY)).toThrow('requirement/h7/lrn is missing');
    const strange = changed((row) => (row.key === 'h7/lrn' ? { ...row, key: 'h7/colour' } : row));
    expect(() => policyAt(strange, DAY)).toThrow('requirement/h7/colour is of no column');
  });
  it('names a condition where it is conditional', () => {
    const wrong = changed((row) => (row.key === 'h7/lrn' ? { ...row, value: { presence: 'conditional' } } : row));
    expect(() => policyAt(wrong, DAY)).toThrow('requirement/h7/lrn');
  });
});

describe('the weights of data quality', () => {
  it('add up to a hundred', () => {
    const wrong = changed((row) =>
      row.key === 'timeliness' ? { ...row, value: { most: 9, error: 9, warning: 5 } } : row,
    );
    expect(() => policyAt(wrong, DAY)).toThrow('is 99 and must be 100');
  });
});
