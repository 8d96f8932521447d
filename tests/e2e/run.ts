import { spawn } from 'node:child_process';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { childEnv } from '@/db/env';
import { startInstance } from '@/tests/support/instance';
import { makeScratchFolder } from '@/tests/support/scratch-folder';
import { findChromium } from './chromium';
import { startIdentityProvider } from './identity-provider';

/** Enough for every page to show something, few enough to be made in seconds. */
const DEMO_CONSIGNMENTS = 400;

/** People in the records that the tests send, and what they type: none of it may stand in a line of the log. */
const PERSONS = ['Nora Testmann', 'Dock Street 1', 'Bright Harbour Trading', 'Mira Kept', 'Lena Gone'];

/** The lines that are told by our own log, or printed with an error; what the start says to who started it is for them. */
const linesOf = (log: string) => log.split('\n').filter((line) => line.startsWith('{') || /error/i.test(line));

type Served = { baseUrl: string; demoFile: string; stop: () => Promise<void> };

async function serve(folder: string, signal: AbortSignal): Promise<Served> {
  const provider = await startIdentityProvider();
  const { issuer, clientId, clientSecret } = provider;
  const settings = { OIDC_ISSUER: issuer, OIDC_CLIENT_ID: clientId, OIDC_CLIENT_SECRET: clientSecret };
  const wish = { folder, demoConsignments: DEMO_CONSIGNMENTS, settings };
  const { baseUrl, dataDir, log, stop } = await startInstance(wish, signal);
  provider.register(`${baseUrl}/api/auth/callback/oidc`);
  return {
    baseUrl,
    demoFile: join(dataDir, 'demo.json'),
    stop: async () => {
      const errors = await stop();
      await provider.stop();
      const told = PERSONS.filter((name) => linesOf(log()).some((line) => line.includes(name)));
      if (told.length > 0) throw new Error(`The log of the application names people: ${told.join(', ')}`);
      if (errors.length > 0) console.log(`Errors in the log of the application:\n${errors.slice(0, 20).join('\n')}`);
    },
  };
}

/** A running instance named by E2E_BASE_URL and E2E_DEMO_FILE, for work on the tests themselves; it has no identity provider. */
function running(): Served | null {
  const { E2E_BASE_URL: baseUrl, E2E_DEMO_FILE: demoFile } = process.env;
  return baseUrl && demoFile ? { baseUrl, demoFile, stop: async () => undefined } : null;
}

async function runTests(served: Served, folder: string, signal: AbortSignal): Promise<number> {
  const words = ['node_modules/@playwright/test/cli.js', 'test', '-c', 'tests/e2e/playwright.config.ts'];
  const child = spawn(process.execPath, [...words, ...process.argv.slice(2)], {
    stdio: 'inherit',
    env: childEnv({
      E2E_BASE_URL: served.baseUrl,
      E2E_DEMO_FILE: served.demoFile,
      E2E_FOLDER: folder,
      E2E_CHROMIUM: await findChromium(),
      FORCE_COLOR: undefined,
    }),
  });
  signal.addEventListener('abort', () => child.kill('SIGTERM'), { once: true });
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => resolve(code ?? 1));
  });
}

const stopping = new AbortController();
for (const name of ['SIGINT', 'SIGTERM'] as const) process.on(name, () => stopping.abort());
const folder = await makeScratchFolder('luxor-e2e-');
let code = 1;
try {
  const served = running() ?? (await serve(folder, stopping.signal));
  try {
    code = await runTests(served, folder, stopping.signal);
  } finally {
    await served.stop();
  }
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
} finally {
  await rm(folder, { recursive: true, force: true });
}
process.exit(code);
