import type { Page } from '@playwright/test';

/** Text at twice its size, as a browser's own setting makes it (WCAG 1.4.4). */
export const enlargeText = (page: Page) =>
  page.evaluate(() => {
    document.documentElement.style.fontSize = '200%';
  });

/** What is wider than the room it has, and cannot be scrolled to; the page itself among it. */
export const cutAcross = (page: Page) =>
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

/** Words in a box of so few characters that they break in the middle. */
export const squeezed = (page: Page) =>
  page.evaluate(() => {
    const isSqueezed = (element: Element) => {
      const own = [...element.childNodes].filter(({ nodeType }) => nodeType === Node.TEXT_NODE);
      const longest = Math.max(
        0,
        ...own.flatMap((node) => (node.textContent ?? '').split(/\s+/).map(({ length }) => length)),
      );
      const size = Number.parseFloat(getComputedStyle(element).fontSize);
      // What only screen readers hear is one point wide, and what stands in a line of text has no width of its own.
      return longest > 6 && element.clientWidth > 1 && element.clientWidth < size * 3;
    };
    return [...document.querySelectorAll('main *')]
      .filter(isSqueezed)
      .map((element) => element.outerHTML.slice(0, 120));
  });
