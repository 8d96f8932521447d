import { describe, expect, it } from 'vitest';
import { EMPTY_QUEUE_FILTER } from './queue-filter';
import { isWorthKeeping, queueViewsOf, readViewQuery, viewKey, viewQuery } from './queue-views';

describe('A view of the queue', () => {
  const red = { ...EMPTY_QUEUE_FILTER, lane: ['red'] as const, minScore: 60, officeId: 'NLRTM' };
  it('keeps the filter and leaves the office to the day', () => {
    expect(readViewQuery(viewQuery(red))).toEqual({ ...red, officeId: null });
  });
  it('is worth a name when it narrows something', () => {
    expect(isWorthKeeping(red)).toBe(true);
    expect(isWorthKeeping({ ...EMPTY_QUEUE_FILTER, tab: 'mine', officeId: 'NLRTM' })).toBe(false);
  });
  it('is found among the preferences, by name, and nothing else is', () => {
    const kept = {
      [viewKey('b')]: 'tab=mine&lane=red',
      theme: 'dark',
      [viewKey('a')]: viewQuery(red),
      [viewKey('c')]: 'tab=x',
    };
    expect(queueViewsOf(kept)).toEqual([
      { name: 'a', query: { lane: 'red', score: '60' } },
      { name: 'b', query: { tab: 'mine', lane: 'red' } },
      { name: 'c', query: {} },
    ]);
  });
});
