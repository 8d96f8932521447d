import { spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { childEnv } from '@/db/env';

const WORDS = ['--conditions=react-server', '--import', 'tsx', 'db/cli/start.ts'];
const SAFE = { LUXOR_ENV: 'production', NEXTAUTH_URL: 'https://customs.example', NEXTAUTH_SECRET: '' };
const VALUE = 'swordfish-swordfish-swordfish-swordfish';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'luxor-refused-'));
  await writeFile(join(folder, 'short'), 'swordfish\n');
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** Starts the application as people do; gives how it ended and what it said. */
function start(settings: Readonly<Record<string, string>>): Promise<{ code: number | null; said: string }> {
  const env = childEnv({
    ...settings,
    LUXOR_DATA_DIR: join(folder, 'data'),
    DATABASE_URL: '',
    npm_lifecycle_event: undefined,
  });
  const child = spawn(process.execPath, WORDS, { stdio: ['ignore', 'pipe', 'pipe'], env });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk: Buffer) => {
      said += chunk.toString();
    });
  }
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => resolve({ code, said }));
  });
}

describe('a start with settings that cannot be used', () => {
  it.each([
    ['NEXTAUTH_URL', { LUXOR_ENV: 'production', NEXTAUTH_URL: '' }],
    ['NEXTAUTH_URL', { ...SAFE, NEXTAUTH_URL: 'http://customs.example' }],
    ['LUXOR_DEMO', { ...SAFE, LUXOR_DEMO: 'on' }],
    ['LUXOR_WEBHOOK_LOOPBACK', { ...SAFE, LUXOR_WEBHOOK_LOOPBACK: 'on' }],
    ['LUXOR_TYPO', { LUXOR_TYPO: VALUE }],
    ['NEXTAUTH_SECRET', { NEXTAUTH_SECRET_FILE: 'short' }],
    ['NEXTAUTH_SECRET_FILE', { NEXTAUTH_SECRET_FILE: 'absent' }],
    ['NEXTAUTH_SECRET', { NEXTAUTH_SECRET: '', NEXTAUTH_SECRET_PREVIOUS: VALUE }],
  ])('ends with exit code 78 and the name: %s', async (key, settings) => {
    const file = (settings as { NEXTAUTH_SECRET_FILE?: string }).NEXTAUTH_SECRET_FILE;
    const { code, said } = await start({ ...settings, ...(file ? { NEXTAUTH_SECRET_FILE: join(folder, file) } : {}) });
    expect(code).toBe(78);
    expect(said).toContain(key);
    expect(said).not.toContain('swordfish');
  });
});
