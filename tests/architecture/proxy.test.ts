import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { config } from '@/proxy';

const [matcher] = config.matcher;
const passes = (path: string) => new RegExp(`^${matcher?.source}$`).test(path);

describe('The policy against foreign scripts', () => {
  it('is given to every page, also to one whose address ends like a file', () => {
    for (const path of ['/', '/queue', '/sign-in', '/tracking/ORDER.2', '/tracking/A.svg', '/consignments/x.html'])
      expect(passes(path), path).toBe(true);
  });
  it('leaves the interface, built files and the files of the public folder alone', () => {
    const files = readdirSync('public').map((name) => `/${name}`);
    for (const path of ['/api/v1/submissions', '/_next/static/chunks/a.js', ...files])
      expect(passes(path), path).toBe(false);
  });
});
