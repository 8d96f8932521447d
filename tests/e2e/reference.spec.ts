import type { Page } from '@playwright/test';
import { newPrefix } from './records';
import { expect, test } from './test';
import { visit } from './visit';

/** Places decide nothing, so the other tests go on undisturbed. */
function places(name: string): Buffer {
  return Buffer.from(`locode,name\nNLRTM,${name}\nNLAMS,Amsterdam\nNL,Too short\n`);
}

async function look(page: Page, name: string): Promise<void> {
  await visit(page, '/admin/reference');
  await page.getByLabel('List', { exact: true }).selectOption({ label: 'Places (UN/LOCODE)' });
  await page
    .getByLabel('File', { exact: true })
    .setInputFiles({ name: 'places.csv', mimeType: 'text/csv', buffer: places(name) });
  await page.getByLabel(/^Edition/).fill('test edition');
  await page.getByRole('button', { name: 'Show what changes' }).click();
  await page.waitForURL(/\/admin\/reference\/loads\//);
}

test('an administrator loads a list after a second look, and an auditor finds it', async ({ open }) => {
  const name = `Rotterdam ${newPrefix()}`;
  const page = await open('admin');
  await look(page, name);
  await expect(page.getByText('To be confirmed')).toBeVisible();
  const refused = page.getByRole('row').filter({ hasText: 'must look like NLRTM' });
  await expect(refused).toContainText('Refused');
  await expect(page.getByRole('row').filter({ hasText: 'NLRTM' }).first()).toContainText(name);

  await page.getByRole('button', { name: 'Load it' }).click();
  const dialog = page.getByRole('dialog', { name: 'Load test edition' });
  await dialog.getByRole('button', { name: 'Load it' }).click();
  await expect(dialog.getByText('Look at what changes, then tick this.')).toBeVisible();
  await dialog.getByLabel('I have looked at what changes.').check();
  await dialog.getByRole('button', { name: 'Load it' }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByRole('button', { name: 'Load it' })).toHaveCount(0);
  const address = page.url();

  await look(page, name);
  await expect(page.getByText('Nothing new')).toBeVisible();

  const auditor = await open('auditor');
  await visit(auditor, '/admin/reference/locations?find=NLRTM');
  await expect(auditor.getByRole('row').filter({ hasText: name })).toContainText('test edition');
  await visit(auditor, `/audit?subject=policy&subjectId=${address.split('/').at(-1)}`);
  await expect(auditor.getByRole('row').filter({ hasText: 'Loaded reference data' })).toHaveCount(1);
  await visit(auditor, address);
  await expect(auditor.getByRole('button', { name: 'Load it' })).toHaveCount(0);
});

test.describe('a refused list', () => {
  // The browser notes the answer that carries the refusal.
  test.use({ allowedErrors: { patterns: [/status of 422 .*\/api\/reference\/loads/] } });

  test('a file that is no such list is refused with the columns it should have', async ({ open }) => {
    const page = await open('admin');
    await visit(page, '/admin/reference');
    await page.getByLabel('List', { exact: true }).selectOption({ label: 'Currencies' });
    await page
      .getByLabel('File', { exact: true })
      .setInputFiles({ name: 'wrong.csv', mimeType: 'text/csv', buffer: places('Rotterdam') });
    await page.getByRole('button', { name: 'Show what changes' }).click();
    await expect(
      page.getByRole('alert').getByText('It must have the columns code, numeric, name, minor_unit; or Entity, '),
    ).toBeVisible();
  });
});
