import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ROLES } from '@/lib/identity/roles';
import { navigationOf, startOf } from './navigation';

const desk = join(import.meta.dirname, '..', '(desk)');

describe.each(ROLES)('the navigation of the %s', (role) => {
  const places = navigationOf(role);
  it('leads to pages that exist', () => {
    expect(places.filter(({ href }) => !existsSync(join(desk, href, 'page.tsx'))).map(({ href }) => href)).toEqual([]);
  });
  it('contains the page the day begins with', () => {
    expect(places.map(({ href }) => href)).toContain(startOf(role));
  });
  it('gives each place a letter of its own', () => {
    const keys = places.map(({ key }) => key);
    expect(new Set(keys).size).toBe(keys.length);
  });
});
