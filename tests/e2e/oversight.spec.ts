import { accountOf, cookiesOf, expectSignedIn, signIn } from './people';
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

test('a person who is disabled is out at the next press, and may come back when enabled', async ({ open }) => {
  const account = accountOf('supervisor');
  const person = await open(null);
  await signIn(person, account);
  await expectSignedIn(person);
  await visit(person, '/account');

  const admin = await open('admin');
  await visit(admin, '/admin/users');
  await admin.getByRole('link', { name: account.email }).click();
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
  // Disabling ended every session of the account, the one the other tests go on with as well.
  await person.context().storageState({ path: cookiesOf('supervisor') });
});
