import { describe, expect, it } from 'vitest';
import { converterOf, plainDecimal, plainInstant } from './convert-value';
import { columnLabels, judgeLayout, type Layout } from './layout';
import { layoutFingerprint } from './layout-fingerprint';

describe('the fingerprint of a header', () => {
  it('changes with the delimiter, any character of a name and the order, and with nothing else', () => {
    const others = [
      layoutFingerprint(';', ['a', 'b']),
      layoutFingerprint(',', ['a', 'b']),
      layoutFingerprint(';', ['b', 'a']),
      layoutFingerprint(';', ['a', 'B']),
      layoutFingerprint(';', ['a;b']),
      layoutFingerprint(';', ['a', 'b ', '']),
    ];
    expect(new Set(others).size).toBe(others.length);
    expect(layoutFingerprint(';', ['a', 'b'])).toBe(others[0]);
  });
});

describe('the names of columns', () => {
  it('are those of the file; blank, repeated and dangerous ones get their position', () => {
    expect(columnLabels(['Name', 'PLZ', 'Name', '', '__proto__', 'Name #1'])).toEqual([
      'Name #1',
      'PLZ',
      'Name #3',
      '#4',
      '__proto__ #5',
      'Name #1 #6',
    ]);
  });
});

describe('a decimal of a file', () => {
  it.each([
    ['1234,50', 'comma', '1234.50'],
    ['1.234,50', 'comma', '1234.50'],
    ['1.234.567', 'comma', '1234567'],
    ['12', 'comma', '12'],
    ['-3,5', 'comma', '-3.5'],
    ['1,234.50', 'point', '1234.50'],
    ['1234.5', 'point', '1234.5'],
    // One mark before three digits may be either number.
    ['1.234', 'comma', null],
    ['1,234', 'point', null],
    ['12.50', 'comma', null],
    ['12,50', 'point', null],
    ['1.23,50', 'comma', null],
    ['1.234.56', 'comma', null],
    ['12,50 €', 'comma', null],
    ["1'234,50", 'comma', null],
    ['1e3', 'point', null],
    ['', 'comma', null],
  ] as const)('%j with a decimal %s is %j', (text, mark, expected) => {
    expect(plainDecimal(text, mark)).toBe(expected);
  });

  it.each([
    ['190', '0.190'],
    ['1250', '1.250'],
    ['12,5', '0.0125'],
    ['0', '0.000'],
    ['007', null],
    ['1.234', null],
  ])('%j grams are %j kilograms, no digit changed', (text, expected) => {
    const convert = converterOf('gross_mass_kg', { decimalMark: 'comma', dateForm: 'iso', massUnit: 'g' });
    expect(convert?.(text)).toBe(expected);
  });
});

describe('a date of a file', () => {
  it.each([
    ['2026-03-02', 'iso', '2026-03-02T00:00:00Z'],
    ['2026-03-02 10:22', 'iso', '2026-03-02T10:22:00Z'],
    ['2026-03-02T10:22:05+0100', 'iso', '2026-03-02T10:22:05+01:00'],
    ['02.03.2026', 'dmy_dots', '2026-03-02T00:00:00Z'],
    ['2.3.2026 9:05', 'dmy_dots', '2026-03-02T09:05:00Z'],
    ['02.03.2026, 10:22 +01:00', 'dmy_dots', '2026-03-02T10:22:00+01:00'],
    ['02/03/2026 10:22:05', 'dmy_slashes', '2026-03-02T10:22:05Z'],
    ['03/02/2026', 'mdy_slashes', '2026-03-02T00:00:00Z'],
    ['3/2/2026 12:05 AM', 'mdy_slashes', '2026-03-02T00:05:00Z'],
    ['3/2/2026 1:05 pm', 'mdy_slashes', '2026-03-02T13:05:00Z'],
    ['31.02.2026', 'dmy_dots', null],
    ['02.03.26', 'dmy_dots', null],
    ['02/03/2026', 'dmy_dots', null],
    ['13/31/2026', 'mdy_slashes', null],
    ['3/2/2026 13:05 PM', 'mdy_slashes', null],
    ['2026-03-02 25:00', 'iso', null],
    ['morgen', 'dmy_dots', null],
  ] as const)('%j read as %s is %j', (text, form, expected) => {
    expect(plainInstant(text, form)).toBe(expected);
  });
});

describe('a layout', () => {
  const good: Pick<Layout, 'header' | 'targets' | 'fixed'> = {
    header: ['A', 'B', 'C', 'D', 'E', 'F', 'G', 'H', 'I', 'J', 'K'],
    targets: [
      'reference',
      'expected_arrival_at',
      'sender_name',
      'sender_country',
      'recipient_name',
      'recipient_address',
      'recipient_country',
      'description',
      'value',
      'currency',
      'kept',
    ],
    fixed: { channel: 'post', office: 'NLRTM' },
  };
  const codesOf = (change: Partial<typeof good>) =>
    judgeLayout({ ...good, ...change }).map(({ code, column }) => `${code} ${column}`);

  it('stands when each required column is mapped or fixed', () => {
    expect(judgeLayout(good)).toEqual([]);
  });

  it.each([
    [{ targets: good.targets.with(10, 'value') }, 'column_twice value'],
    [{ targets: good.targets.with(8, 'left_out') }, 'column_missing value'],
    [{ fixed: { channel: 'post' } }, 'column_missing office'],
    [{ fixed: { ...good.fixed, currency: 'EUR' } }, 'fixed_and_mapped currency'],
    [{ fixed: { ...good.fixed, lrn: 'X' } }, 'fixed_refused lrn'],
    [{ fixed: { ...good.fixed, channel: 'air' } }, 'not_in_list channel'],
    [{ targets: good.targets.slice(1) }, 'column_count null'],
  ] as const)('is refused by name: case %#', (change, fault) => {
    expect(codesOf(change)).toEqual([fault]);
  });
});
