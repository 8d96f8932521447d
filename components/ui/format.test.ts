import { describe, expect, it } from 'vitest';
import {
  formatAxisDay,
  formatBytes,
  formatCompact,
  formatDecimal,
  formatInstant,
  formatPercent,
  groupDecimals,
} from './format';

const at = new Date('2026-11-24T14:05:09Z');

describe('a size', () => {
  it('has a unit people know: 1,400 bytes are 1.4 kB', () => {
    expect([0, 512, 1_400, 999_960, 2_000_000_000].map((bytes) => formatBytes('en-GB', bytes))).toEqual([
      '0\u00a0B',
      '512\u00a0B',
      '1.4\u00a0kB',
      '1\u00a0MB',
      '2\u00a0GB',
    ]);
  });
});

describe('the amounts of a sentence', () => {
  it('are grouped with every digit, beside codes and counts as they are', () => {
    const values = { value: '1056.57', code: '220830', item: 2, currency: 'EUR', rate: '1.08730' };
    expect(groupDecimals('en-GB', values)).toEqual({ ...values, value: '1,056.57' });
  });
});

describe('figures', () => {
  it('keeps every digit of an amount too large for a float', () => {
    expect(formatDecimal('en-GB', '12345678901234567.89', 2)).toBe('12,345,678,901,234,567.89');
  });
  it('uses the same digits in every language', () => {
    expect(formatDecimal('ar-EG', '1234', 0)).toMatch(/^1\D234$/);
  });
  it('shortens for axes and prints shares', () => {
    expect(formatCompact('en-GB', 1_240_000)).toBe('1.2m');
    expect(formatPercent('en-GB', 0.1234)).toBe('12.3%');
  });
});

describe('instants', () => {
  it('are read in UTC on a 24-hour clock with the zone named', () => {
    expect(formatInstant('en-GB', at, 'datetime')).toBe('24 Nov 2026, 14:05 UTC');
    expect(formatInstant('en-GB', new Date('2026-11-24T00:05:00Z'), 'time')).toBe('00:05 UTC');
  });
  it('stay in the Gregorian year where another calendar is customary', () => {
    expect(formatInstant('fa', at, 'date')).toContain('2026');
  });
  it('are short on an axis', () => {
    expect(formatAxisDay('en-GB', '2026-11-24')).toBe('24 Nov');
  });
});
