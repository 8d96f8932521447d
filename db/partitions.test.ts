import { describe, expect, it } from 'vitest';
import { monthStarts, partitionWindow } from './partitions';

describe('monthStarts', () => {
  it('gives each month and the one after, across the end of a year', () => {
    expect(monthStarts('2026-11-24', '2027-01-05')).toEqual(['2026-11-01', '2026-12-01', '2027-01-01', '2027-02-01']);
  });

  it('covers a whole month that ends on its last day', () => {
    expect(monthStarts('2026-02-28', '2026-02-28')).toEqual(['2026-02-01', '2026-03-01']);
  });
});

describe('partitionWindow', () => {
  it('reaches four months back and two ahead, also on the 31st', () => {
    expect(partitionWindow(new Date('2026-12-31T23:59:59Z'))).toEqual({ fromOn: '2026-08-01', toOn: '2027-02-01' });
    expect(partitionWindow(new Date('2026-03-31T12:00:00Z'))).toEqual({ fromOn: '2025-11-01', toOn: '2026-05-01' });
  });
});
