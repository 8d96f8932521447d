import { csvOf, newPrefix, send } from './records';
import { expect, test } from './test';
import { visit } from './visit';

test('an officer selects by keyboard, releases on one ground, and takes all of it back', async ({ open, request }) => {
  const prefix = newPrefix();
  // Doubtful enough to wait for an officer, not so much as to be looked at one by one.
  const vague = ['A', 'B', 'C'].map((end) => ({ reference: `${prefix}-${end}`, description: 'accessories' }));
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
