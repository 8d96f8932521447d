import { doubtful, newPrefix } from './records';
import { expect, test } from './test';
import { settled, visit } from './visit';

test('an officer hands the shift over, and the claim is with the colleague who takes it over', async ({
  open,
  request,
}) => {
  const prefix = newPrefix();
  const address = await doubtful(request, `${prefix}-H`);
  const [page, colleague] = [await open('officer1'), await open('officer2')];
  await visit(page, address);
  await page.keyboard.press('c');
  await expect(page.getByText('Claimed by you. The claim ends in')).toBeVisible();

  await visit(page, '/hand-over');
  await expect(page.getByRole('link', { name: `${prefix}-H` })).toBeVisible();
  await page.getByLabel('Notes').fill(`${prefix}: the scanner is back at six.`);
  await page.getByRole('button', { name: 'Write hand-over' }).click();
  await page.waitForURL(/\/hand-over\/[0-9a-f-]{36}/);
  await expect(page.getByRole('button', { name: 'Take back' })).toBeVisible();

  await visit(colleague, '/hand-over');
  await colleague
    .getByRole('row', { name: /Waits for a colleague/ })
    .getByRole('link')
    .first()
    .click();
  await colleague.waitForURL(/\/hand-over\/[0-9a-f-]{36}/);
  await settled(colleague);
  await expect(colleague.getByText(`${prefix}: the scanner is back at six.`)).toBeVisible();
  await colleague.getByRole('button', { name: 'Take over' }).click();
  await expect(colleague.getByText(/^Taken over\./)).toBeVisible();
  await visit(colleague, address);
  await expect(colleague.getByText('Claimed by you. The claim ends in')).toBeVisible();
  await visit(page, address);
  await expect(page.getByText('Claimed by you. The claim ends in')).toHaveCount(0);
});

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
