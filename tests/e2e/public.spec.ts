import { csvOf, newPrefix, send } from './records';
import { expect, test } from './test';

test.use({ javaScriptEnabled: false });

test('without script and account, somebody asks where a parcel is and what another would cost', async ({
  page,
  request,
}) => {
  const reference = `${newPrefix()}-P`;
  const arrived = new Date(Date.now() - 3_600_000).toISOString();
  expect((await send(request, csvOf([{ reference, expected_arrival_at: arrived }]))).ok()).toBe(true);
  await page.goto('/sign-in');
  await page.getByRole('link', { name: 'Ask here without an account' }).click();
  await page.getByRole('link', { name: 'Where is my parcel?' }).click();

  const ask = async (postcode: string) => {
    await page.getByLabel('Reference of the parcel').fill(reference);
    await page.getByLabel('Postcode it is addressed to').fill(postcode);
    await page.getByRole('button', { name: 'Ask' }).click();
  };
  await ask('');
  await expect(page.getByRole('alert')).toContainText('Postcode it is addressed to: Enter a value.');
  await expect(page.getByRole('alert')).toBeFocused();
  await expect(page.getByLabel('Reference of the parcel')).toHaveValue(reference);
  await ask('10115');
  await expect(page.getByText('We can tell nothing about this reference and postcode')).toBeVisible();
  await expect(page.getByLabel('Postcode it is addressed to')).toHaveValue('10115');
  // One that exists and whose postcode is not known is told of like one that was made up, to the last letter.
  const invented = `${reference.slice(0, -1)}Q`;
  const answerTo = async (asked: string) => (await page.locator('main').innerHTML()).replaceAll(asked, 'REFERENCE');
  const ofExisting = await answerTo(reference);
  await page.getByLabel('Reference of the parcel').fill(invented);
  await page.getByLabel('Postcode it is addressed to').fill('10115');
  await page.getByRole('button', { name: 'Ask' }).click();
  await expect(page.getByLabel('Reference of the parcel')).toHaveValue(invented);
  expect(await answerTo(invented)).toBe(ofExisting);
  await ask('60549');
  await expect(page.getByRole('heading', { name: /^(Released|With customs)$/ })).toBeVisible();

  await page.getByRole('link', { name: 'What will it cost' }).first().click();
  await page.getByLabel('Goods', { exact: true }).fill('cotton T-shirt');
  await page.getByLabel('Price of all of them').fill('12,00');
  await page.getByLabel('Currency of all prices').selectOption('EUR');
  await page.getByRole('button', { name: 'Work it out' }).click();
  await expect(page.getByRole('alert')).toContainText('You entered “12,00”');
  await page.getByLabel('Price of all of them').fill('12.00');
  await page.getByRole('button', { name: 'Work it out' }).click();
  await page.getByRole('link', { name: /^6109\.10/ }).click();
  const sums = page.getByRole('table', { name: 'What it comes to' });
  // 12.00 + 3.00 for one subheading + 21 % of 15.00.
  await expect(sums.getByRole('row', { name: /^In all/ })).toContainText('18.15');
  await expect(page.getByRole('region', { name: 'The law behind the figures' })).toContainText('2026/382');
});
