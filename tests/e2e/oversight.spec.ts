import { accountOf, expectSignedIn, signIn } from './people';
import { doubtful, newPrefix } from './records';
import { expect, test } from './test';
import { visit } from './visit';

test('an auditor finds who released a consignment', async ({ open, request }) => {
  const address = await doubtful(request, `${newPrefix()}-L`);
  const officer = await open('officer1');
  await visit(officer, `${address}?act=release`);
  await officer.getByLabel('Ground').selectOption({ label: 'The risk is not confirmed' });
  await officer.getByLabel(/^Note/).fill('Seen and found plausible.');
  await officer
    .locator('#desk-form')
    .getByRole('button', { name: /^Release/ })
    .click();
  await expect(officer.getByText(/ released$/).first()).toBeVisible();

  const page = await open('auditor');
  const id = address.split('/').at(-1) ?? '';
  await visit(page, `/audit?subject=consignment&subjectId=${id}`);
  await expect(page.getByRole('row').filter({ hasText: 'Released' })).toHaveCount(1);
});

test('an account that is refused keeps the role and the offices that were chosen', async ({ open }) => {
  const admin = await open('admin');
  await visit(admin, '/admin/users/new');
  const expectChosen = async (role: string, offices: readonly string[]) => {
    await expect(admin.getByLabel('Role', { exact: true })).toHaveValue(role);
    const ticked = await admin
      .getByRole('group', { name: 'Offices' })
      .getByRole('checkbox', { checked: true })
      .evaluateAll((boxes) => boxes.map((box) => box.getAttribute('value')));
    expect(ticked.toSorted()).toEqual([...offices].toSorted());
  };
  await admin.getByLabel('E-mail address').fill(accountOf('supervisor').email);
  await admin.getByLabel('Name', { exact: true }).fill('Mira Kept');
  await admin.getByLabel('Role').selectOption('analyst');
  for (const office of ['NLAMS', 'BELGG']) await admin.getByRole('checkbox', { name: office }).check();
  await admin.getByRole('button', { name: 'Create the account' }).click();
  await expect(admin.getByText('Another account has this e-mail address.')).toBeVisible();
  await expectChosen('analyst', ['NLAMS', 'BELGG']);
  await expect(admin.getByLabel('Name', { exact: true })).toHaveValue('Mira Kept');

  await admin.getByLabel('E-mail address').fill(`kept-${Date.now()}@example.org`);
  await admin.getByRole('button', { name: 'Create the account' }).click();
  await expect(admin.getByText('The account of Mira Kept is made.')).toBeVisible();
  await admin.getByRole('link', { name: 'Open the account' }).click();
  await expect(admin.getByRole('heading', { name: 'Mira Kept' })).toBeVisible();
  await expectChosen('analyst', ['NLAMS', 'BELGG']);

  const change = admin.getByRole('region', { name: 'Role and offices' });
  await change.getByLabel('Role', { exact: true }).selectOption('risk_manager');
  await admin.getByRole('checkbox', { name: 'BELGG' }).uncheck();
  await change.getByLabel('Reason').fill('a  ');
  await change.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(change.getByLabel('Reason')).toHaveAttribute('aria-invalid', 'true');
  await expectChosen('risk_manager', ['NLAMS']);
});

test('a person who is disabled is out at the next press, and may come back when enabled', async ({ open }) => {
  // Of an account of its own: disabling ends every session of it.
  const admin = await open('admin');
  const email = `out-${Date.now()}@example.org`;
  await visit(admin, '/admin/users/new');
  await admin.getByLabel('E-mail address').fill(email);
  await admin.getByLabel('Name', { exact: true }).fill('Orla Away');
  await admin.getByLabel('Role').selectOption('supervisor');
  await admin.getByRole('checkbox', { name: 'NLAMS' }).check();
  await admin.getByRole('button', { name: 'Create the account' }).click();
  await expect(admin.getByText('The account of Orla Away is made.')).toBeVisible();
  const account = { email, password: (await admin.getByRole('main').locator('code').innerText()).trim() };
  const person = await open(null);
  await signIn(person, account);
  await expectSignedIn(person);
  await visit(person, '/account');

  await visit(admin, '/admin/users?find=out-');
  await admin.getByRole('link', { name: email }).click();
  const decide = async (verb: 'Disable' | 'Enable', done: string) => {
    await admin.getByRole('button', { name: verb, exact: true }).click();
    const dialog = admin.getByRole('dialog');
    await dialog.getByLabel('Reason').fill('Left the office.');
    await dialog.getByRole('button', { name: verb, exact: true }).click();
    await expect(admin.getByText(done)).toBeVisible();
  };
  await decide('Disable', 'The account is disabled.');
  await person.goto('/account');
  await expect(person).toHaveURL(/\/sign-in/);
  await decide('Enable', 'The account is enabled.');
  await signIn(person, account);
  await expectSignedIn(person);
});

test('days that make no period are named at the field, and no file is made of others', async ({ open }) => {
  const page = await open('auditor');
  await visit(page, '/audit?from=2026-11-20&to=2026-11-19');
  await expect(page.getByLabel('To day')).toHaveAccessibleDescription(/last day lies before the first/);
  await expect(page.getByRole('link', { name: 'Export as CSV' })).toHaveCount(0);
  for (const address of ['/audit/export', '/api/exports/series']) {
    const refused = await page.request.get(`${address}?from=2026-11-20&to=2026-11-19`);
    expect(refused.status()).toBe(422);
    expect(await refused.json()).toMatchObject({ detail: expect.stringContaining('nothing was exported') });
  }
});

test('the export of the audit log says its codes in words beside them', async ({ open }) => {
  const page = await open('auditor');
  const file = await (await page.request.get('/audit/export?action=identity.sign_in')).text();
  expect(file.split('\r\n')[0]).toContain('action,action_words,');
  expect(file).toContain(',identity.sign_in,Signed in,session,Session,');
});

test('a page says in its title what it shows, also where nothing is, and a consignment leads back to the search', async ({
  open,
  request,
}) => {
  const reference = `${newPrefix()}-W`;
  const address = await doubtful(request, reference);
  const officer = await open('officer1');
  await visit(officer, '/queue?tab=mine');
  await expect(officer).toHaveTitle('Mine: queue of Frankfurt am Main · Luxor');
  const nowhere = await officer.request.get('/nothing-is-here');
  expect(await nowhere.text()).toContain('<title>There is nothing here for you · Luxor</title>');
  await officer.goto('/consignments/nothing');
  await expect(officer).toHaveTitle('There is nothing here for you · Luxor');
  await officer.goto(`/search?find=${reference}`);
  await expect(officer).toHaveURL(new RegExp(address));
  await officer.getByRole('main').getByRole('link', { name: 'Search' }).click();
  await expect(officer.getByRole('link', { name: reference })).toBeVisible();
});
