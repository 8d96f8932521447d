import { cutAcross, enlargeText, squeezed } from './large-text';
import { doubtful, newPrefix } from './records';
import { expect, test } from './test';
import { visit } from './visit';

test('an agency answers the hold placed for it, and it comes first of what is as urgent for the officer who asked, who releases it', async ({
  open,
  request,
}) => {
  const prefix = newPrefix();
  const reference = `${prefix}-G`;
  const officer = await open('officer1');
  await doubtful(request, `${prefix}-F`);
  const address = await doubtful(request, reference);
  await visit(officer, `${address}?act=hold`);
  await officer.getByLabel(/^Ask another agency/).check();
  await officer.getByLabel('Agency', { exact: true }).selectOption({ label: 'Product Safety Authority' });
  await officer.getByLabel('Ground').selectOption({ label: 'Product safety check' });
  await officer.getByLabel('What the agency is asked').fill('Does this shirt bear the marks it needs?');
  await officer.getByRole('button', { name: /^Place hold/ }).click();
  await expect(officer.getByText(`Hold placed on ${reference}`)).toBeVisible();
  await officer.getByRole('button', { name: /^Give back/ }).click();
  await expect(officer.getByText(`${reference} is back in the queue`)).toBeVisible();

  const agency = await open('agency');
  await visit(agency, '/holds');
  await agency.getByRole('link', { name: reference, exact: true }).click();
  await expect(agency.getByText('Does this shirt bear the marks it needs?')).toBeVisible();
  await expect(agency.getByText('Nora Testmann')).toHaveCount(0);
  await agency.setViewportSize({ width: 1280, height: 900 });
  await enlargeText(agency);
  expect([...(await cutAcross(agency)), ...(await squeezed(agency))]).toEqual([]);
  await agency.getByRole('radio', { name: /^Approve/ }).check();
  await agency.getByRole('textbox', { name: /^Conditions/ }).fill('Only for own use.');
  await agency.getByRole('textbox', { name: /^Answer/ }).fill('The marks are there.');
  await agency.getByRole('button', { name: /^Send the answer/ }).click();
  await expect(agency.getByText('This hold is over. It stays here to be read.')).toBeVisible();
  await visit(agency, '/holds?view=closed');
  await expect(agency.getByRole('row', { name: new RegExp(reference) }).getByText('Approves')).toBeVisible();

  await visit(officer, `/queue?office=DEFRA&q=${prefix}`);
  await expect(officer.getByRole('row')).toHaveCount(3);
  await expect(officer.getByRole('row').nth(1)).toContainText(reference);
  await expect(officer.getByRole('row').nth(1)).toContainText('Agency answered you');
  await officer.keyboard.press('n');
  await expect(officer.getByRole('heading', { level: 1, name: reference })).toBeVisible();
  await officer
    .getByRole('button', { name: /^Release/ })
    .first()
    .click();
  await officer.getByLabel('Ground').selectOption({ label: 'The risk is not confirmed' });
  await officer.locator('#desk-form').getByRole('textbox').fill('The agency found the marks.');
  await officer
    .locator('#desk-form')
    .getByRole('button', { name: /^Release/ })
    .click();
  await expect(officer.getByText(`${reference} released`)).toBeVisible();
});

test('a consignment is sent to another office by keyboard, and waits there with where it came from', async ({
  open,
  request,
}) => {
  const reference = `${newPrefix()}-T`;
  const page = await open('officer1');
  await visit(page, await doubtful(request, reference));
  const { keyboard } = page;
  const focus = page.locator(':focus');
  await keyboard.press('t');
  await expect(focus).toHaveAccessibleName(/Office/);
  await keyboard.type('Rotterdam');
  await keyboard.press('Tab');
  await keyboard.type('Equipment');
  await keyboard.press('Control+Enter');
  await expect(page.getByText(`${reference} is in the queue of the other office`)).toBeVisible();

  const supervisor = await open('supervisor');
  await visit(supervisor, `/queue?office=NLRTM&q=${reference}`);
  await expect(supervisor.getByRole('row', { name: new RegExp(reference) })).toContainText('From Frankfurt am Main');
});
