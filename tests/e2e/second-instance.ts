/* oxlint-disable no-empty-pattern -- Playwright reads from the pattern which fixtures are asked for */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { BrowserContext, Page } from '@playwright/test';
import { type Instance, startInstance } from '../support/instance';
import { accountOf, confirmWhenAsked, expectSignedIn, type Person, setting, signIn } from './people';
import { test as base } from './test';

/** Enough for its people to have profiles; nothing of its goods is looked at. */
const CONSIGNMENTS = 60;

type Fixtures = {
  /** A signed-in page of somebody of the other administration. */
  openThere: (person: Person) => Promise<Page>;
};
type Running = {
  /** A second whole installation, with its own database, people and keys. */
  there: Instance;
};

/** Tests in which two administrations meet, each on an installation of its own. */
export const test = base.extend<Fixtures, Running>({
  there: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads which fixtures are asked for from the pattern.
    async ({}, use) => {
      const stopping = new AbortController();
      const folder = join(setting('E2E_FOLDER'), 'there');
      mkdirSync(folder, { recursive: true });
      const instance = await startInstance({ folder, demoConsignments: CONSIGNMENTS }, stopping.signal);
      await use(instance);
      await instance.stop();
    },
    { scope: 'worker', timeout: 480_000 },
  ],
  openThere: async ({ browser, there }, use) => {
    const contexts: BrowserContext[] = [];
    await use(async (person) => {
      const context = await browser.newContext({ baseURL: there.baseUrl });
      contexts.push(context);
      const page = await context.newPage();
      const account = accountOf(person, join(there.dataDir, 'demo.json'));
      await confirmWhenAsked(page, account);
      await signIn(page, account);
      await expectSignedIn(page);
      return page;
    });
    for (const context of contexts) await context.close();
  },
});
