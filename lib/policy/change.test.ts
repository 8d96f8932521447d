import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { EXAMPLE_LAWS } from '@/lib/charges/examples/all';
import { EU_FLAT } from '@/lib/charges/examples/eu';
import { addDays } from '@/lib/kernel/dates';
import { fitChange, keyFault, letsOneAlone } from './change';
import { fieldsOf, valueFrom } from './value-fields';

const row = (validFrom: string, validTo: string | null = null) => ({ validFrom, validTo, revision: 0, value: {} });
const open = row('2021-07-01');

describe('a change among the rows of its key', () => {
  it('ends the row that stands, the day before it', () => {
    const period = { validFrom: '2027-01-01', validTo: null };
    expect(fitChange([open], period)).toEqual({ ok: true, end: { row: open, validTo: '2026-12-31' }, resume: null });
  });
  it('that ends lets the row it interrupts go on', () => {
    const fitted = fitChange([open], { validFrom: '2027-01-01', validTo: '2027-03-31' });
    expect(fitted).toMatchObject({ ok: true, resume: { period: { validFrom: '2027-04-01', validTo: null } } });
  });
  it('is refused with the day of a later row it would overlap', () => {
    const rows = [row('2021-07-01', '2028-06-30'), row('2028-07-01')];
    expect(fitChange(rows, { validFrom: '2027-01-01', validTo: null })).toEqual({
      ok: false,
      rule: 'later_row',
      day: '2028-07-01',
    });
  });
  it('is refused where it would leave days without a row', () => {
    const rows = [row('2021-07-01', '2026-12-31')];
    expect(fitChange(rows, { validFrom: '2027-02-01', validTo: null })).toEqual({
      ok: false,
      rule: 'gap',
      day: '2027-01-01',
    });
  });
  it('leaves one row for each day that had one, whatever the change', () => {
    const offset = fc.integer({ min: 1, max: 900 });
    fc.assert(
      fc.property(offset, offset, fc.boolean(), (start, length, isOpen) => {
        const validFrom = addDays('2026-01-01', start);
        const validTo = isOpen ? null : addDays(validFrom, length);
        const rows = [row('2021-07-01', '2027-06-30'), row('2027-07-01')];
        const fitted = fitChange(rows, { validFrom, validTo });
        if (!fitted.ok) return;
        const after = [
          ...rows.map((one) => (one === fitted.end?.row ? { ...one, validTo: fitted.end.validTo } : one)),
          { validFrom, validTo },
          ...(fitted.resume ? [fitted.resume.period] : []),
        ];
        for (const day of [
          '2025-01-01',
          addDays(validFrom, -1),
          validFrom,
          validTo ?? validFrom,
          '2027-06-30',
          '2030-01-01',
        ]) {
          expect(after.filter((one) => one.validFrom <= day && (one.validTo ?? '9999') >= day)).toHaveLength(1);
        }
      }),
    );
  });
});

it('refuses keys and values that cannot be meant, by their rule', () => {
  expect(keyFault('exchange_rate', 'XXQ')).toBe('unknown_currency');
  expect(keyFault('duty_rate', '61a')).toBe('no_prefix');
  expect(keyFault('vat_rate', 'country:NL')).toBeNull();
});

it('reads a law of charges field by field, and every example law comes back as it was', () => {
  for (const { law } of EXAMPLE_LAWS) {
    const fields = Object.fromEntries(fieldsOf(law).map(({ name, text }) => [name, text]));
    expect(valueFrom(law, fields)).toEqual(law);
  }
  const fields = Object.fromEntries(fieldsOf(EU_FLAT.law).map(({ name, text }) => [name, text]));
  expect(valueFrom(EU_FLAT.law, { ...fields, 'bands.0.when.upTo.amount': '60' })).toMatchObject({
    bands: [{ key: 'gift', when: { upTo: { amount: '60', currency: 'EUR' } } }, ...EU_FLAT.law.bands.slice(1)],
  });
});

it('reads what was typed part by part in the kind of each part', () => {
  const value = { limit: '150', ratePercent: '3', excluded: ['24'], days: 30 };
  const typed = Object.fromEntries(fieldsOf(value).map(({ name, text }) => [name, text]));
  expect(valueFrom(value, typed)).toEqual(value);
  expect(valueFrom(value, { ...typed, ratePercent: '', excluded: '22, 24', days: 'many' })).toEqual({
    limit: '150',
    ratePercent: null,
    excluded: ['22', '24'],
    days: 'many',
  });
});

it('reads a second-officer rule part by part: a condition nobody typed asks nothing', () => {
  const value = { decisions: ['release'], valueAbove: '1000', correctionAbove: null, unexaminedIn: ['red'] };
  const typed = Object.fromEntries(fieldsOf(value).map(({ name, text }) => [name, text]));
  expect(valueFrom(value, typed)).toEqual(value);
  const other = { decisions: 'release return', valueAbove: '', correctionAbove: '50', unexaminedIn: '' };
  const read = { decisions: ['release', 'return'], valueAbove: null, correctionAbove: '50', unexaminedIn: null };
  expect(valueFrom(value, { ...typed, ...other })).toEqual(read);
  expect(valueFrom(read, { ...other, unexaminedIn: 'red yellow' })).toMatchObject({ unexaminedIn: ['red', 'yellow'] });
});

it.each([
  ['seizure', 'seize'],
  ['destruction', 'destroy'],
])('never lets the rule of %s leave it to one officer', (key, kind) => {
  const rule = { decisions: [kind], valueAbove: null, correctionAbove: null, unexaminedIn: null };
  expect(letsOneAlone('second_officer', key, rule)).toBe(false);
  expect(letsOneAlone('second_officer', key, { ...rule, decisions: [kind, 'refuse'] })).toBe(false);
  for (const over of [{ decisions: ['refuse'] }, { valueAbove: '100' }, { unexaminedIn: ['red'] }])
    expect(letsOneAlone('second_officer', key, { ...rule, ...over })).toBe(true);
  expect(letsOneAlone('second_officer', 'large_correction', { ...rule, decisions: [] })).toBe(false);
});
