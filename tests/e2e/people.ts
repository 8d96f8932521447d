import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, type Page } from '@playwright/test';
import type { DemoFile } from '@/db/seed/demo-file';
import { visit } from './visit';

/** A setting that the runner hands over. */
export function setting(name: 'E2E_BASE_URL' | 'E2E_DEMO_FILE' | 'E2E_FOLDER' | 'E2E_CHROMIUM'): string {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is not set: run the browser tests by npm run test:e2e.`);
  return value;
}

export const PEOPLE = [
  'officer1',
  'officer2',
  'supervisor',
  'risk',
  'analyst',
  'partner',
  'agency',
  'auditor',
  'admin',
] as const;
export type Person = (typeof PEOPLE)[number];

const demo = (file: string): DemoFile => JSON.parse(readFileSync(file, 'utf8')) as DemoFile;

/** E-mail address and password of a person of the demo; of another instance, where its file is named. */
export function accountOf(
  person: Person,
  file = setting('E2E_DEMO_FILE'),
): { email: string; password: string; office: string | null; role: string } {
  const account = demo(file).accounts.find(({ email }) => email.startsWith(`${person}@`));
  if (!account) throw new Error(`The demo has no account ${person}.`);
  return account;
}

/** The API key of a partner of the demo: of the first, to which the demo's partner account belongs. */
export function partnerKey(): string {
  const [first] = demo(setting('E2E_DEMO_FILE')).partners;
  if (!first) throw new Error('The demo has no partner.');
  return first.key;
}

/** Where the cookies of a person are kept during one run. */
export const cookiesOf = (person: Person): string => join(setting('E2E_FOLDER'), `${person}.json`);

/** Fills in the sign-in page and sends it. */
export async function signIn(page: Page, { email, password }: { email: string; password: string }): Promise<void> {
  await visit(page, '/sign-in');
  await page.getByLabel('E-mail address').fill(email);
  await page.getByLabel('Password', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
}

/** Gives the password whenever the page asks who one is, as somebody at work does. */
export async function confirmWhenAsked(page: Page, { password }: { password: string }): Promise<void> {
  const asked = page.getByRole('dialog', { name: 'Confirm who you are' });
  await page.addLocatorHandler(asked, async () => {
    await asked.getByLabel('Your password').fill(password);
    await asked.getByRole('button', { name: 'Confirm', exact: true }).click();
  });
}

/** Waits for the desk that everyone sees once signed in. */
export async function expectSignedIn(page: Page): Promise<void> {
  await expect(page.getByRole('button', { name: /^Account of / }).first()).toBeVisible({ timeout: 45_000 });
}
