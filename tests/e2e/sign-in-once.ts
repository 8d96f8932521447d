import { chromium, type FullConfig } from '@playwright/test';
import { accountOf, cookiesOf, PEOPLE, signIn } from './people';

/** Every person signs in once through the page; the tests go on with their cookies. */
export default async function signInOnce(config: FullConfig): Promise<void> {
  const [project] = config.projects;
  const browser = await chromium.launch(project?.use.launchOptions);
  try {
    await Promise.all(
      PEOPLE.map(async (person) => {
        const context = await browser.newContext({ baseURL: project?.use.baseURL, locale: 'en-GB' });
        const page = await context.newPage();
        await signIn(page, accountOf(person));
        await page.waitForURL((url) => !url.pathname.startsWith('/sign-in'));
        await context.storageState({ path: cookiesOf(person) });
        await context.close();
      }),
    );
  } finally {
    await browser.close();
  }
}
