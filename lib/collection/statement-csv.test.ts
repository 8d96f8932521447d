import { describe, expect, it } from 'vitest';
import { csvLine } from '@/lib/kernel/csv';
import { postingCells, STATEMENT_COLUMNS, sumCells } from './statement-csv';

const POSTING = {
  postingId: 'p-1',
  reference: 'A-1',
  bookedOn: '2026-11-02',
  kind: 'assessed',
  charge: 'duty',
  amountMinor: 300n,
  currency: 'EUR',
  ground: 'Regulation (EU) No 952/2013, Article 105(1)',
} as const;
const SUMS = {
  ...{ from: '2026-11-01', to: '2026-11-30', currency: 'EUR' },
  ...{ openingMinor: -100n, debitMinor: 615n, creditMinor: 500n, closingMinor: 15n },
};
const written = (cells: readonly Parameters<typeof csvLine>[0][number][]) => csvLine(cells).trim();

describe('a statement as a file', () => {
  it('has each posting on its side', () => {
    const ground = '"Regulation (EU) No 952/2013, Article 105(1)"';
    expect(written(postingCells(POSTING, 2))).toBe(`2026-11-02,A-1,assessed,duty,3.00,,EUR,${ground},p-1`);
    const paid = { ...POSTING, amountMinor: -300n };
    expect(written(postingCells(paid, 2))).toBe(`2026-11-02,A-1,assessed,duty,,3.00,EUR,${ground},p-1`);
  });
  it('begins with what stood before, and ends with both sides and what is left to pay', () => {
    expect(written(sumCells('opening', SUMS, 2))).toBe('2026-11-01,,opening,,,1.00,EUR,,');
    expect(written(sumCells('total', SUMS, 2))).toBe('2026-11-30,,total,,6.15,5.00,EUR,,');
    expect(written(sumCells('closing', SUMS, 2))).toBe('2026-11-30,,closing,,0.15,,EUR,,');
  });
  it('has a cell for every column', () => {
    expect(postingCells(POSTING, 2)).toHaveLength(STATEMENT_COLUMNS.length);
    expect(sumCells('total', SUMS, 2)).toHaveLength(STATEMENT_COLUMNS.length);
  });
});
