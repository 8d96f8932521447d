import { doubtful, newPrefix } from './records';
import { expect, test } from './test';
import { visit } from './visit';

test('a partner is asked for a paper, sends it with the answer, and the officer reads both', async ({
  open,
  request,
}) => {
  const reference = `${newPrefix()}-A`;
  const address = await doubtful(request, reference);
  const officer = await open('officer2');
  await visit(officer, address);
  await officer
    .getByRole('button', { name: /^Hold or ask/ })
    .first()
    .press('Enter');
  await officer.getByLabel(/^Ask the partner/).check();
  await officer.getByLabel('Kind of question').selectOption({ label: 'Request for documents' });
  await officer.getByLabel('Question in own words').fill('Please send the invoice.');
  await officer.getByRole('button', { name: /^Send question/ }).press('Enter');
  await expect(officer.getByText(`Question about ${reference} sent`)).toBeVisible();

  // The partner finds it among what waits for it, and works by keyboard.
  const partner = await open('partner');
  await visit(partner, '/tracking');
  await partner.getByRole('link', { name: reference, exact: true }).first().press('Enter');
  const question = partner.getByRole('region', { name: 'Request for documents' });
  await expect(question).toContainText('Please send the invoice.');
  await question.getByRole('button', { name: 'Attach a file' }).press('Enter');
  await question.getByLabel('What it is', { exact: true }).selectOption({ label: 'Invoice' });
  await question
    .getByLabel(/^File/)
    .setInputFiles({ name: 'invoice.pdf', mimeType: 'application/pdf', buffer: Buffer.from(PDF) });
  await question.getByRole('button', { name: 'Attach', exact: true }).press('Enter');
  await expect(question.getByRole('link', { name: 'invoice.pdf' })).toBeVisible();
  await question.getByLabel('Answer', { exact: true }).fill('Here it is: forty shirts for a club.');
  await question.getByRole('button', { name: 'Send the answer' }).press('Enter');
  await expect(question).toContainText('Your answer');
  await expect(question).toBeFocused();

  await visit(officer, address);
  await expect(officer.getByText('Here it is: forty shirts for a club.').first()).toBeVisible();
});

test('a partner reads its scorecard: the month against its peers, what to mend first, and the very records', async ({
  open,
}) => {
  const page = await open('partner');
  await visit(page, '/scorecard');
  await expect(
    page.getByRole('region', { name: 'Measures' }).getByRole('row').filter({ hasText: 'Data before arrival' }),
  ).toBeVisible();
  const example = page.getByRole('region', { name: 'What to fix first' }).getByRole('link').first();
  await example.press('Enter');
  await expect(page).toHaveURL(/\/tracking\//);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
});

/** The least that is a PDF. */
const PDF = `%PDF-1.4
1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 72 72]>>endobj
trailer<</Root 1 0 R>>
%%EOF
`;
