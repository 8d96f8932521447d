import { expect, test } from './test';
import { visit } from './visit';

test('a profile is written, tried, proposed, and approved by a second person only', async ({ open }) => {
  const title = `Toys of new senders ${Date.now()}`;
  const author = await open('risk');
  await visit(author, '/profiles/new');
  const trial = author.getByRole('region', { name: 'Tried on the last 30 days' });
  await expect(trial.getByText('Condition 1: A value is missing.')).toBeVisible();
  await author.getByLabel('Value of condition 1').fill('61');
  await author.getByRole('option', { name: /^61 – / }).click();
  await expect(trial.getByText(/^of [\d,]+ consignments/)).toBeVisible();

  // What is missing is said at its place, and nothing that was typed is lost.
  await author.getByLabel('Title').fill(title);
  await author.getByRole('button', { name: 'Propose to a second person' }).click();
  await expect(author.getByRole('link', { name: /^Legal ground/ })).toBeVisible();
  await expect(author.getByLabel('Title')).toHaveValue(title);
  // It was saved once, under an address of its own.
  await expect(author).toHaveURL(/\/profiles\/[0-9a-f-]{36}$/);
  for (const field of ['Harm it is to prevent', 'Legal ground', 'What the officer should look for']) {
    await author.getByLabel(field).fill('Of the example administration');
  }
  await author.getByRole('button', { name: 'Propose to a second person' }).click();
  await expect(author.getByText('Another person than the author decides on this version.')).toBeVisible();
  await expect(author.getByRole('button', { name: 'Approve for shadow' })).toHaveCount(0);

  const second = await open('supervisor');
  await visit(second, '/profiles');
  await second.getByRole('link', { name: new RegExp(title) }).click();
  await second.getByRole('button', { name: 'Try it on the last 30 days' }).click();
  await expect(second.getByText(/^of [\d,]+ consignments/)).toBeVisible();
  await second.getByRole('button', { name: 'Approve for shadow' }).click();
  const dialog = second.getByRole('dialog');
  await dialog.getByLabel('Reason').fill('Agreed in the weekly meeting.');
  await dialog.getByRole('button', { name: 'Approve for shadow' }).click();
  await expect(second.getByText('The profile is in shadow.')).toBeVisible();
  await expect(second.getByText('Shadow', { exact: true })).toBeVisible();
  await second.getByRole('button', { name: 'Start a back-test' }).click();
  const backTests = second.getByRole('region', { name: 'Back-tests' });
  await expect(backTests.getByText('Done', { exact: true })).toBeVisible({ timeout: 60_000 });
});
