import { accountOf, expectSignedIn, signIn } from './people';
import { expect, test } from './test';

test.describe('signing in', () => {
  // The browser itself notes the refused request.
  test.use({ allowedErrors: { patterns: [/status of 401 .*\/api\/auth\/callback\/password/] } });

  test('a wrong password is refused in words, and nothing is opened', async ({ open }) => {
    const page = await open(null);
    await signIn(page, { ...accountOf('analyst'), password: 'not-the-password' });
    await expect(page.getByText('You are not signed in')).toBeVisible();
    await expect(page).toHaveURL(/\/sign-in/);
    await page.goto('/queue');
    await expect(page).toHaveURL(/\/sign-in/);
  });
});

for (const [person, path] of [
  ['officer1', '/queue'],
  ['supervisor', '/supervision'],
  ['risk', '/risk'],
  ['analyst', '/statistics'],
  ['partner', '/submissions'],
  ['auditor', '/audit'],
  ['admin', '/admin/users'],
] as const) {
  test(`${person} lands on the own work after signing in`, async ({ open }) => {
    const page = await open(person);
    await page.goto('/');
    await page.waitForURL((url) => url.pathname === path);
    await expectSignedIn(page);
  });
}
