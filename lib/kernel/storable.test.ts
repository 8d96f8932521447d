import { describe, expect, it } from 'vitest';
import { parseAuditFilter } from '@/lib/audit/filter';
import { parseQueueFilter } from '@/lib/clearance/queue-filter';
import { parseStatisticsFilter } from '@/lib/statistics/filter';
import { beginningOf, storable } from './storable';

describe('Text from an address', () => {
  it('loses the one character that no database text may hold, and nothing else', () => {
    expect(storable('A\u0000B\tC \u00e9\u{1f58b}')).toBe('AB\tC \u00e9\u{1f58b}');
  });
  it('is cleared of it in every filter that goes into a query', () => {
    expect(parseQueueFilter({ q: 'A\u0000B' }).text).toBe('AB');
    expect(parseQueueFilter({ q: '\u0000' }).text).toBeNull();
    expect(parseAuditFilter({ actor: 'A\u0000B', subjectId: '\u0000' })).toMatchObject({
      actor: 'AB',
      subjectId: undefined,
    });
    expect(parseStatisticsFilter({ marketplace: ['Pa\u0000nda', '\u0000'] }).marketplace).toEqual(['Panda']);
  });
});

it('the beginning of a text ends with a whole character', () => {
  expect(beginningOf('ab😀', 3)).toBe('ab');
  expect(beginningOf('ab😀', 4)).toBe('ab😀');
  expect(beginningOf('ab', 4)).toBe('ab');
});
