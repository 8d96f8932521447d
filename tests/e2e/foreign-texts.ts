import type { Page } from '@playwright/test';

/** Cookies of the pseudo-locale, which brackets and accents every text of the catalogue. */
export const PSEUDO = { cookies: { locale: 'en-XA' } };

/** Texts a person sees that came neither from the catalogue, which the pseudo-locale brackets and accents, nor are marked as data. */
export const foreignTexts = (page: Page) =>
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
