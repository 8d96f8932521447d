import { expect, it } from 'vitest';
import { isUuid } from '@/lib/kernel/ids';
import { ascendingIds } from './ascending-id';

it('ids ascend within a millisecond, past what it holds, and when the clock steps back', () => {
  const times = [...Array.from({ length: 5_000 }, () => 1_790_000_000_000), 1_789_999_999_000, 1_790_000_000_500];
  const next = ascendingIds(() => times.shift() ?? 0);
  const ids = Array.from({ length: 5_002 }, next);
  expect(ids.every(isUuid)).toBe(true);
  expect(ids).toEqual([...ids].sort());
  expect(new Set(ids).size).toBe(ids.length);
  expect(ids[0]).toMatch(/^01a0c450-6c00-7000-[89ab]/);
});
