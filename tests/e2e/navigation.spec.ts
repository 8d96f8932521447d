import { expect, test } from './test';
import { visit } from './visit';

test('a supervisor closes a group of places by key, finds it closed on the next page, and the page shown is told on its heading', async ({
  open,
}) => {
  const page = await open('supervisor');
  await page.setViewportSize({ width: 1280, height: 900 });
  await visit(page, '/supervision');
  const places = page.getByRole('navigation', { name: 'Main navigation' });
  const work = places.getByRole('button', { name: 'Work' });
  const risk = places.getByRole('button', { name: 'Risk' });
  await expect(work).toHaveAttribute('aria-expanded', 'true');
  await expect(risk).toHaveAttribute('aria-expanded', 'false');
  // All of it is seen at once.
  const isScrolled = await places.evaluate((nav) => {
    const frame = nav.parentElement;
    return frame !== null && frame.scrollHeight > frame.clientHeight;
  });
  expect(isScrolled).toBe(false);

  await risk.focus();
  await page.keyboard.press('Enter');
  await expect(places.getByRole('link', { name: 'Profiles' })).toBeVisible();
  await work.focus();
  await page.keyboard.press('Space');
  await expect(places.getByRole('link', { name: 'Supervision' })).toBeHidden();
  await expect(work).toHaveAttribute('aria-current', 'true');

  await places.getByRole('link', { name: 'Profiles' }).click();
  await page.waitForURL(/\/profiles/);
  await page.reload();
  await expect(work).toHaveAttribute('aria-expanded', 'false');
  await expect(risk).toHaveAttribute('aria-expanded', 'true');
  await expect(places.getByRole('link', { name: 'Profiles' })).toHaveAttribute('aria-current', 'page');
});

test('on a narrow screen the groups stand in the menu', async ({ open }) => {
  const page = await open('supervisor');
  await page.setViewportSize({ width: 390, height: 844 });
  await visit(page, '/supervision');
  await page.getByRole('button', { name: 'Menu', exact: true }).click();
  const menu = page.getByRole('dialog');
  await menu.getByRole('button', { name: 'Figures' }).click();
  await menu.getByRole('link', { name: 'Statistics' }).click();
  await page.waitForURL(/\/statistics/);
  await expect(menu).toBeHidden();
});
