import type { Page } from '@playwright/test';
import { totpCode, totpStepOf } from '@/lib/identity/totp';
import { accountOf, confirmWhenAsked, expectSignedIn, signIn } from './people';
import { expect, test } from './test';
import { visit } from './visit';

// The browser itself notes the requests that were refused.
test.use({ allowedErrors: { patterns: [/status of 401 .*\/api\/auth\/callback\/password/] } });

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/** The bytes of what an authenticator would be given to type. */
function bytesOf(secret: string): Uint8Array {
  const bits = [...secret.replace(/\s/g, '')]
    .map((letter) => LETTERS.indexOf(letter).toString(2).padStart(5, '0'))
    .join('');
  return Uint8Array.from(bits.match(/.{8}/g) ?? [], (byte) => Number.parseInt(byte, 2));
}

/** Opens an account that is of no other test. */
async function newOfficer(admin: Page): Promise<{ email: string; password: string }> {
  const email = `factor-${Date.now()}@example.org`;
  await visit(admin, '/admin/users/new');
  await admin.getByLabel('E-mail address').fill(email);
  await admin.getByLabel('Name', { exact: true }).fill('Mira Kept');
  await admin.getByLabel('Role').selectOption('officer');
  await admin.getByRole('checkbox', { name: 'DEFRA' }).check();
  await admin.getByRole('button', { name: 'Create the account' }).click();
  const password = (await admin.getByRole('main').locator('code').first().textContent()) ?? '';
  return { email, password };
}

test('a second factor is set up, asked for, replaced by a recovery code, and reset by an administrator', async ({
  open,
}) => {
  test.setTimeout(180_000);
  const admin = await open('admin');
  const account = await newOfficer(admin);
  const page = await open(null);
  await confirmWhenAsked(page, account);
  await signIn(page, account);
  await expectSignedIn(page);
  await visit(page, '/account');
  const panel = page.getByRole('region', { name: 'Second factor' });
  await panel.getByRole('button', { name: 'Set up a second factor' }).click();
  const secret = bytesOf((await panel.locator('code').textContent()) ?? '');
  await panel.getByLabel('Code that the authenticator shows now').fill(totpCode(secret, totpStepOf(new Date())));
  await panel.getByRole('button', { name: 'Put in use' }).click();
  await expect(panel.getByRole('listitem')).toHaveCount(10);
  const recovery = (await panel.getByRole('listitem').first().textContent()) ?? '';

  const elsewhere = await open(null);
  await signIn(elsewhere, account);
  await elsewhere.getByLabel('Code', { exact: true }).fill('000000');
  await elsewhere.getByRole('button', { name: 'Sign in', exact: true }).click();
  await expect(elsewhere.getByText('This code is not right')).toBeVisible();
  // The step after the one just used: its code counts already.
  await elsewhere.getByLabel('Code', { exact: true }).fill(totpCode(secret, totpStepOf(new Date()) + 1));
  await elsewhere.getByRole('button', { name: 'Sign in', exact: true }).click();
  await expectSignedIn(elsewhere);
  // Off the queue, which asks for news by itself, and would be refused once its session is ended.
  await visit(elsewhere, '/account');

  const lost = await open(null);
  await signIn(lost, account);
  await lost.getByLabel('Code', { exact: true }).fill(recovery);
  await lost.getByRole('button', { name: 'Sign in', exact: true }).click();
  await expectSignedIn(lost);
  await visit(lost, '/account');
  await expect(lost.getByRole('button', { name: 'End this session' })).toHaveCount(2);
  await lost.getByRole('button', { name: 'End all others' }).click();
  await expect(lost.getByText('2 sessions are ended.')).toBeVisible();

  await visit(admin, `/admin/users?find=${account.email.split('@')[0]}`);
  await admin.getByRole('link', { name: account.email }).click();
  await admin.getByRole('button', { name: 'Reset second factor' }).click();
  const dialog = admin.getByRole('dialog');
  await dialog.getByLabel('Reason').fill('The telephone was lost.');
  await dialog.getByRole('button', { name: 'Reset second factor' }).click();
  await expect(admin.getByText('The second factor is reset.')).toBeVisible();
  const again = await open(null);
  await signIn(again, account);
  await expectSignedIn(again);
});

test('a shared counter goes from one to the next, with nothing of the first', async ({ open }) => {
  const page = await open(null);
  const [first, second] = [accountOf('officer1'), accountOf('officer2')];
  await signIn(page, first);
  await expectSignedIn(page);
  await visit(page, '/queue');
  await page
    .getByRole('button', { name: /^Account of / })
    .first()
    .click();
  await page.getByRole('menuitem', { name: 'Switch user' }).click();
  await page.waitForURL(/\/sign-in$/);
  const people = page.getByRole('region', { name: 'Who works here today' });
  await expect(people.getByRole('button')).toHaveCount(1);
  await page.goBack();
  await page.waitForURL(/\/sign-in/);
  await people.getByRole('button').first().click();
  await expect(page.getByLabel('E-mail address')).toHaveValue(first.email);
  await expect(page.getByLabel('Password', { exact: true })).toBeFocused();

  await signIn(page, second);
  await expectSignedIn(page);
  await page
    .getByRole('button', { name: /^Account of / })
    .first()
    .click();
  await page.getByRole('menuitem', { name: 'Sign out' }).click();
  await page.waitForURL(/\/sign-in/);
  await expect(people.getByRole('button')).toHaveCount(1);
});
