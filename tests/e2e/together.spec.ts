import type { Page } from '@playwright/test';
import { partnerKey } from './people';
import { csvOf, newPrefix, send } from './records';
import { expect, test } from './test';
import { settled, visit } from './visit';

test('an officer selects by keyboard, releases on one ground, and takes all of it back', async ({ open, request }) => {
  const prefix = newPrefix();
  // Doubtful enough to wait for an officer, not so much as to be looked at one by one.
  const vague = ['A', 'B', 'C'].map((end) => ({ reference: `${prefix}-${end}`, description: 'AC-1184' }));
  expect((await send(request, csvOf(vague))).ok()).toBe(true);
  const page = await open('officer1');
  const { keyboard } = page;
  await visit(page, `/queue?q=${prefix}`);
  await keyboard.press('x');
  await keyboard.press('j');
  await keyboard.press('x');
  await expect(page.getByText('2 selected')).toBeVisible();
  await expect(page.getByText(/^worth 29\.00 EUR/)).toBeVisible();

  await keyboard.press('r');
  const dialog = page.getByRole('dialog', { name: 'Release 2 consignments together' });
  await dialog.getByRole('button', { name: 'Release 2' }).click();
  await expect(dialog.getByLabel('Ground')).toHaveAttribute('aria-invalid', 'true');
  await dialog.getByLabel('Ground').selectOption({ label: 'The risk is not confirmed' });
  await dialog.getByLabel(/^Note/).fill('Same goods of the same sender.');
  await dialog.getByRole('button', { name: 'Release 2' }).click();
  await expect(page.getByText('2 consignments released')).toBeVisible();
  await expect(page.locator('a[data-row]')).toHaveCount(1);

  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByText('2 consignments taken back')).toBeVisible();
  await visit(page, `/queue?tab=mine&q=${prefix}`);
  await expect(page.locator('a[data-row]')).toHaveCount(2);
});

const vagueOf = (prefix: string, ...ends: readonly string[]) =>
  ends.map((end) => ({ reference: `${prefix}-${end}`, description: 'AC-1184' }));
async function releaseAllOf(page: Page, prefix: string, count: number) {
  await visit(page, `/queue?q=${prefix}`);
  await page.getByRole('checkbox', { name: 'Select all on this page' }).check();
  await expect(page.getByText(`${count} selected`)).toBeVisible();
  await page.keyboard.press('r');
  const dialog = page.getByRole('dialog', { name: `Release ${count} consignments together` });
  await dialog.getByLabel('Ground').selectOption({ label: 'The risk is not confirmed' });
  return dialog.getByRole('button', { name: `Release ${count}` });
}

