import type { Page } from '@playwright/test';
import { partnerKey } from './people';
import { csvOf, DOUBTFUL, newPrefix, send } from './records';
import { expect, test } from './test';
import { settled, visit } from './visit';

const figure = (page: Page, name: string, value: string) =>
  expect(page.getByText(name, { exact: true }).first().locator('..')).toContainText(value);
const withKey = () => ({ headers: { authorization: `Bearer ${partnerKey()}` } });

test('a partner undoes a submission by keyboard, and sees what became of it', async ({ open }) => {
  const prefix = newPrefix();
  const page = await open('partner');
  await visit(page, '/submissions/upload');
  const wrong = { reference: `${prefix}-C`, value: 'ten' };
  const file = csvOf([{ reference: `${prefix}-A` }, { reference: `${prefix}-B` }, wrong]);
  await page
    .getByLabel('File', { exact: true })
    .setInputFiles({ name: 'wrong.csv', mimeType: 'text/csv', buffer: Buffer.from(file) });
  await page.getByRole('button', { name: 'Send', exact: true }).click();
  await page.waitForURL(/\/submissions\/[0-9a-f-]{36}$/);
  await expect(page.getByText('Finished').first()).toBeVisible();
  await settled(page);
  const submission = new URL(page.url()).pathname;

  await page.getByRole('link', { name: 'Undo', exact: false }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: /^Undo the submission of/ })).toBeVisible();
  await settled(page);
  await figure(page, 'To be withdrawn', '2');
  await figure(page, 'Acted on, stay', '0');
  await page.getByLabel('Reason').focus();
  await page.keyboard.type('The file of yesterday');
  await page.keyboard.press('Tab');
  await expect(page.getByRole('button', { name: 'Withdraw 2 consignments' })).toBeFocused();
  await page.keyboard.press('Enter');

  await page.waitForURL((url) => url.pathname === submission);
  await expect(page.getByText('Undone: 2 consignments were withdrawn')).toBeVisible();
  await expect(page.getByText('The file of yesterday')).toBeVisible();
  await figure(page, 'Accepted', '2');
  await figure(page, 'Quarantined', '1');
  await expect(page.getByRole('link', { name: 'Undo', exact: false })).toHaveCount(0);
  await visit(page, `/tracking/${prefix}-A`);
  await expect(page.getByText('Withdrawn').first()).toBeVisible();
  const read = await page.request.get(`/api/v1/consignments/${prefix}-B`, withKey());
  expect(await read.json()).toMatchObject({
    status: 'withdrawn',
    withdrawn: { by: 'partner', reason: 'The file of yesterday' },
  });
});

test('an undo is refused with its reason where customs acted on a part, on the page and by key', async ({ open }) => {
  const prefix = newPrefix();
  const [held, free] = [`${prefix}-A`, `${prefix}-B`];
  const page = await open('partner');
  const sent = await send(page.request, csvOf([{ ...DOUBTFUL, reference: held }, { reference: free }]));
  const { submissionId } = (await sent.json()) as { submissionId: string };
  await visit(page, `/submissions/${submissionId}/undo`);
  await page.getByLabel('Reason').fill('The file of yesterday');

  const officer = await open('officer1');
  const { consignmentId } = (await (await page.request.get(`/api/v1/consignments/${held}`, withKey())).json()) as {
    consignmentId: string;
  };
  await visit(officer, `/consignments/${consignmentId}`);
  await officer
    .getByRole('button', { name: /^Hold or ask/ })
    .first()
    .click();
  await officer.getByLabel('Ground').selectOption({ label: 'Doubt about the value' });
  await officer.getByRole('button', { name: /^Place hold/ }).click();
  await expect(officer.getByText(`Hold placed on ${held}`)).toBeVisible();

  await page.getByRole('button', { name: 'Withdraw 2 consignments' }).click();
  await expect(page.getByText(`One consignment of this submission was acted on: ${held}`)).toBeVisible();
  await expect(page.getByLabel('Reason')).toHaveValue('The file of yesterday');

  const address = `/api/v1/submissions/${submissionId}`;
  const refused = await page.request.delete(address, withKey());
  expect(refused.status()).toBe(409);
  expect(await refused.json()).toMatchObject({
    type: 'urn:luxor:problem:refused',
    reasons: [{ code: 'undo_submission.acted_on', params: { count: 1, references: held } }],
  });

  await page.getByRole('link', { name: 'Look again' }).click();
  await figure(page, 'To be withdrawn', '1');
  await figure(page, 'Acted on, stay', '1');
  for (const time of ['first', 'again']) {
    const undone = await page.request.delete(`${address}?leaveActedOn=true&reason=Sent%20twice`, withKey());
    expect(await undone.json(), time).toMatchObject({ submissionId, accepted: 2, withdrawn: 1 });
  }
});
