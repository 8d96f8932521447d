import type { Page } from '@playwright/test';
import { csvOf, doubtful, newPrefix, send } from './records';
import { expect, test } from './test';
import { settled, visit } from './visit';

/** Needs an officer for its papers, and nothing more. */
const ROUTINE = { description: 'AC-1184', commodity_code: '' };

const reference = (page: Page) => page.getByRole('heading', { level: 1 }).textContent();

test('an officer puts a consignment off by keyboard, and it leaves the queue with its reason', async ({
  open,
  request,
}) => {
  const prefix = newPrefix();
  await doubtful(request, `${prefix}-P`);
  const page = await open('officer1');
  const { keyboard } = page;
  const focus = page.locator(':focus');
  await visit(page, `/queue?q=${prefix}`);
  await keyboard.press('n');
  await page.waitForURL(/\/consignments\//);
  await settled(page);
  expect(await reference(page)).toContain(prefix);

  await keyboard.press('h');
  await expect(focus).toHaveAccessibleName(/A time/);
  await keyboard.press('ArrowDown');
  await expect(focus).toHaveAccessibleName(/arrival/);
  await keyboard.press('Tab');
  await keyboard.type('waits for the');
  await keyboard.press('Control+Enter');
  await expect(page.getByText(`${prefix}-P is put off`)).toBeVisible();
  await expect(
    page.getByText(/Put off by .+ until it arrives, at the latest .+ because: waits for the goods/),
  ).toBeVisible();

  await visit(page, `/queue?q=${prefix}`);
  await expect(page.getByText(`${prefix}-P`)).toHaveCount(0);
  await visit(page, `/queue?tab=snoozed&q=${prefix}`);
  await expect(page.getByRole('row', { name: new RegExp(`${prefix}-P`) })).toContainText('waits for the goods');
});

test('an officer passes a consignment on and is not given it again', async ({ open, request }) => {
  const prefix = newPrefix();
  await doubtful(request, `${prefix}-S`);
  const page = await open('officer1');
  const { keyboard } = page;
  await visit(page, `/queue?q=${prefix}`);
  await keyboard.press('n');
  await page.waitForURL(/\/consignments\//);
  await settled(page);
  await keyboard.press('s');
  await expect(page.locator(':focus')).toHaveAccessibleName(/Why/);
  await keyboard.type('Language');
  await keyboard.press('Enter');
  await expect(page.getByText(`${prefix}-S is left to your colleagues`)).toBeVisible();
  await visit(page, `/queue?q=${prefix}`);
  await expect(page.getByRole('row', { name: new RegExp(`${prefix}-S`) })).toContainText('Passed on by you');
  await keyboard.press('n');
  await expect(page.getByText(/Nothing free is waiting/)).toBeVisible();
});

test('an open queue tells of a new consignment and of one another officer took, and moves no row', async ({
  open,
  request,
}) => {
  const prefix = newPrefix();
  await doubtful(request, `${prefix}-A`);
  const [page, other] = [await open('officer1'), await open('officer2')];
  await visit(page, `/queue?q=${prefix}`);
  await expect(page.getByRole('row')).toHaveCount(2);
  await doubtful(request, `${prefix}-B`);
  await expect(page.getByText('1 new consignment')).toBeVisible();
  await expect(page.getByRole('row')).toHaveCount(2);
  await page.keyboard.press('.');
  await expect(page.getByRole('row')).toHaveCount(3);

  await visit(other, `/queue?q=${prefix}`);
  await other.keyboard.press('n');
  await other.waitForURL(/\/consignments\//);
  await expect(page.getByText('No longer here')).toBeVisible();
  await expect(page.getByRole('row')).toHaveCount(3);
});

test('a routine consignment is decided, and the next one open, in at most six keystrokes', async ({
  open,
  request,
}) => {
  const prefix = newPrefix();
  const rows = ['1', '2', '3', '4'].map((end) => ({ ...ROUTINE, reference: `${prefix}-${end}` }));
  await send(request, csvOf(rows));
  const page = await open('officer2');
  await visit(page, `/queue?q=${prefix}`);
  await page.keyboard.press('n');
  await page.waitForURL(/\/consignments\//);
  await settled(page);
  await page.getByRole('checkbox', { name: 'After a decision, open the next' }).check();
  const counts: number[] = [];
  for (let decided = 0; decided < 3; decided += 1) {
    const before = (await reference(page)) ?? '';
    const keys = ['1', 'D', 'Enter'];
    await page.keyboard.press(keys[0] ?? '');
    await expect(page.locator(':focus')).toHaveAccessibleName(/Ground/);
    for (const key of keys.slice(1)) await page.keyboard.press(key);
    await expect(page.getByText(`${before} released`)).toBeVisible();
    await expect(page.getByRole('heading', { level: 1 })).not.toHaveText(before);
    await expect(page.getByText('Claimed by you. The claim ends in')).toBeVisible();
    await settled(page);
    expect(await reference(page)).toContain(prefix);
    counts.push(keys.length);
  }
  expect(counts.sort((a, b) => a - b)[1]).toBeLessThanOrEqual(6);
});
