import { readFile } from 'node:fs/promises';
import { GERMAN_HEADER, germanCsv } from '../support/foreign-csv';
import { csvOf, newPrefix, send } from './records';
import { expect, test } from './test';
import { settled, visit } from './visit';

test('a partner uploads a file, sees what is wrong, mends it and sends it again', async ({ open }) => {
  const prefix = newPrefix();
  const page = await open('partner');
  // A download is noted in the audit log: no page may fetch one ahead of the press.
  const taken: string[] = [];
  page.on('request', (request) => {
    if (/\/(sent|problems\.csv)(\?|$)/.test(request.url())) taken.push(request.url());
  });
  const upload = async (name: string, body: string) => {
    await page
      .getByLabel('File', { exact: true })
      .setInputFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(body) });
    await page.getByRole('button', { name: 'Send', exact: true }).click();
    await page.waitForURL(/\/submissions\/[0-9a-f-]{36}$/);
    await expect(page.getByRole('heading', { name: /^Submission of/ })).toBeVisible();
    await expect(page.getByText('Finished').first()).toBeVisible();
    await settled(page);
  };
  const figure = (name: string, value: string) =>
    expect(page.getByText(name, { exact: true }).first().locator('..')).toContainText(value);

  await visit(page, '/submissions/upload');
  const day = csvOf([{ reference: `${prefix}-A` }, { reference: `${prefix}-B`, value: 'twelve' }]);
  await upload('day.csv', day);
  await figure('Accepted', '1');
  await figure('Quarantined', '1');
  const record = page.getByRole('article');
  await expect(record).toContainText('Line 3');
  await expect(record).toContainText(`${prefix}-B`);
  await expect(record).toContainText('twelve');

  const download = async (name: string) => {
    const coming = page.waitForEvent('download');
    await page.getByRole('link', { name }).click();
    return readFile(await (await coming).path(), 'utf8');
  };
  await page.waitForLoadState('networkidle');
  expect(taken).toEqual([]);
  expect(await download('Download as sent')).toBe(day);
  const problems = await download('Download problems as CSV');
  expect(problems).toContain(`${prefix}-B`);
  expect(problems).not.toContain(`${prefix}-A`);

  await visit(page, '/submissions/upload');
  await upload('mended.csv', csvOf([{ reference: `${prefix}-A` }, { reference: `${prefix}-B`, value: '12.00' }]));
  await expect(page.getByText('Every record was taken')).toBeVisible();
});

test('a file of another kind is not sent', async ({ open }) => {
  const page = await open('partner');
  await visit(page, '/submissions/upload');
  await page
    .getByLabel('File', { exact: true })
    .setInputFiles({ name: 'day.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF') });
  await page.getByRole('button', { name: 'Send', exact: true }).click();
  await expect(page.getByText('This file is not .csv, .json, .ndjson or .xml.').first()).toBeVisible();
  await expect(page).toHaveURL(/\/submissions\/upload$/);
});

test('a partner mends a refused record where it is marked, and it becomes a consignment', async ({ open }) => {
  const reference = `${newPrefix()}-Q`;
  const page = await open('partner');
  const sent = await send(page.request, csvOf([{ reference, value: 'twelve' }]));
  expect(sent.ok()).toBe(true);
  await visit(page, `/tracking/${reference}`);
  await expect(page.getByText('Never accepted')).toBeVisible();
  await page.getByRole('link', { name: 'Mend it' }).click();
  await expect(page.getByRole('heading', { name: `Refused record ${reference}` })).toBeVisible();
  await visit(page, '/quarantine');
  await page.getByRole('link', { name: reference }).click();
  await expect(page.getByRole('heading', { name: `Refused record ${reference}` })).toBeVisible();
  await expect(page.locator('mark')).toContainText('"twelve"');

  const value = page.getByLabel(/^Item 1: Value/);
  await expect(value).toHaveAccessibleDescription(/twelve/);
  await value.fill('thirteen');
  await page.getByRole('button', { name: 'Check', exact: true }).click();
  await expect(page.getByText('One problem is left')).toBeVisible();
  await expect(value).toHaveValue('thirteen');
  await value.fill('12.00');
  await page.getByRole('button', { name: 'Mend it as text' }).click();
  await expect(page.getByLabel('Text of the record')).toHaveValue(/"12\.00"/);
  await page.getByRole('button', { name: 'Mend it by its fields' }).click();
  await page.getByRole('button', { name: 'Check', exact: true }).click();
  await expect(page.getByText('The record passes')).toBeVisible();
  await page.getByRole('button', { name: 'Send again', exact: true }).click();
  await page.waitForURL(/\/submissions\/[0-9a-f-]{36}$/);
  await expect(page.getByText('Every record was taken')).toBeVisible();
  await visit(page, `/tracking/${reference}`);
  await expect(page.getByRole('heading', { name: reference })).toBeVisible();
  await expect(page.getByRole('link', { name: 'Mend it' })).toBeHidden();
});

test('a refused record with a value of 300,000 characters shows its two ends, and all of it when asked', async ({
  open,
}) => {
  const reference = `${newPrefix()}-L`;
  const page = await open('partner');
  const description = `begin ${'long '.repeat(60_000)}end`;
  expect((await send(page.request, csvOf([{ reference, value: 'twelve', description }]))).ok()).toBe(true);
  await visit(page, '/quarantine');
  await page.getByRole('link', { name: reference }).click();
  await expect(page.getByRole('heading', { name: `Refused record ${reference}` })).toBeVisible();
  const address = page.url();
  await visit(page, address);
  const sent = page.locator('pre');
  await expect(sent).toContainText(/… 29\d,\d{3} characters left out …/);
  await expect(sent).toContainText('begin long');
  await page.getByRole('button', { name: /^Show all 30\d,\d{3} characters$/ }).click();
  await expect(sent).not.toContainText('characters left out');
  expect((await sent.textContent())?.includes(description)).toBe(true);
  // What nobody touched is not sent along, however long it is.
  await page.getByLabel(/^Item 1: Value/).fill('12.00');
  await page.getByRole('button', { name: 'Check', exact: true }).click();
  await expect(page.getByText('One problem is left')).toBeVisible();
});

