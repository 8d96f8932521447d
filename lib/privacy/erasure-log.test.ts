import { describe, expect, it } from 'vitest';
import { type ErasureLine, lineOf, readErasures, recordId, recordOf } from './erasure-log';

const LINE: ErasureLine = {
  ...{ batchId: '0191e0a0-0000-4000-8000-000000000001', kind: 'consignments', policyVersion: 'v1' },
  ...{ erasedAt: '2026-11-28T10:00:00.000Z', ids: ['0191e0a0-0000-4000-8000-000000000002'] },
};

describe('The log of erasures', () => {
  it('is read as it was written, each batch once, and tells which lines are none', () => {
    const text = `${lineOf(LINE)}{"batchId": torn\n\n${lineOf(LINE)}`;
    expect(readErasures(text)).toEqual({ lines: [LINE], unread: [2] });
  });

  it('names a refused record by its submission and number', () => {
    expect(recordOf(recordId(LINE.batchId, 12))).toEqual({ submissionId: LINE.batchId, recordNumber: 12 });
    expect(recordOf('nothing')).toBeNull();
  });
});
