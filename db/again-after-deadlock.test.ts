import { expect, it, vi } from 'vitest';
import { againAfterDeadlock } from './again-after-deadlock';

const ofDatabase = (code: string) => Object.assign(new Error(code), { code, severity: 'ERROR' });

it('does again what was ended for a deadlock, a few times, and nothing else', async () => {
  const run = vi.fn().mockRejectedValueOnce(ofDatabase('40P01')).mockResolvedValue('done');
  expect(await againAfterDeadlock(run)).toBe('done');
  expect(run).toHaveBeenCalledTimes(2);

  const always = vi.fn().mockRejectedValue(ofDatabase('40P01'));
  await expect(againAfterDeadlock(always)).rejects.toThrow('40P01');
  expect(always).toHaveBeenCalledTimes(4);

  const other = vi.fn().mockRejectedValue(ofDatabase('23505'));
  await expect(againAfterDeadlock(other)).rejects.toThrow('23505');
  expect(other).toHaveBeenCalledTimes(1);
});