test('a supervisor sees no person of a refused record before asking, in Quarantine as on the submission', async ({
  open,
}) => {
  const reference = `${newPrefix()}-M`;
  const page = await open('supervisor');
  const shifted = { recipient_name: 'Nora Testmann', recipient_country: 'Dock Street 1' };
  const sent = await send(page.request, csvOf([{ reference, ...shifted }]));
  const { submissionId } = (await sent.json()) as { submissionId: string };
  for (const address of [`/quarantine/${submissionId}/1`, `/submissions/${submissionId}`]) {
    await visit(page, address);
    await expect(page.getByText(reference).first()).toBeVisible();
    await expect(page.locator('main')).not.toContainText(/Nora|Dock Street/);
  }
  await visit(page, `/quarantine/${submissionId}/1`);
  await expect(page.getByRole('heading', { name: 'Mend the record' })).toBeHidden();
  await page.getByRole('link', { name: 'Show it as it was sent and mend it' }).click();
  await expect(page.getByRole('heading', { name: 'Mend the record' })).toBeVisible();
  await expect(page.locator('pre')).toContainText('Nora Testmann');
});

test('a partner maps the columns of a refused file by keyboard, reads it, and the next is known', async ({ open }) => {
  const prefix = newPrefix();
  const page = await open('partner');
  const kind = (rows: readonly Readonly<Record<string, string>>[]) =>
    germanCsv(rows).replace(`${GERMAN_HEADER.at(-1)}\n`, `${prefix}\n`);
  const file = kind([{ 'Auftragsnr.': `${prefix}-1` }, { 'Auftragsnr.': `${prefix}-2`, Warenwert: '1.234' }]);
  const { submissionId } = (await (await send(page.request, file)).json()) as { submissionId: string };
  await visit(page, `/submissions/${submissionId}`);
  await page.getByRole('link', { name: 'Map its columns' }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Map the columns of a file' })).toBeVisible();
  await settled(page);
  await expect(page.getByLabel(/^Auftragsnr\./)).toHaveValue('reference');
  // Office and channel of the partner's settings stand there already.
  await expect(page.getByLabel('Office', { exact: true })).toHaveValue('BELGG');
  const channel = page.getByLabel('Channel', { exact: true });
  await expect(channel).toHaveValue('express');

  await channel.focus();
  await page.keyboard.type('Ca');
  await expect(channel).toHaveValue('cargo');
  await expect(page.getByText('1 of the first 2 records would be taken')).toBeVisible();
  const second = page.getByRole('row', { name: new RegExp(`${prefix}-2`) });
  await expect(second).toContainText('Refused');
  await expect(second).toContainText('Value (column Warenwert, line 3) is 1.234');

  await page.getByRole('button', { name: 'Save and read the file' }).focus();
  await page.keyboard.press('Enter');
  await page.waitForURL((url) => /submissions\/[0-9a-f-]{36}$/.test(url.pathname) && !url.href.includes(submissionId));
  await expect(page.getByText('Read by a mapping of its columns, edition 1')).toBeVisible();
  await expect(page.getByRole('article')).toContainText(`${prefix}-2`);

  const next = await send(page.request, kind([{ 'Auftragsnr.': `${prefix}-3` }]));
  expect(await next.json()).toMatchObject({ accepted: 1 });
});

test('a partner goes by keyboard from one refused record of a rule to the next, mending, to the end of the list', async ({
  open,
}) => {
  const prefix = newPrefix();
  const page = await open('partner');
  const rows = ['1', '2', '3'].map((number) => ({ reference: `${prefix}-${number}`, item_number: 'one' }));
  expect((await send(page.request, csvOf([...rows, { reference: `${prefix}-4`, value: 'twelve' }]))).ok()).toBe(true);
  const arrived = async (number: string) => {
    await expect(page.getByRole('heading', { name: `Refused record ${prefix}-${number}` })).toBeVisible();
    await settled(page);
  };
  const next = page.getByRole('link', { name: 'Next refused record' });
  const mend = async () => {
    await page.getByLabel(/^Item 1: Number/).fill('1');
    await page.getByRole('button', { name: 'Send again', exact: true }).focus();
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/submissions\/[0-9a-f-]{36}/);
    await expect(page.getByText('Every record was taken')).toBeVisible();
    await settled(page);
  };

  await visit(page, '/quarantine?rule=item_number_shape');
  await expect(page.getByRole('link', { name: `${prefix}-4` })).toBeHidden();
  await page.getByRole('link', { name: `${prefix}-1` }).focus();
  await page.keyboard.press('Enter');
  await arrived('1');
  await page.keyboard.press('n');
  await arrived('2');
  await mend();
  await page.keyboard.press('n');
  await arrived('3');
  await expect(next).toBeHidden();
  await mend();
  await expect(next).toBeHidden();

  // The mended ones wait no more: the list holds the one that was passed over.
  await page.getByRole('link', { name: 'Back to the refused records' }).click();
  await expect(page).toHaveURL(/\/quarantine\?rule=item_number_shape$/);
  await expect(page.getByRole('link', { name: prefix })).toHaveText([`${prefix}-1`]);
});
