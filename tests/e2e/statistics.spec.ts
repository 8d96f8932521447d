import type { Page } from '@playwright/test';
import { expect, test } from './test';
import { visit } from './visit';

const digits = (text: string | null) => Number((text ?? '').replace(/\D/g, ''));

/** Consignments and their goods items as the totals say. */
async function totalsOf(page: Page): Promise<{ consignments: number; items: number }> {
  const text = await page.getByRole('region', { name: 'Totals' }).innerText();
  const of = (name: string) => digits(new RegExp(`${name}\\s+([\\d,]+)`).exec(text)?.[1] ?? null);
  return { consignments: of('Consignments'), items: of('Goods items') };
}

test('one filter in the address narrows totals, chart, table, breakdown and list alike', async ({ open }) => {
  const page = await open('analyst');
  await visit(page, '/statistics?period=last90');
  const all = await totalsOf(page);
  expect(all.consignments).toBeGreaterThan(0);
  expect(all.items).toBeGreaterThanOrEqual(all.consignments);

  await page.getByRole('form', { name: 'Filter' }).getByLabel('Lane').selectOption({ label: 'Yellow' });
  await page.getByRole('form', { name: 'Filter' }).getByRole('button', { name: 'Apply' }).click();
  await expect(page).toHaveURL(/lane=yellow/);
  await expect.poll(async () => (await totalsOf(page)).consignments).toBeLessThan(all.consignments);
  const { consignments, items } = await totalsOf(page);
  expect(consignments).toBeGreaterThan(0);

  const chart = page.getByRole('figure', { name: 'Consignments over time' });
  expect(digits(/^([\d,]+) consignments in all/m.exec(await chart.innerText())?.[1] ?? null)).toBe(consignments);
  await chart.getByText('Show as table').click();
  const rows = await chart
    .locator('tbody tr')
    .evaluateAll((lines) => lines.map((line) => line.children[1]?.textContent ?? ''));
  expect(rows.reduce((sum, text) => sum + digits(text), 0)).toBe(consignments);
  expect(digits(await chart.locator('tfoot tr').locator('td, th').nth(1).textContent())).toBe(consignments);

  await page.getByRole('link', { name: 'List of goods items' }).click();
  await page.waitForURL(/\/statistics\/items\?.*lane=yellow/);
  await expect(page.getByText(new RegExp(`${items.toLocaleString('en-GB')} goods items?`)).first()).toBeVisible();
});

test('a score of last month leads to the findings of last month', async ({ open }) => {
  const page = await open('analyst');
  await visit(page, '/statistics?period=last_month');
  const day = new Date();
  const last = new Date(Date.UTC(day.getUTCFullYear(), day.getUTCMonth(), 0)).toISOString().slice(0, 10);
  const found = page.getByRole('region', { name: 'What examinations find' });
  const href = await found.getByRole('link').first().getAttribute('href');
  const search = new URL(href ?? '', 'http://localhost').searchParams;
  expect([search.get('from'), search.get('to')]).toEqual([`${last.slice(0, 7)}-01`, last]);
});

/** Pixels of an A4 page between its margins, upright and lying. */
const PAPER_WIDTHS = [703, 1032] as const;

/** Pairs of panels that run into each other. A part that print hides measures as nothing at the top left, so only what is seen counts. */
const overlapsOf = (page: Page) =>
  page.evaluate(() => {
    const boxes = [...document.querySelectorAll('main section, main figure')]
      .filter((box) => !box.parentElement?.closest('main section, main figure'))
      .map((box) => {
        const parts = [box, ...box.querySelectorAll('tr, p, svg')].filter((part) => part.checkVisibility());
        const { left, right, top } = box.getBoundingClientRect();
        const bottom = Math.max(...parts.map((part) => part.getBoundingClientRect().bottom));
        return { name: box.querySelector('h2')?.textContent ?? box.ariaLabel ?? '', left, right, top, bottom };
      });
    return boxes.flatMap((one, index) =>
      boxes
        .slice(index + 1)
        .filter((other) => one.top < other.bottom - 1 && other.top < one.bottom - 1)
        .filter((other) => one.left < other.right - 1 && other.left < one.right - 1)
        .map((other) => `${one.name} / ${other.name}`),
    );
  });

for (const width of PAPER_WIDTHS) {
  test(`nothing overlaps on paper ${width} pixels wide, opened tables included`, async ({ open }) => {
    const page = await open('analyst');
    await visit(page, '/statistics?period=last_month');
    await expect(page.locator('main figure')).toHaveCount(2);
    for (const summary of await page.locator('summary').all()) await summary.click();
    await page.setViewportSize({ width, height: 900 });
    await page.emulateMedia({ media: 'print' });
    const table = page.getByRole('figure', { name: 'Consignments over time' }).getByRole('table');
    await expect(table.getByRole('row').last()).toBeVisible();
    expect(await overlapsOf(page)).toEqual([]);
  });
}
