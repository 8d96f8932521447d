import type { Page } from '@playwright/test';
import { FAULTS, type Fault } from './identity-provider';
import { accountOf, expectSignedIn } from './people';
import { expect, test } from './test';
import { visit } from './visit';

const BUTTON = 'Sign in with your organisation';
const DENIED = 'Your organisation knows you, but there is no account in use here';
const BROKEN = 'The sign-in of your organisation was broken off';

type Told = { email: string; isVerified?: boolean; inIdToken?: boolean; fault?: Fault };

/** Goes to the provider from the sign-in page, or from where it sent the person. */
async function leaveForProvider(page: Page, from = '/sign-in'): Promise<void> {
  await visit(page, from);
  await page.getByRole('button', { name: BUTTON }).click();
  await expect(page.getByRole('heading', { name: 'Test provider' })).toBeVisible();
}

async function beTold(
  page: Page,
  { email, isVerified = true, inIdToken = false, fault = 'none' }: Told,
): Promise<void> {
  await page.getByLabel('E-mail address').fill(email);
  await page.getByLabel('Address is verified').setChecked(isVerified);
  await page.getByLabel('Address in the id token').setChecked(inIdToken);
  await page.getByLabel('Fault').selectOption(fault);
  await page.getByRole('button', { name: 'Continue' }).click();
}

async function expectRefused(page: Page, sentence: string): Promise<void> {
  await expect(page).toHaveURL(/\/sign-in/);
  await expect(page.getByText('You are not signed in')).toBeVisible();
  await expect(page.getByText(sentence)).toBeVisible();
  await page.goto('/account');
  await expect(page).toHaveURL(/\/sign-in/);
}

for (const inIdToken of [false, true]) {
  const where = inIdToken ? 'in the id token' : 'at the userinfo endpoint';
  test(`an analyst signs in through the organisation, which tells the address ${where}, and lands where they wanted`, async ({
    open,
  }) => {
    const page = await open(null);
    await leaveForProvider(page, '/statistics/items');
    await beTold(page, { email: accountOf('analyst').email.toUpperCase(), inIdToken });
    await page.waitForURL((url) => url.pathname === '/statistics/items');
    await expectSignedIn(page);
  });
}

test('an address without an account is refused', async ({ open }) => {
  const page = await open(null);
  await leaveForProvider(page);
  await beTold(page, { email: 'stranger@example.org' });
  await expectRefused(page, DENIED);
});

test('an address the organisation has not verified is refused, wherever it is told', async ({ open }) => {
  const page = await open(null);
  for (const inIdToken of [false, true]) {
    await leaveForProvider(page);
    await beTold(page, { email: accountOf('admin').email, isVerified: false, inIdToken });
    await expectRefused(page, DENIED);
  }
});

test('a disabled account is refused', async ({ open }) => {
  const email = `left-${Date.now()}@example.org`;
  const admin = await open('admin');
  await visit(admin, '/admin/users/new');
  await admin.getByLabel('E-mail address').fill(email);
  await admin.getByLabel('Name', { exact: true }).fill('Lena Gone');
  await admin.getByLabel('Role').selectOption('admin');
  await admin.getByRole('button', { name: 'Create the account' }).click();

  const page = await open(null);
  await leaveForProvider(page);
  await beTold(page, { email });
  await expectSignedIn(page);

  await visit(admin, '/admin/users?find=left-');
  await admin.getByRole('link', { name: email }).click();
  await admin.getByRole('button', { name: 'Disable', exact: true }).click();
  const dialog = admin.getByRole('dialog');
  await dialog.getByLabel('Reason').fill('Left the office.');
  await dialog.getByRole('button', { name: 'Disable', exact: true }).click();
  await expect(admin.getByText('The account is disabled.')).toBeVisible();

  await leaveForProvider(page);
  await beTold(page, { email });
  await expectRefused(page, DENIED);
});

test('who turns back at the provider is told so, and may go again', async ({ open }) => {
  const page = await open(null);
  await leaveForProvider(page);
  await page.getByRole('button', { name: 'Cancel' }).click();
  await expectRefused(page, BROKEN);
  await leaveForProvider(page);
});

test('an answer that is wrong in any of its parts signs nobody in', async ({ open }) => {
  test.setTimeout(180_000);
  const page = await open(null);
  for (const fault of FAULTS.filter((known) => known !== 'none')) {
    await test.step(fault, async () => {
      await leaveForProvider(page);
      await beTold(page, { email: accountOf('admin').email, fault });
      await expectRefused(page, BROKEN);
    });
  }
});
