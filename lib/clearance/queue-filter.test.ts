import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { INDICATOR_CODES } from '@/lib/assessment/types';
import { CHANNELS, LANES } from '@/lib/consignment/codes';
import { formatCursor, parseCursor } from './queue-cursor';
import { EMPTY_QUEUE_FILTER, parseQueueFilter, QUEUE_TABS, type QueueFilter, queueFilterParams } from './queue-filter';

const filters: fc.Arbitrary<QueueFilter> = fc.record({
  tab: fc.constantFrom(...QUEUE_TABS),
  officeId: fc.option(fc.constantFrom('NLRTM', 'BELGG'), { nil: null }),
  lane: fc.subarray([...LANES]),
  channel: fc.subarray([...CHANNELS]),
  minScore: fc.option(fc.integer({ min: 1, max: 100 }), { nil: null }),
  partnerId: fc.option(fc.uuid(), { nil: null }),
  text: fc.option(
    fc
      .string({ minLength: 1, maxLength: 60, unit: 'grapheme' })
      .filter((text) => text.length <= 60 && text.trim() === text),
    { nil: null },
  ),
  indicator: fc.option(fc.constantFrom(...INDICATOR_CODES), { nil: null }),
  updated: fc.boolean(),
});

describe('The filter of the queue', () => {
  it('comes back from its own address', () => {
    fc.assert(
      fc.property(filters, (filter) => {
        const address = new URLSearchParams(queueFilterParams(filter)).toString();
        expect(parseQueueFilter(Object.fromEntries(new URLSearchParams(address)))).toEqual(filter);
      }),
    );
  });
  it('of no parameters is the empty one, and the empty one has no parameters', () => {
    expect(queueFilterParams(EMPTY_QUEUE_FILTER)).toEqual({});
    expect(EMPTY_QUEUE_FILTER.tab).toBe('new');
  });
  it('takes what nobody could have chosen as not given', () => {
    const odd = { tab: 'all', lane: ['red', 'pink'], score: '1e99', partner: "' or 1=1", q: ' ', updated: 'yes' };
    expect(parseQueueFilter(odd)).toEqual({ ...EMPTY_QUEUE_FILTER, lane: ['red'] });
  });
  it('keeps the office as it was asked for, so that a wrong one is not found rather than another shown', () => {
    expect(parseQueueFilter({ office: 'xx' }).officeId).toBe('xx');
    expect(parseQueueFilter({ office: '' }).officeId).toBeNull();
  });
  it('takes the first of a repeated parameter, and all lanes however they are given', () => {
    expect(parseQueueFilter({ tab: ['mine', 'new'], lane: ['red,green', 'blue'] })).toMatchObject({
      tab: 'mine',
      lane: ['green', 'blue', 'red'],
    });
  });
});

describe('A cursor', () => {
  it('comes back from its text, and damaged text is none', () => {
    const cursor = {
      at: new Date('2026-11-02T10:00:00.123Z'),
      score: 70,
      valueMinor: 129_900n,
      consignmentId: '9b2c1f64-0000-8000-8000-00000000000a',
    };
    expect(parseCursor(formatCursor(cursor))).toEqual(cursor);
    for (const text of [null, '', 'x', '2026-11-02T10:00:00Z~70', `${formatCursor(cursor)}' or 1=1`]) {
      expect(parseCursor(text)).toBeNull();
    }
  });
});
