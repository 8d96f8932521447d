import { expect, test } from './test';
import { visit } from './visit';

const digits = (text: string | null) => Number((text ?? '').replace(/\D/g, ''));

test('a cell of the explorer counts what its file says and what its list holds, and a name narrows the page', async ({
  open,
}) => {
  const page = await open('analyst');
  await visit(
    page,
    '/statistics/explore?period=last90&rows=channel&columns=lane&figures=items&compare=none&drawing=bar',
  );
  const table = page.getByRole('table', { name: 'By Channel and Lane' });
  const post = table.getByRole('row', { name: /^Post/ });
  const cell = post.getByRole('cell').first();
  const counted = digits(await cell.textContent());
  expect(counted).toBeGreaterThan(0);

  const drawn = page.getByRole('figure', { name: 'Goods items' }).getByRole('listitem').filter({ hasText: 'Post' });
  expect(digits(await drawn.textContent())).toBe(digits(await post.getByRole('cell').last().textContent()));

  const href = await page.getByRole('link', { name: 'CSV of this table' }).getAttribute('href');
  const file = await (await page.request.get(href ?? '')).text();
  const [head, ...lines] = file.split('\r\n').map((line) => line.split(','));
  const line = lines.find((one) => one[1] === 'post') ?? [];
  expect(line[head?.indexOf('green items') ?? -1]).toBe(String(counted));

  await cell.getByRole('link').click();
  await page.waitForURL(/\/statistics\/items\?.*channel=post/);
  await expect(page.getByText(new RegExp(`^${counted.toLocaleString('en-GB')} goods items?`)).first()).toBeVisible();

  await page.goBack();
  await table.getByRole('link', { name: 'Post' }).click();
  await expect(page).toHaveURL(/channel=post/);
  await expect(table.getByRole('rowheader')).toHaveText(['Post', 'All']);
});

test('what is chosen in one form is not lost by pressing the button of another, and a day is marked with what is known of it', async ({
  open,
}) => {
  const page = await open('analyst');
  await visit(page, '/statistics/explore?period=last90&rows=time&drawing=line');
  await page.getByLabel('Points').selectOption('week');
  await page.getByLabel('Columns').selectOption('channel');
  await page.getByRole('button', { name: 'Show', exact: true }).click();
  await page.waitForURL(/columns=channel/);
  expect(new URL(page.url()).searchParams.getAll('grain')).toEqual(['week']);

  await visit(page, page.url());
  await page.getByRole('button', { name: 'Write a remark on a day' }).click();
  const dialog = page.getByRole('dialog', { name: 'Write a remark on a day' });
  const text = `Strike ${Date.now().toString(36)}`;
  await dialog.getByLabel('What is known of it').fill(text);
  await dialog.getByRole('button', { name: 'Write a remark on a day' }).click();
  const drawing = page.getByRole('figure', { name: 'Consignments' });
  await expect(drawing.getByText(text)).toBeVisible();
  await page.getByRole('button', { name: `Take the remark “${text}” away` }).click();
  await expect(drawing.getByText(text)).toHaveCount(0);
});
