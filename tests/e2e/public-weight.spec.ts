import { ALL_RULES, faultsOf } from './axe';
import { PUBLIC_PAGES } from './pages';
import { expect, test } from './test';

/** What a page of the public may weigh as it comes over the line, in bytes. */
const BUDGET = {
  /** Of any kind, inline or not: the pages work without, so they ship none. */
  script: 0,
  document: 15_000,
  /** One file for all pages, kept by the browser after the first. */
  style: 16_000,
  /** Letters of one type face, kept as well. */
  font: 75_000,
  requests: 6,
};
/** Share of the window that moves while a page comes; less than a tenth counts as good (Core Web Vitals, 2020). */
const SHIFT_MOST = 0.02;

type Weight = { document: number; script: number; style: number; font: number; other: number; requests: number };
const KINDS = { Document: 'document', Script: 'script', Stylesheet: 'style', Font: 'font' } as const;

for (const colorScheme of ['light', 'dark'] as const) {
  test(`every page of the public is light, stands still and can be used by everyone, in ${colorScheme}`, async ({
    open,
  }) => {
    const lines: string[] = [];
    for (const path of PUBLIC_PAGES) {
      // A browser of its own: nothing is kept from the page before.
      const page = await open(null, { colorScheme });
      const weight: Weight = { document: 0, script: 0, style: 0, font: 0, other: 0, requests: 0 };
      const kinds = new Map<string, keyof typeof weight>();
      const wire = await page.context().newCDPSession(page);
      await wire.send('Network.enable');
      wire.on('Network.responseReceived', ({ requestId, type }) =>
        kinds.set(requestId, KINDS[type as keyof typeof KINDS] ?? 'other'),
      );
      wire.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
        weight[kinds.get(requestId) ?? 'other'] += encodedDataLength;
        weight.requests += 1;
      });
      await page.addInitScript(() => {
        const seen = window as unknown as { shift: number };
        seen.shift = 0;
        new PerformanceObserver((list) => {
          for (const entry of list.getEntries()) seen.shift += (entry as unknown as { value: number }).value;
        }).observe({ type: 'layout-shift', buffered: true });
      });
      await page.goto(path, { waitUntil: 'networkidle' });
      // On a busy machine all has come before the first of it is painted.
      await page.waitForFunction(() => performance.getEntriesByName('first-contentful-paint').length > 0);
      const told = await page.evaluate(() => ({
        shift: (window as unknown as { shift: number }).shift,
        scripts: [...document.scripts].length,
        paintMs: Math.round(performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? -1),
        title: document.title,
      }));
      lines.push(
        `${path.padEnd(28)} ${String(told.paintMs).padStart(5)} ms to the first paint; bytes: document ${weight.document}, style ${weight.style}, font ${weight.font}, other ${weight.other}, script ${weight.script}; ${weight.requests} requests`,
      );
      expect.soft(told.title, `${path} has a title`).toMatch(/\S · Luxor$/);
      expect.soft(told.scripts, `${path} has no script`).toBe(0);
      for (const kind of ['script', 'document', 'style', 'font', 'requests'] as const)
        expect.soft(weight[kind], `${kind} of ${path}`).toBeLessThanOrEqual(BUDGET[kind]);
      expect.soft(told.shift, `what moves on ${path}`).toBeLessThanOrEqual(SHIFT_MOST);
      expect.soft(await faultsOf(page, ALL_RULES), `${path}, in ${colorScheme}`).toEqual([]);
      await page.context().close();
    }
    process.stdout.write(`Pages of the public, ${colorScheme}:\n${lines.join('\n')}\n`);
  });
}

test('a page of the public runs no script, whatever finds its way into it', async ({ request }) => {
  for (const path of PUBLIC_PAGES) {
    // Many at once: a server with much to do must not send a part late, which only a script would put into its place.
    for (const answer of await Promise.all(Array.from({ length: 8 }, () => request.get(path)))) {
      expect(answer.headers()['content-security-policy'], path).toContain("script-src 'none'");
      expect(await answer.text(), path).not.toMatch(/<script/i);
    }
  }
  // What is not there is told in words, without script as well.
  for (const path of ['/published/nothing', '/published/imports/2001-01/1', '/published/imports/quarter/2001-Q1']) {
    const gone = await request.get(path);
    expect([gone.status(), gone.headers()['content-security-policy']], path).toEqual([
      404,
      expect.stringContaining("script-src 'none'"),
    ]);
    expect(await gone.text(), path).toContain('Nothing was published that fits');
    // Who checks a link asks for its head alone.
    expect((await request.head(path)).status(), path).toBe(404);
  }
});
