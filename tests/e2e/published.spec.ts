import { expect, test } from './test';
import { visit } from './visit';

test('everybody reads a published table: the same figure on the page, in the file and from the API', async ({
  open,
  request,
}) => {
  const page = await open(null);
  await visit(page, '/published');
  await page.getByRole('link', { name: 'Imports by origin and chapter', exact: true }).first().click();
  await expect(page).toHaveURL(/\/published\/imports\/\d{4}-\d{2}\/\d+$/);
  const address = new URL(page.url()).pathname;
  const [, , , month, vintage] = address.split('/');
  const table = page.getByRole('table', { name: 'Country of origin by size' });
  const total = (await table.locator('tfoot td').nth(1).innerText()).replaceAll(',', '');
  const json = await (await request.get(`/api/v1/statistics/imports?month=${month}&vintage=${vintage}`)).json();
  const sum = (json.observations as { members: string[]; figures: string[] }[]).find(
    ({ members }) => members.join() === '_T,_T',
  );
  expect(sum?.figures[0]).toBe(total);
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'CSV', exact: true }).click(),
  ]);
  const lines = (await (await import('node:fs/promises')).readFile(await file.path(), 'utf8')).split('\r\n');
  expect(lines[1]).toContain(`,${total},`);
});
