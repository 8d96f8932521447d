import { doubtful, newPrefix } from './records';
import { expect, test } from './test';
import { settled, visit } from './visit';

test('an officer finds, reads, claims, releases and takes back by keyboard alone', async ({ open, request }) => {
  const prefix = newPrefix();
  for (const end of ['A', 'B', 'C']) await doubtful(request, `${prefix}-${end}`);
  const page = await open('officer1');
  const { keyboard } = page;
  const focus = page.locator(':focus');
  await visit(page, '/queue');

  await keyboard.press('/');
  await expect(focus).toHaveAccessibleName(/Reference, S10 or goods/);
  await keyboard.type(prefix);
  await keyboard.press('Enter');
  await expect(page.getByRole('row')).toHaveCount(4);
  await settled(page);

  await keyboard.press('j');
  await expect(focus).toHaveText(/-[ABC]$/);
  const second = await focus.textContent();
  await keyboard.press('k');
  await expect(focus).not.toHaveText(second ?? '');
  await keyboard.press('j');
  await expect(focus).toHaveText(second ?? '');
  await keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: second ?? '' })).toBeVisible();
  await settled(page);

  await keyboard.press('c');
  await expect(page.getByText('Claimed by you. The claim ends in')).toBeVisible();

  await keyboard.press('1');
  await expect(focus).toHaveAccessibleName(/Ground/);
  await keyboard.type('The risk is not');
  await keyboard.press('Tab');
  await keyboard.type('Seen and found plausible.');
  await keyboard.press('Control+Enter');
  await expect(page.getByText(`${second} released`)).toBeVisible();
  await expect(page.getByRole('heading', { level: 1 }).locator('..').locator('..').getByText('Released')).toBeVisible();
  await expect(focus).toHaveAttribute('id', 'desk-title');

  await keyboard.press('u');
  await expect(page.getByText(`Decision on ${second} taken back`)).toBeVisible();
  await expect(page.getByRole('button', { name: /^Release/ })).toBeEnabled();
});

test('the next consignment opens by one key, and belongs to who pressed it', async ({ open, request }) => {
  await doubtful(request, `${newPrefix()}-N`);
  const page = await open('officer2');
  await visit(page, '/queue');
  await page.keyboard.press('n');
  await page.waitForURL(/\/consignments\//);
  await expect(page.getByText('Claimed by you. The claim ends in')).toBeVisible();
  await page.getByRole('button', { name: /^Give back/ }).click();
  await expect(page.getByText(/is back in the queue$/)).toBeVisible();
});

test('the way leads from the list through its consignments and back to the row one left', async ({ open, request }) => {
  const prefix = newPrefix();
  for (const end of ['A', 'B', 'C']) await doubtful(request, `${prefix}-${end}`);
  const page = await open('officer1');
  const { keyboard } = page;
  const focus = page.locator(':focus');
  await visit(page, `/queue?q=${prefix}`);
  const rows = await page.locator('a[data-row]').allTextContents();
  await expect(focus).toHaveText(rows[0] ?? '');
  await keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: rows[0] ?? '' })).toBeVisible();
  await settled(page);
  await expect(page.getByText('1 of 3 on the list')).toBeVisible();

  await keyboard.press('j');
  await expect(page.getByRole('heading', { level: 1, name: rows[1] ?? '' })).toBeVisible();
  await settled(page);
  await keyboard.press('q');
  await page.waitForURL(`**/queue?q=${prefix}`);
  await expect(focus).toHaveText(rows[1] ?? '');
});

test('the queue names its office, and an office that is none has no queue', async ({ open }) => {
  const page = await open('officer1');
  await visit(page, '/queue');
  await expect(page.getByRole('heading', { level: 1, name: 'Queue of Frankfurt am Main' })).toBeVisible();
  await expect(page).toHaveTitle(/queue of Frankfurt am Main/);
  const missing = await page.request.get('/queue?office=xx');
  expect(missing.status()).toBe(404);
});
