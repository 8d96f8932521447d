import { doubtful, newPrefix } from './records';
import { expect, test } from './test';
import { visit } from './visit';

test('an officer puts a key elsewhere: the new one acts, the old one does nothing, and the sheet says so', async ({
  open,
  request,
}) => {
  const prefix = newPrefix();
  await doubtful(request, `${prefix}-K`);
  const page = await open('officer2');
  await visit(page, '/account');
  const field = page.getByRole('textbox', { name: /^Your key for N:/ });
  try {
    await field.fill('y');
    await page.getByRole('button', { name: 'Save keys' }).click();
    await expect(page.getByText('Your keys are saved.')).toBeVisible();

    await visit(page, `/queue?q=${prefix}`);
    await page.keyboard.press('n');
    await page.keyboard.press('?');
    await expect(page.getByRole('dialog').getByText('Y', { exact: true }).first()).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(page).toHaveURL(new RegExp(`/queue\\?q=${prefix}`));
    await page.keyboard.press('y');
    await page.waitForURL(/\/consignments\//);
    await expect(page.getByRole('heading', { level: 1 })).toContainText(`${prefix}-K`);
  } finally {
    await visit(page, '/account');
    await page.getByRole('button', { name: 'Put all back' }).click();
    await expect(page.getByText('Every key is back where it was.')).toBeVisible();
  }
});
