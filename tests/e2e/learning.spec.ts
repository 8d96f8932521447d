import type { Page } from '@playwright/test';
import { expect as atOnce, test } from './test';
import { settled, visit } from './visit';

// A course is made by sending its cases through the intake and taking them back: on a busy machine that takes its time.
test.describe.configure({ timeout: 240_000 });
test.use({ actionTimeout: 30_000, navigationTimeout: 60_000 });
const expect = atOnce.configure({ timeout: 60_000 });

const CASES = 4;

/** Sets a course of four cases for the first officer of the demo, and gives its title. */
async function setCourse(supervisor: Page): Promise<string> {
  const title = `Practice ${Date.now()}`;
  await visit(supervisor, '/learning/courses/new');
  await supervisor.getByLabel('Title', { exact: true }).fill(title);
  await supervisor.getByLabel('Number of cases').fill(String(CASES));
  await supervisor.getByLabel('Of them with a fault, per cent').fill('50');
  await supervisor.getByRole('main').getByLabel('Office', { exact: true }).selectOption('DEFRA');
  await supervisor.getByRole('group', { name: 'For whom' }).getByRole('checkbox', { name: 'Anouk Meijer' }).check();
  await supervisor.getByRole('button', { name: 'Set the course' }).click();
  await expect(supervisor.getByRole('heading', { level: 1, name: title })).toBeVisible();
  await expect(supervisor.getByRole('row').filter({ hasText: 'Anouk Meijer' })).toContainText(`0 of ${CASES}`);
  return title;
}

test('a trainee works a course to its end by keyboard, is told why after each case, and the supervisor sees the marks', async ({
  open,
}) => {
  const supervisor = await open('supervisor');
  const title = await setCourse(supervisor);
  const course = supervisor.url();

  const page = await open('officer1');
  await visit(page, '/learning');
  const line = page.getByRole('row').filter({ hasText: title });
  await line.getByRole('link', { name: /^Begin/ }).click();
  await expect(page.getByRole('heading', { name: 'Before you begin' })).toBeVisible();
  await settled(page);
  await page.keyboard.press('n');

  const acts = ['1', '2', '3', '1'];
  for (const [index, key] of acts.entries()) {
    const number = index + 1;
    await expect(page.getByRole('heading', { level: 1 })).toContainText(`CASE-0${number}`);
    await expect(page.getByText(`Case ${number} of ${CASES}. Practice: nothing here is a consignment.`)).toBeVisible();
    // The very panels of a consignment, and nothing of what is true yet.
    await expect(page.getByRole('region', { name: 'What would you do?' })).toBeVisible();
    await expect(page.getByText('Legal source')).toHaveCount(0);
    await settled(page);
    await page.keyboard.press(key);
    await expect(page.getByText('Legal source')).toBeVisible();
    await expect(page.getByText('What Luxor pointed out')).toBeVisible();
    await settled(page);
    if (number < CASES) await page.keyboard.press('n');
  }

  await page.getByRole('link', { name: 'See your marks' }).click();
  await expect(page.getByRole('heading', { name: 'Your marks' })).toBeVisible();
  await expect(page.getByText(/of 2; by so few cases the true rate lies between/)).toHaveCount(2);
  await expect(page.getByRole('region', { name: 'Your cases' }).getByRole('row')).toHaveCount(CASES + 1);

  await visit(supervisor, new URL(course).pathname);
  await expect(supervisor.getByRole('row').filter({ hasText: 'Anouk Meijer' })).toContainText('Finished');
});

test('any page leads to what it is for', async ({ open }) => {
  const page = await open('officer1');
  await visit(page, '/learning');
  await page.getByRole('link', { name: 'About this page' }).click();
  await page.waitForURL(/\/help\/screens#learning$/);
  await expect(page.getByRole('region', { name: 'Learning', exact: true })).toContainText('Legal source:');
});
