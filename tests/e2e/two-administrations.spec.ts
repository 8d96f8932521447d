import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { addDays, dayOf } from '@/lib/kernel/dates';
import { test } from './second-instance';
import { expect as atOnce } from './test';
import { visit } from './visit';

// Two installations on one machine take their time, and how long is not what is asked here.
test.describe.configure({ timeout: 600_000 });
test.use({ actionTimeout: 45_000, navigationTimeout: 90_000 });
const expect = atOnce.configure({ timeout: 45_000 });

const TODAY = dayOf(new Date());
const AGREEMENT = 'Agreement on mutual assistance, article 4';

type Side = { readonly code: string; readonly name: string; readonly publicKey: string };

/** What an administration tells the other side of itself: it stands on its page. */
async function ownSide(page: Page): Promise<Side> {
  await visit(page, '/cooperation');
  const own = page.getByRole('region', { name: 'This administration' });
  const [code = '', name = ''] = await own.locator('dd').allInnerTexts();
  return { code, name, publicKey: await own.locator('dd code').last().innerText() };
}

/** One person enters the other side, another compares the fingerprint and approves it; gives the address of its page. */
async function agreeWith(other: Side, manager: Page, chief: Page): Promise<string> {
  await visit(manager, '/cooperation');
  await manager.getByRole('button', { name: 'Enter an administration' }).press('Enter');
  const form = manager.getByRole('dialog');
  await form.getByLabel('Code').fill(other.code);
  await form.getByLabel('Name').fill(other.name);
  await form.getByLabel('Its public key').fill(other.publicKey);
  await form.getByLabel('Agreement it rests on').fill(AGREEMENT);
  await form.getByLabel('From', { exact: true }).fill(TODAY);
  await form.getByLabel('Until', { exact: true }).fill(addDays(TODAY, 365));
  await form.getByRole('button', { name: 'Lay before a second person' }).press('Enter');
  await expect(manager.getByText('You entered it: another person decides.')).toBeVisible();
  const address = new URL(manager.url()).pathname;
  await visit(chief, address);
  await give(chief, 'Approve', 'The fingerprint was read out on the telephone.');
  await expect(chief.getByText('Approved', { exact: true })).toBeVisible();
  return address;
}

/** An act of the page that asks for its reason. */
async function give(page: Page, act: string, reason: string): Promise<void> {
  await page.getByRole('button', { name: act, exact: true }).press('Enter');
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Reason').fill(reason);
  await dialog.getByRole('button', { name: act, exact: true }).press('Enter');
}

test('two administrations, each on an installation of its own, exchange what they know: one prepares, approves and fetches a signed package, the other takes it over', async ({
  open,
  openThere,
}) => {
  const code = `XQ-${randomUUID().slice(0, 8).toUpperCase()}`;
  const alert = `Button cells in toys ${code}`;
  const [manager, chief] = [await open('risk'), await open('supervisor')];
  const [managerThere, chiefThere] = [await openThere('risk'), await openThere('supervisor')];

  // The other administration says who it is, and makes the key its packages are signed with.
  await visit(chiefThere, '/cooperation');
  await chiefThere.getByRole('button', { name: 'Make a new key' }).press('Enter');
  const identity = chiefThere.getByRole('dialog');
  await identity.getByLabel('Code').fill(code);
  await identity.getByLabel('Name').fill(`Customs of ${code}`);
  await identity.getByRole('button', { name: 'Make the key' }).press('Enter');
  await expect(chiefThere.getByRole('region', { name: 'This administration' })).toContainText(code);

  const [there, here] = [await ownSide(chiefThere), await ownSide(manager)];
  expect(there.publicKey).not.toBe(here.publicKey);
  await agreeWith(there, manager, chief);
  const address = await agreeWith(here, managerThere, chiefThere);

  // Its officer prepares a package, its chief reads and signs it.
  await visit(managerThere, address);
  await managerThere.getByRole('link', { name: 'Prepare a package' }).press('Enter');
  await managerThere
    .getByRole('group', { name: /^Profiles/ })
    .getByRole('checkbox')
    .first()
    .check();
  await managerThere.getByLabel(/^Title of an alert/).fill(alert);
  await managerThere.getByLabel(/^What was seen/).fill('Three platforms, one address.');
  await managerThere.getByRole('textbox', { name: 'Purpose' }).fill('Unsafe toys on both sides of the border');
  await managerThere.getByLabel('Handling code').selectOption('green');
  await managerThere.getByLabel('Last day on which it acts').fill(addDays(TODAY, 60));
  await managerThere.getByRole('button', { name: 'Lay before a second person' }).press('Enter');
  await expect(managerThere).toHaveURL(/\/cooperation\/packages\/[0-9a-f-]{36}$/);
  const prepared = new URL(managerThere.url()).pathname;
  await visit(chiefThere, prepared);
  await expect(chiefThere.getByText(alert).first()).toBeVisible();
  await give(chiefThere, 'Approve and sign', 'Agreed with legal.');
  await expect(chiefThere.getByText('Approved and signed').first()).toBeVisible();
  await visit(managerThere, prepared);
  const [file] = await Promise.all([
    managerThere.waitForEvent('download'),
    managerThere.getByRole('link', { name: 'Fetch the file' }).press('Enter'),
  ]);
  const signed = await readFile(await file.path());

  // Nothing passes between the two but this file.
  await visit(manager, '/cooperation');
  await manager
    .getByLabel('File of a package')
    .setInputFiles({ name: 'package.json', mimeType: 'application/json', buffer: signed });
  await manager.getByRole('button', { name: 'Check the file' }).press('Enter');
  await expect(manager).toHaveURL(/\/cooperation\/packages\/[0-9a-f-]{36}$/);
  await expect(manager.getByText('a proposed profile')).toBeVisible();
  await expect(manager.getByText(alert).first()).toBeVisible();
  await manager.getByLabel('Reason').fill('Useful at our ports too.');
  await manager.getByRole('button', { name: 'Take over' }).press('Enter');
  await expect(manager.getByText('Taken over').first()).toBeVisible();
  await manager.getByRole('link', { name: 'Open', exact: true }).first().press('Enter');
  await expect(manager).toHaveURL(/\/profiles\/[0-9a-f-]{36}$/);
  await expect(manager.getByText(`Customs of ${code}`).first()).toBeVisible();
});
