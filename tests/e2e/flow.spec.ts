import { doubtful, newPrefix } from './records';
import { expect, test } from './test';
import { settled, visit } from './visit';

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

test('an open queue tells of a new consignment, of one another officer took and who looks at it, and moves no row', async ({
  open,
  request,
}) => {
  const prefix = newPrefix();
  await doubtful(request, `${prefix}-A`);
  const [page, other] = [await open('officer1'), await open('officer2')];
  await visit(page, `/queue?q=${prefix}`);
  await expect(page.getByRole('row')).toHaveCount(2);
  const placeOf = (end: string) => page.getByRole('row', { name: new RegExp(`${prefix}-${end}`) }).boundingBox();
  const alone = await placeOf('A');
  await doubtful(request, `${prefix}-B`);
  await expect(page.getByText('1 new consignment')).toBeVisible();
  expect(await placeOf('A')).toEqual(alone);
  await expect(page.getByRole('row')).toHaveCount(2);
  await page.keyboard.press('.');
  await expect(page.getByRole('row')).toHaveCount(3);

  // Nor does the bar with what is selected.
  const both = [await placeOf('A'), await placeOf('B')];
  await page.keyboard.press('x');
  await expect(page.getByText('1 selected')).toBeVisible();
  expect([await placeOf('A'), await placeOf('B')]).toEqual(both);
  await page.keyboard.press('x');

  await visit(other, `/queue?q=${prefix}`);
  await other.keyboard.press('n');
  await other.waitForURL(/\/consignments\//);
  await expect(page.getByText('No longer here')).toBeVisible();
  expect([await placeOf('A'), await placeOf('B')]).toEqual(both);
  const taken = page.getByRole('row').filter({ hasText: 'No longer here' });
  await expect(taken.getByText(/ is looking at it$/)).toBeAttached();
  // A page that is closed looks at nothing.
  await other.close();
  await expect(taken.getByText(/ is looking at it$/)).not.toBeAttached();
  await expect(page.getByRole('row')).toHaveCount(3);
});