test('what was refused of a release together is read after the last row has left the list', async ({
  open,
  request,
}) => {
  const prefix = newPrefix();
  expect((await send(request, csvOf(vagueOf(prefix, 'A', 'B')))).ok()).toBe(true);
  const [page, colleague] = [await open('officer1'), await open('officer2')];
  const submit = await releaseAllOf(page, prefix, 2);
  await visit(colleague, `/queue?q=${prefix}`);
  await colleague.getByRole('link', { name: `${prefix}-A`, exact: true }).click();
  await colleague.waitForURL(/\/consignments\//);
  await settled(colleague);
  await colleague.getByRole('button', { name: /^Claim/ }).click();
  await expect(colleague.getByRole('button', { name: /^Give back/ })).toBeVisible();

  await submit.click();
  const left = page.getByRole('dialog', { name: '1 was not released' });
  await expect(left).toContainText('1 was released, 1 was not');
  await expect(left).toContainText(`${prefix}-A`);
  await expect(page.locator('a[data-row]')).toHaveCount(0);
  await expect(left).toBeVisible();
  await left.getByRole('button', { name: 'Close' }).last().click();
  await expect(left).toHaveCount(0);
});

test('a release together that is taken back in part says how many, which not, and why', async ({ open, request }) => {
  const prefix = newPrefix();
  expect((await send(request, csvOf(vagueOf(prefix, 'A', 'B')))).ok()).toBe(true);
  const page = await open('officer1');
  await (await releaseAllOf(page, prefix, 2)).click();
  await expect(page.getByText('2 consignments released')).toBeVisible();
  // The partner reads one of the two decisions: that one stands.
  const headers = { authorization: `Bearer ${partnerKey()}` };
  expect((await request.get(`/api/v1/consignments/${prefix}-B`, { headers })).ok()).toBe(true);
  await page.getByRole('button', { name: 'Undo' }).click();
  const left = page.getByRole('dialog', { name: '1 could not be taken back' });
  await expect(left).toContainText('1 was taken back, 1 was not');
  await expect(left).toContainText(`${prefix}-B`);
  await expect(left.getByRole('listitem')).toContainText(/told|partner/i);
});

test('a filter is kept as a view and dropped again', async ({ open }) => {
  const name = `View ${newPrefix()}`;
  const page = await open('officer1');
  await visit(page, '/queue?lane=red&score=60');
  await page.getByRole('button', { name: 'Save as a view' }).click();
  await page.getByRole('dialog').getByLabel('Name').fill(name);
  await page.getByRole('dialog').getByRole('button', { name: 'Save as a view' }).click();
  await expect(page.getByText(`View “${name}” saved`)).toBeVisible();

  await visit(page, '/queue');
  await page.getByRole('link', { name }).click();
  await page.waitForURL('**/queue?lane=red&score=60');
  await page.getByRole('button', { name: `Drop the view “${name}”` }).click();
  await expect(page.getByRole('link', { name })).toHaveCount(0);
});

test('the address of a filtered queue names what it is narrowed by and nothing else', async ({ open }) => {
  const page = await open('officer1');
  await visit(page, '/queue');
  await page.getByLabel('Lane').selectOption('yellow');
  await page.getByRole('button', { name: 'Apply' }).click();
  await page.waitForURL((url) => url.search !== '');
  expect(new URL(page.url()).search).toBe('?lane=yellow');
});

test('a supervisor proposes what a filter finds, with what is left out named, and a second person releases it', async ({
  open,
  request,
}) => {
  const prefix = newPrefix();
  const rows = [...vagueOf(prefix, 'A', 'B', 'C'), { reference: `${prefix}-D`, description: 'Elephant ivory carving' }];
  expect((await send(request, csvOf(rows))).ok()).toBe(true);
  const page = await open('supervisor');
  await visit(page, '/capacity?office=DEFRA');
  await page.getByLabel('Second person above', { exact: true }).fill('2');
  await page.locator('#together').getByLabel('Reason').fill('Few hands today');
  await page.getByRole('button', { name: 'Set the limits' }).click();
  await expect(page.getByText('The limits are set.')).toBeVisible();

  await visit(page, `/queue?office=DEFRA&q=${prefix}`);
  await page.keyboard.press('r');
  const dialog = page.getByRole('dialog', { name: 'Propose to release 3 consignments together' });
  await expect(dialog).toContainText('1 is left out');
  await expect(dialog.getByRole('listitem')).toContainText(`${prefix}-D`);
  await dialog.getByLabel('Ground').selectOption({ label: 'The risk is not confirmed' });
  await dialog.getByRole('button', { name: 'Propose 3' }).click();
  await expect(page.getByText('3 consignments wait for a second person')).toBeVisible();

  const second = await open('officer2');
  await visit(second, `/queue?q=${prefix}`);
  await second.keyboard.press('n');
  await second.waitForURL(/\/consignments\//);
  await expect(second.getByRole('heading', { level: 1 })).toContainText(`${prefix}-D`);
  await visit(second, '/queue');
  await expect(second.getByText(/waits? for a second person:$/)).toBeVisible();
  await second.locator('main a[href^="/queue/together/"]').first().click();
  await second.waitForURL(/\/queue\/together\//);
  await settled(second);
  await expect(second.getByRole('link', { name: `${prefix}-A`, exact: true })).toBeVisible();
  await expect(second.getByText('Told once you open the proposal')).toBeVisible();
  await second.getByRole('button', { name: 'Open the proposal' }).click();
  await second.getByRole('button', { name: 'Confirm and release 3' }).click();
  await expect(second.getByText('3 were released')).toBeVisible();
  await expect(second.getByRole('row', { name: new RegExp(`${prefix}-A`) })).toContainText('Released');

  const address = second.url();
  await visit(page, address);
  await expect(page.getByText('Confirmed', { exact: true })).toBeVisible();
  await page.getByRole('button', { name: 'Take back what left' }).click();
  await expect(page.getByText('3 were taken back')).toBeVisible();
});
