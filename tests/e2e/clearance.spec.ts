import type { Page } from '@playwright/test';
import { doubtful, newPrefix } from './records';
import { expect, test } from './test';
import { visit } from './visit';

const verb = (page: Page, name: string) => page.getByRole('button', { name: new RegExp(`^${name}`) }).first();

test('a hold stops the release until it is lifted', async ({ open, request }) => {
  const reference = `${newPrefix()}-H`;
  const page = await open('officer1');
  await visit(page, await doubtful(request, reference));
  await verb(page, 'Hold or ask').click();
  await page.getByLabel('Ground').selectOption({ label: 'Doubt about the value' });
  await page.getByRole('button', { name: /^Place hold/ }).click();
  await expect(page.getByText(`Hold placed on ${reference}`)).toBeVisible();

  await expect(verb(page, 'Release')).toBeDisabled();
  await expect(verb(page, 'Release')).toHaveAccessibleDescription(/A hold is still open: lift it before release/);

  await page.getByRole('button', { name: /^Lift hold/ }).click();
  await page.locator('#desk-form').getByRole('textbox').fill('The invoice agrees.');
  await page
    .locator('#desk-form')
    .getByRole('button', { name: /^Lift hold/ })
    .click();
  await expect(page.getByText(`Hold lifted on ${reference}`)).toBeVisible();
  await expect(verb(page, 'Release')).toBeEnabled();
});

test('a question to the partner sends the consignment to wait', async ({ open, request }) => {
  const reference = `${newPrefix()}-Q`;
  const page = await open('officer1');
  const address = await doubtful(request, reference);
  await visit(page, address);
  await verb(page, 'Hold or ask').click();
  await page.getByLabel(/^Ask the partner/).check();
  await page.getByLabel('Kind of question').selectOption({ label: 'Request for documents' });
  await page.getByLabel('Question in own words').fill('Please send the invoice.');
  await page.getByRole('button', { name: /^Send question/ }).click();
  await expect(page.getByText(`Question about ${reference} sent`)).toBeVisible();
  await visit(page, `/queue?tab=waiting&q=${reference}`);
  await expect(page.getByRole('link', { name: reference, exact: true })).toBeVisible();
});

test('who comes second to a consignment is told who was first', async ({ open, request }) => {
  const address = await doubtful(request, `${newPrefix()}-R`);
  const late = await open('officer1');
  await visit(late, address);
  const first = await open('officer2');
  await visit(first, address);
  await first.getByRole('button', { name: /^Claim/ }).click();
  await expect(first.getByText('Claimed by you. The claim ends in')).toBeVisible();

  await verb(late, 'Release').click();
  await late.getByLabel('Ground').selectOption({ label: 'The risk is not confirmed' });
  await late.getByLabel(/^Note/).fill('I was too late.');
  await late
    .locator('#desk-form')
    .getByRole('button', { name: /^Release/ })
    .click();
  await expect(late.getByText('Not possible')).toBeVisible();
  const told = late.locator('#desk-form').getByText(/claimed this consignment at \d\d:\d\d/);
  await expect(told).toBeVisible();
  const [, who] = /^(.+) claimed this consignment at/.exec((await told.textContent()) ?? '') ?? [];
  // Nothing was decided, and what was written is still there.
  await expect(late.getByLabel(/^Note/)).toHaveValue('I was too late.');
  await visit(late, address);
  await expect(late.getByText(`Claimed by ${who}`)).toBeVisible();
});

test('a form opened right after another was left has the focus in its first field', async ({ open, request }) => {
  const page = await open('officer1');
  await visit(page, await doubtful(request, `${newPrefix()}-F`));
  // In one task, as fast hands and slow machines have it: the frame that the leaving waits for has not come.
  const focused = await page.evaluate(async () => {
    const press = (key: string) =>
      (document.activeElement ?? document.body).dispatchEvent(
        new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }),
      );
    const turn = () => new Promise((resolve) => setTimeout(resolve, 0));
    const frame = window.requestAnimationFrame;
    const held: FrameRequestCallback[] = [];
    const dropped = new Set<number>();
    window.requestAnimationFrame = (run) => held.push(run);
    const cancel = window.cancelAnimationFrame;
    window.cancelAnimationFrame = (place) => void dropped.add(place);
    press('2');
    await turn();
    press('Escape');
    await turn();
    press('3');
    await turn();
    window.requestAnimationFrame = frame;
    window.cancelAnimationFrame = cancel;
    held.forEach((run, index) => {
      if (!dropped.has(index + 1)) run(performance.now());
    });
    await turn();
    return document.activeElement?.getAttribute('name') ?? document.activeElement?.tagName;
  });
  expect(focused).toBe('kind');
});
