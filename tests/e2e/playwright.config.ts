import { join } from 'node:path';
import { defineConfig } from '@playwright/test';
import { setting } from './people';

const specs = (...names: readonly string[]) => names.map((name) => `**/${name}.spec.ts`);

/** What looks at pages, or at the doors of the product, whatever is in the queues. */
const READING = specs(
  ...['accessibility', 'every-page', 'api', 'public-weight', 'sign-in', 'provider-sign-in', 'forged-requests'],
);
/** Work at the desk of the two officers: claims, hand-overs, limits and keys of one test would meet those of another. */
const DESK = specs('agency', 'clearance', 'flow', 'oversight', 'own-keys', 'shift', 'together', 'triage', 'undo');

export default defineConfig({
  testDir: '.',
  // Three go on at once, which keeps two cores busy: the desk, whose tests share its queues and so go one at a time, what partners,
  // analysts and managers do, and the pages, which anybody reads beside all of that.
  projects: [
    { name: 'desk', testMatch: DESK, workers: 1 },
    { name: 'elsewhere', testMatch: '**/*.spec.ts', testIgnore: [...READING, ...DESK], workers: 1 },
    { name: 'reading', testMatch: READING, workers: 2, fullyParallel: true },
  ],
  outputDir: join(setting('E2E_FOLDER'), 'results'),
  globalSetup: './sign-in-once.ts',
  workers: 3,
  // Only for a test whose browser crashed; a failed assertion fails at once, see crashGate.
  retries: 1,
  forbidOnly: true,
  reporter: [['list']],
  // Only what hangs is stopped: three at once on a busy machine take their time, and that is no fault of the code.
  timeout: 180_000,
  expect: { timeout: 20_000 },
  use: {
    baseURL: setting('E2E_BASE_URL'),
    actionTimeout: 20_000,
    navigationTimeout: 40_000,
    viewport: { width: 1440, height: 900 },
    locale: 'en-GB',
    timezoneId: 'UTC',
    launchOptions: {
      executablePath: setting('E2E_CHROMIUM'),
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
});
