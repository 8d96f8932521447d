import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type BrowserContext, test as base, type ConsoleMessage, type Page, type TestInfo } from '@playwright/test';
import { accountOf, confirmWhenAsked, cookiesOf, type Person, setting } from './people';

type Options = {
  /** Console errors that the test provokes on purpose; each says why beside it. */
  allowedErrors: { readonly patterns: readonly RegExp[] };
};
type Fixtures = {
  /** Grants a second run to a test whose browser crashed, and to no other. */
  crashGate: undefined;
  /** A page of one person, in a browser context of its own; fails the test when its console has an error. */
  open: (person: Person | null, context?: Parameters<typeof newContextOf>[1]) => Promise<Page>;
};

const newContextOf = (
  person: Person | null,
  more: { colorScheme?: 'light' | 'dark'; cookies?: Readonly<Record<string, string>> } = {},
) => ({ storageState: person ? cookiesOf(person) : undefined, colorScheme: more.colorScheme });

const placeOf = (message: ConsoleMessage) => `${message.text()} ${message.location().url}`;

const crashMark = ({ testId }: TestInfo) => join(setting('E2E_FOLDER'), `${testId}.crashed`);
const markCrash = (info: TestInfo) => writeFileSync(crashMark(info), '');

export const test = base.extend<Options & Fixtures>({
  allowedErrors: [{ patterns: [] }, { option: true }],
  crashGate: [
    async ({ browser }, use, info) => {
      if (info.retry > 0 && !existsSync(crashMark(info)))
        throw new Error('It failed in a browser that lived, so it is not run again: see the first failure.');
      await use(undefined);
      if (!browser.isConnected()) markCrash(info);
    },
    { auto: true },
  ],
  open: async ({ browser, allowedErrors, baseURL }, use, info) => {
    const contexts: BrowserContext[] = [];
    const errors: string[] = [];
    const note = (text: string) => {
      if (!allowedErrors.patterns.some((allowed) => allowed.test(text))) errors.push(text);
    };
    await use(async (person, more) => {
      const context = await browser.newContext(newContextOf(person, more));
      contexts.push(context);
      const cookies = Object.entries(more?.cookies ?? {}).map(([name, value]) => ({ name, value, url: baseURL ?? '' }));
      if (cookies.length > 0) await context.addCookies(cookies);
      const page = await context.newPage();
      if (person) await confirmWhenAsked(page, accountOf(person));
      page.on('crash', () => markCrash(info));
      page.on('pageerror', (error) => note(`uncaught: ${error.message}`));
      page.on('console', (message) => {
        if (message.type() === 'error') note(placeOf(message));
      });
      return page;
    });
    for (const context of contexts) await context.close();
    base.expect(errors, 'errors in the console of the browser').toEqual([]);
  },
});

export { expect } from '@playwright/test';
