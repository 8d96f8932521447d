import { describe, expect, it } from 'vitest';
import { Progress } from './progress';

function shown(isTTY: boolean, steps: readonly (readonly [number, number])[]): string {
  const pieces: string[] = [];
  const progress = new Progress('processed', { isTTY, write: (piece) => pieces.push(piece) });
  for (const [done, all] of steps) progress.show(done, all);
  progress.end();
  return pieces.join('');
}

describe('the progress of an upload', () => {
  it('is a bar that moves on one line of a terminal', () => {
    const text = shown(true, [
      [0, 0],
      [1_500, 3_000],
      [3_000, 3_000],
    ]);
    expect(text.split('\r').map((line) => line.trimEnd())).toEqual([
      '',
      `${'.'.repeat(30)} 0 of 0 processed (0 %)`,
      `${'#'.repeat(15)}${'.'.repeat(15)} 1,500 of 3,000 processed (50 %)`,
      `${'#'.repeat(30)} 3,000 of 3,000 processed (100 %)`,
    ]);
    expect(text.endsWith('\n')).toBe(true);
  });

  it('is a line a quarter in a log, without control characters', () => {
    const text = shown(
      false,
      Array.from({ length: 101 }, (_, percent) => [percent, 100] as const),
    );
    expect(text.split('\n')).toEqual([
      '0 of 100 processed (0 %)',
      '25 of 100 processed (25 %)',
      '50 of 100 processed (50 %)',
      '75 of 100 processed (75 %)',
      '100 of 100 processed (100 %)',
      '',
    ]);
  });
});
