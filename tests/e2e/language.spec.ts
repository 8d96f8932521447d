import type { Page } from '@playwright/test';
import { PAGES } from './pages';
import { doubtful, newPrefix } from './records';
import { expect, test } from './test';
import { visit } from './visit';

const PSEUDO = { cookies: { locale: 'en-XA' } };

/** Texts a person sees that came neither from the catalogue, which the pseudo-locale brackets and accents, nor are marked as data. */
const foreignTexts = (page: Page) =>
  page.evaluate(() => {
    const found: string[] = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const text = node.textContent ?? '';
      const parent = node.parentElement;
      if (!parent || !/[A-Za-z]/.test(text)) continue;
      // A bar of progress has a letter nobody sees, for a screen reader that would else pass over its label.
      // Days and figures along the axes of charts are written by the locale, as those in `time` are.
      const isData =
        '[translate="no"], [role="progressbar"] > [role="presentation"], script, style, template, noscript, input, textarea, title, kbd, time';
      if (parent.closest(`${isData}, [class*="recharts-cartesian-axis"]`)) continue;
      if (text.includes('[!!') || text.includes('!!]')) continue;
      // Rich texts come in pieces: the whole of the nearest bracketed element counts.
      if (/\[!!.*!!\]/s.test(parent.parentElement?.textContent ?? '') && /[^\x20-\x7e]/.test(text)) continue;
      found.push(`${text.trim().slice(0, 80)} in <${parent.tagName.toLowerCase()}>`);
    }
    return [...new Set(found)];
  });

for (const person of new Set(PAGES.map(([one]) => one))) {
  test(`every text on the pages of ${person} can be translated`, async ({ open }) => {
    const page = await open(person, PSEUDO);
    // The page of the API prints the document programs read, which has one language.
    for (const [, path] of PAGES.filter(([one, path]) => one === person && path !== '/help/api')) {
      await visit(page, path);
      expect.soft(await foreignTexts(page), path).toEqual([]);
    }
  });
}

test('every text about a consignment can be translated', async ({ open, request }) => {
  const page = await open('officer2', PSEUDO);
  await visit(page, `${await doubtful(request, `${newPrefix()}-T`)}?act=hold`);
  expect(await foreignTexts(page)).toEqual([]);
});
