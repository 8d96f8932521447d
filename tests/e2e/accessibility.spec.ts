import type { Page } from '@playwright/test';
import { germanCsv } from '../support/foreign-csv';
import { ALL_RULES, expectNoFaults, faultsOf } from './axe';
import { foreignTexts, PSEUDO } from './foreign-texts';
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

test('at twice the size of text nothing of the queue and the desk is cut, and risk is told by more than colour', async ({
  open,
  request,
}) => {
  const address = await doubtful(request, `${newPrefix()}-Z`);
  const page = await open('officer1');
  await page.setViewportSize({ width: 1280, height: 900 });
  for (const path of ['/queue', address]) {
    await visit(page, path);
    await page.evaluate(() => {
      document.documentElement.style.fontSize = '200%';
    });
    expect(await cutAcross(page), path).toEqual([]);
    await expectRiskInWords(page);
  }
});

/** What is wider than the room it has, and cannot be scrolled to; the page itself among it. */
const cutAcross = (page: Page) =>
  page.evaluate(() => {
    const root = document.documentElement;
    const isCut = (element: Element) => {
      // What only screen readers hear is one point wide.
      if (element.clientWidth <= 1 || element.scrollWidth <= element.clientWidth + 1) return false;
      return ['hidden', 'clip'].includes(getComputedStyle(element).overflowX);
    };
    const cut = [...document.querySelectorAll('main *')]
      .filter(isCut)
      .map((element) => element.outerHTML.slice(0, 200));
    return root.scrollWidth > root.clientWidth + 1 ? ['the page', ...cut] : cut;
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
