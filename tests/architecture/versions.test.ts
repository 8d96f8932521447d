import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

/** Security floors: the lowest version without a known severe fault. */
const FLOORS = { next: '16.3.3', 'next-auth': '4.24.15', 'drizzle-orm': '0.45.2', recharts: '3.1.0' } as const;

type Lock = { packages: Record<string, { version?: string; resolved?: string }> };
const lock = JSON.parse(readFileSync(new URL('../../package-lock.json', import.meta.url), 'utf8')) as Lock;

const numbers = (version: string) => version.split('.').map((part) => Number.parseInt(part, 10));

function isAtLeast(version: string, floor: string): boolean {
  const [a, b] = [numbers(version), numbers(floor)];
  for (const index of [0, 1, 2]) if ((a[index] ?? 0) !== (b[index] ?? 0)) return (a[index] ?? 0) > (b[index] ?? 0);
  return true;
}

describe('locked packages', () => {
  for (const [name, floor] of Object.entries(FLOORS)) {
    it(`${name} is ${floor} or newer`, () => {
      expect(isAtLeast(lock.packages[`node_modules/${name}`]?.version ?? '0', floor)).toBe(true);
    });
  }
  it('carry no download address, so that any registry can serve them', () => {
    expect(Object.values(lock.packages).filter((entry) => entry.resolved)).toEqual([]);
  });
});
