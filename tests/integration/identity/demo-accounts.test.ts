import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { checkPassword } from '@/db/commands/identity/check-password';
import { db } from '@/db/connection';
import { setDatabaseUrl } from '@/db/env';
import { findApiKey } from '@/db/queries/identity/find-api-key';
import { users } from '@/db/schema';
import { refuseDemoAccounts, seedDemoAccounts } from '@/db/seed/accounts';
import { readDemoFile } from '@/db/seed/demo-file';
import { seedReference } from '@/db/seed/reference';
import { inTransaction } from '@/db/transaction';
import { apiKeyHash } from '@/lib/identity/api-key';
import { ROLES } from '@/lib/identity/roles';
import { useDatabase } from '../../support/database';

const database = useDatabase();
/** The configuration is read anew. */
const forgetEnv = () => setDatabaseUrl(database.url());
const dataDir = mkdtempSync(join(tmpdir(), 'luxor-demo-'));
const url = 'http://localhost:3000';
beforeAll(() => inTransaction(seedReference));
afterAll(() => rmSync(dataDir, { recursive: true }));
afterEach(() => {
  vi.unstubAllEnvs();
  forgetEnv();
});

const signIn = (email: string, password: string) =>
  checkPassword({ email, password, addressKey: 'here', deviceKey: null });

describe('the demo', () => {
  it('makes an account for every role and keys for its partners, printed and kept for the owner of the machine', async () => {
    await refuseDemoAccounts();
    const lines = await seedDemoAccounts({ dataDir, url });
    const file = readDemoFile(dataDir);
    expect(new Set(file?.accounts.map(({ role }) => role))).toEqual(new Set(ROLES));
    expect(statSync(join(dataDir, 'demo.json')).mode & 0o777).toBe(0o600);
    for (const { email, password } of file?.accounts ?? []) {
      expect(lines.some((line) => line.includes(email) && line.includes(password))).toBe(true);
      expect(await signIn(email, password)).toHaveProperty('userId');
    }
    const key = file?.partners[0]?.key ?? '';
    expect((await findApiKey(apiKeyHash(key)))?.actor.role).toBe('partner');
    expect(lines.join('\n')).toContain(key);
  });

  it('keeps its passwords and keys at the next start', async () => {
    const before = readDemoFile(dataDir);
    await seedDemoAccounts({ dataDir, url: 'http://localhost:4000' });
    expect(readDemoFile(dataDir)).toEqual({ ...before, url: 'http://localhost:4000' });
    expect(await db().$count(users)).toBe(before?.accounts.length);
  });

  it('gives new passwords where the file is lost', async () => {
    const before = readDemoFile(dataDir);
    rmSync(join(dataDir, 'demo.json'));
    await seedDemoAccounts({ dataDir, url });
    const [was, is] = [before?.accounts[0], readDemoFile(dataDir)?.accounts[0]];
    expect(is?.email).toBe(was?.email);
    expect(is?.password).not.toBe(was?.password);
    expect(await signIn(is?.email ?? '', is?.password ?? '')).toHaveProperty('userId');
    expect(await signIn(was?.email ?? '', was?.password ?? '')).toEqual({ refused: 'wrong' });
  });

  it('is refused in production, and production refuses a database that holds its accounts', async () => {
    vi.stubEnv('LUXOR_ENV', 'production');
    vi.stubEnv('NEXTAUTH_URL', 'https://customs.example');
    forgetEnv();
    await expect(seedDemoAccounts({ dataDir, url })).rejects.toThrow('Production refuses demo accounts');
    await expect(refuseDemoAccounts()).rejects.toThrow('demo accounts, which production refuses');
  });
});
