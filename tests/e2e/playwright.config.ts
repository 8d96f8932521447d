import { join } from 'node:path';
import { defineConfig } from '@playwright/test';
import { setting } from './people';

/** What looks at pages, or at the doors of the product, whatever is in the queues. */
const READING = ['accessibility', 'every-page', 'api', 'sign-in', 'provider-sign-in'].map(
  (name) => `**/${name}.spec.ts`,
);

export default defineConfig({
  testDir: '.',
  // Pages are read beside the others' work; the work itself shares queues, so one test does it at a time.
  projects: [
    { name: 'reading', testMatch: READING, workers: 1 },
    { name: 'work', testMatch: '**/*.spec.ts', testIgnore: READING, workers: 1 },
  ],
  outputDir: join(setting('E2E_FOLDER'), 'results'),
  globalSetup: './sign-in-once.ts',
  workers: 2,
  // Only for a test whose browser crashed; a failed assertion fails at once, see crashGate.
  retries: 1,
  forbidOnly: true,
  reporter: [['list']],
  timeout: 60_000,
  expect: { timeout: 10_000 },
  use: {
    baseURL: setting('E2E_BASE_URL'),
    actionTimeout: 10_000,
    navigationTimeout: 20_000,
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
