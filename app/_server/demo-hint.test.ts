import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { setDatabaseUrl } from '@/db/env';
import { writeDemoFile } from '@/db/seed/demo-file';
import { demoAccountsToShow } from './demo-hint';

const folder = mkdtempSync(join(tmpdir(), 'luxor-demo-'));
const account = { role: 'officer', email: 'o@luxor.example', password: 'p', office: 'DEFRA' };
beforeAll(() => writeDemoFile(folder, { url: 'http://localhost:3000', accounts: [account], partners: [] }));
afterAll(() => {
  vi.unstubAllEnvs();
  setDatabaseUrl(undefined);
  rmSync(folder, { recursive: true });
});

/** How many accounts the sign-in page would offer under a configuration. */
function offered(changes: Readonly<Record<string, string>>): number {
  vi.unstubAllEnvs();
  for (const [key, value] of Object.entries({ LUXOR_DATA_DIR: folder, ...changes })) vi.stubEnv(key, value);
  setDatabaseUrl('postgres://u:p@127.0.0.1/luxor');
  return demoAccountsToShow().length;
}

describe('Demo accounts', () => {
  it('are offered where only this machine reaches the server', () => {
    expect(offered({})).toBe(1);
    expect(offered({ NEXTAUTH_URL: 'http://localhost:3100' })).toBe(1);
  });
  it('are offered neither beyond it nor behind a proxy', () => {
    expect(offered({ LUXOR_HOST: '0.0.0.0' })).toBe(0);
    expect(offered({ LUXOR_TRUSTED_PROXY: '1' })).toBe(0);
    expect(offered({ NEXTAUTH_URL: 'https://luxor.customs.example' })).toBe(0);
    expect(offered({ LUXOR_ENV: 'production', NEXTAUTH_URL: 'http://localhost:3100' })).toBe(0);
    expect(offered({ LUXOR_DEMO: 'off' })).toBe(0);
  });
});
