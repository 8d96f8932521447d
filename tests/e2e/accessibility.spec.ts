import type { Page } from '@playwright/test';
import { germanCsv } from '../support/foreign-csv';
import { ALL_RULES, expectNoFaults, faultsOf } from './axe';
import { foreignTexts, PSEUDO } from './foreign-texts';
import { cutAcross, enlargeText, squeezed } from './large-text';
import { csvOf, doubtful, newPrefix, send } from './records';
import { expect, test } from './test';
import { visit } from './visit';

const THEMES = ['light', 'dark'] as const;

for (const theme of THEMES) {
  test(`the way in can be used by everyone, with ${theme} chosen`, async ({ open }) => {
    const page = await open(null, { cookies: { theme } });
    await visit(page, '/sign-in');
    expect(await faultsOf(page, ALL_RULES)).toEqual([]);
  });
}

test('a consignment, a submission and an account can be read by everyone, in light and dark, and in other languages', async ({
  open,
  request,
}) => {
  const prefix = newPrefix();
  const address = await doubtful(request, `${prefix}-X`);
  const sent = await send(request, csvOf([{ reference: `${prefix}-Y`, value: 'twelve' }]));
  const { submissionId } = (await sent.json()) as { submissionId: string };
  const mappable = await send(request, germanCsv([{}]));
  const seen: ['officer2' | 'partner', string][] = [
    ['officer2', `${address}?act=release`],
    ['officer2', `${address}?act=hold`],
    ['officer2', `${address}/links?steps=2`],
    ['partner', `/submissions/${submissionId}`],
    ['partner', `/submissions/${(await mappable.json()).submissionId}/columns`],
    ['partner', `/tracking/${prefix}-X`],
  ];
  const pages = { officer2: await open('officer2', PSEUDO), partner: await open('partner', PSEUDO) };
  for (const [person, path] of seen) {
    const page = pages[person];
    await visit(page, path);
    expect.soft(await foreignTexts(page), path).toEqual([]);
    await expectNoFaults(page, path);
  }
  const page = await open('admin');
  await visit(page, '/admin/users');
  await page.getByRole('link', { name: /officer2@/ }).click();
  await page.getByRole('button', { name: 'Disable' }).click();
  await expect(page.getByRole('dialog')).toBeVisible();
  await expectNoFaults(page, 'the dialog that asks for a reason');
});

test('at twice the size of text nothing of the desk is cut or squeezed, and risk is told by more than colour', async ({
  open,
  request,
}) => {
  const address = await doubtful(request, `${newPrefix()}-Z`);
  const page = await open('officer1');
  await page.setViewportSize({ width: 1280, height: 900 });
  for (const path of ['/queue', address]) {
    await visit(page, path);
    await enlargeText(page);
    expect(await cutAcross(page), path).toEqual([]);
    expect(await squeezed(page), path).toEqual([]);
    await expectRiskInWords(page);
  }
  const others = [
    ['officer1', [`${address}/links`, '/hand-over', '/own-acts', '/second-looks']],
    ['supervisor', ['/supervision', '/capacity']],
  ] as const;
  for (const [person, paths] of others) {
    const other = await open(person);
    await other.setViewportSize({ width: 1280, height: 900 });
    for (const path of paths) {
      await visit(other, path);
      await enlargeText(other);
      expect.soft(await cutAcross(other), path).toEqual([]);
      expect.soft(await squeezed(other), path).toEqual([]);
    }
  }
});

/** Every lane and score bears a word and a shape beside its colour. */
async function expectRiskInWords(page: Page): Promise<void> {
  for (const [words, least] of [
    [/^(Green|Blue|Yellow|Red)$/, 1],
    [/^\d{1,3}\s*(low|medium|high)$/i, 1],
  ] as const) {
    const marks = page.locator('main span', { hasText: words }).filter({ has: page.locator('> svg') });
    expect(await marks.count()).toBeGreaterThanOrEqual(least);
  }
  const coloured = page.locator('main [class*="bg-lane-"]');
  for (const text of await coloured.allTextContents()) expect(text).toMatch(/Green|Blue|Yellow|Red/);
}
