import type { Page } from '@playwright/test';

/** Waits until the page answers keys and presses: React has taken over its content and its effects have run. */
export async function settled(page: Page): Promise<void> {
  await page.waitForFunction(() => {
    // Pages of the public have no script to wait for.
    if (document.scripts.length === 0) return document.readyState === 'complete';
    const controls = [...document.querySelectorAll('main h1, main a, main button, main select')];
    return (
      document.readyState === 'complete' &&
      controls.length > 0 &&
      controls.every((element) => Object.keys(element).some((key) => key.startsWith('__react')))
    );
  });
  await page.evaluate(
    () => new Promise<void>((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => resolve()))),
  );
}

/** Opens an address and waits until it can be worked with. */
export async function visit(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await settled(page);
}

/**
 * Lets what a page links to be fetched ahead once, however many of the pages that are opened in it link there: dozens of links stand on
 * every page, and fetching them again was most of the work of the server. For pages that are only looked at; where links are pressed, all is as people have it.
 */
export const fetchAheadOnce = (page: Page): Promise<unknown> =>
  page.addInitScript(() => {
    if (location.protocol === 'about:') return;
    const KEPT = 'fetched ahead';
    const fetched = new Set<string>(JSON.parse(sessionStorage.getItem(KEPT) ?? '[]'));
    const fetchNow = window.fetch;
    window.fetch = async (input, init) => {
      const headers = new Headers(init?.headers);
      if (!headers.has('next-router-prefetch')) return fetchNow(input, init);
      const address = new URL(input instanceof Request ? input.url : input, location.href);
      address.searchParams.delete('_rsc');
      const what = `${address} ${headers.get('next-router-segment-prefetch') ?? ''}`;
      // The answer of a server that has nothing to give ahead.
      if (fetched.has(what)) return new Response(null, { status: 204 });
      fetched.add(what);
      sessionStorage.setItem(KEPT, JSON.stringify([...fetched]));
      return fetchNow(input, init);
    };
  });
