import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { expect, type Page, test } from '@playwright/test';
import { createViteServer } from 'vitest/node';
import type { ChartSeries, SeriesKind, TimePoint } from '../../components/charts/chart-types';
import type { AskedChart } from './charts-page';

/** Charts that only a browser draws, in the states in which they must be legible; the others are drawn in `components/charts`. */
const root = fileURLToPath(new URL('../..', import.meta.url)).replace(/\/$/, '');
const PAGE =
  '<!doctype html><html lang="en"><body><div id="root"></div><script type="module" src="/tests/e2e/charts-page.tsx"></script></body></html>';

let server: Awaited<ReturnType<typeof createViteServer>>;
let address = '';

test.beforeAll(async () => {
  server = await createViteServer({
    ...{ root, configFile: false, appType: 'custom', logLevel: 'error', cacheDir: `${root}/.data/charts` },
    server: { port: 0, host: '127.0.0.1', hmr: false, watch: null },
    resolve: { alias: { '@': root } },
    define: { 'process.env': {} },
    plugins: [
      {
        name: 'page of one chart',
        configureServer: ({ middlewares }) => {
          middlewares.use((request, response, next) => {
            if (request.url !== '/') return next();
            response.setHeader('content-type', 'text/html');
            response.end(PAGE);
          });
        },
      },
    ],
  });
  await server.listen();
  const place = server.httpServer?.address() as AddressInfo | undefined;
  address = `http://127.0.0.1:${place?.port}/`;
});
test.afterAll(() => server.close());

const dayOf = (at: number) => new Date(Date.UTC(2026, 0, 1 + at)).toISOString().slice(0, 10);
const seriesOf = (count: number): ChartSeries[] =>
  Array.from({ length: count }, (_, at) => ({ key: `s${at}`, label: `Series ${at + 1}` }));
const pointsOf = (values: readonly (readonly (number | undefined)[])[]): TimePoint[] =>
  values.map((own, at) => ({
    at: dayOf(at),
    values: Object.fromEntries(own.flatMap((value, index) => (value === undefined ? [] : [[`s${index}`, value]]))),
  }));

async function drawn(page: Page, asked: AskedChart) {
  const errors: string[] = [];
  page.on('pageerror', ({ message }) => errors.push(message));
  if (!page.url().startsWith(address)) {
    await page.goto(address);
    await page.waitForFunction(() => window.draw !== undefined, undefined, { timeout: 50_000 });
  }
  await page.evaluate((one) => window.draw?.(one), asked);
  // What was drawn before is gone with its key; the axis comes once the drawing knows its size.
  await page.waitForSelector('.recharts-yAxis .recharts-cartesian-axis-tick-value', { state: 'attached' });
  await page.waitForTimeout(200);
  const found = await page.evaluate(() => {
    const svg =
      document.querySelector('svg.recharts-surface[title], svg.recharts-surface[role]') ??
      document.querySelector('.recharts-wrapper > svg');
    const all = (pattern: string) => [...document.querySelectorAll(pattern)];
    const box = (one: Element) => {
      const { x, y, width, height } = one.getBoundingClientRect();
      return { x, y, width, height };
    };
    const tickOf = (one: Element) => ({ text: one.textContent ?? '', ...box(one) });
    return {
      markup: svg?.outerHTML ?? '',
      surface: svg ? box(svg) : { x: 0, y: 0, width: 0, height: 0 },
      ticks: all('.recharts-yAxis .recharts-cartesian-axis-tick-value').map(tickOf),
      names: all('.recharts-xAxis .recharts-cartesian-axis-tick-value').map(tickOf),
      bars: all('.recharts-bar-rectangle path').map(box),
      dots: all('.recharts-dot').map(box),
      ends: all('.recharts-label-list text, .recharts-line text').map(tickOf),
    };
  });
  expect(errors).toEqual([]);
  expect(found.markup).not.toMatch(/NaN|Infinity|undefined/);
  // Nothing that is written lies outside of the drawing.
  for (const one of [...found.ticks, ...found.names, ...found.ends]) {
    expect(one.x).toBeGreaterThanOrEqual(found.surface.x - 1);
    expect(one.x + one.width).toBeLessThanOrEqual(found.surface.x + found.surface.width + 1);
  }
  // No two names stand on each other.
  for (const [at, name] of found.names.entries())
    if (at > 0) expect(name.x).toBeGreaterThan((found.names[at - 1]?.x ?? 0) + (found.names[at - 1]?.width ?? 0));
  return found;
}

const time = (kind: SeriesKind, series: number, values: readonly (readonly (number | undefined)[])[]): AskedChart => ({
  chart: 'time',
  props: { label: 'Figure', kind, unit: 'pieces', series: seriesOf(series), points: pointsOf(values), endLabels: true },
});
/** The middle of the tick of a text: where its value lies. */
const middleOf = ({ ticks }: Awaited<ReturnType<typeof drawn>>, text: string) => {
  const tick = ticks.find((one) => one.text === text);
  return tick ? tick.y + tick.height / 2 : Number.NaN;
};

test('bars and areas begin at zero, also where all values are large and alike', async ({ page }) => {
  const found = await drawn(page, time('bars', 1, [[1_000_000], [1_010_000], [1_020_000]]));
  const zero = middleOf(found, '0');
  for (const bar of found.bars) expect(Math.abs(bar.y + bar.height - zero)).toBeLessThan(2);
  const areas = await drawn(
    page,
    time('areas', 2, [
      [1_000_000, 5],
      [1_010_000, 7],
    ]),
  );
  expect(areas.ticks.map(({ text }) => text)).toContain('0');
});

test('values below nothing hang from the same zero line', async ({ page }) => {
  const found = await drawn(page, time('bars', 1, [[12], [-30], [5]]));
  const zero = middleOf(found, '0');
  const [up, down] = found.bars;
  expect(Math.abs((up?.y ?? 0) + (up?.height ?? 0) - zero)).toBeLessThan(2);
  expect(Math.abs((down?.y ?? 0) - zero)).toBeLessThan(2);
  const lines = await drawn(page, time('lines', 1, [[12], [-30], [5]]));
  expect(lines.ticks.map(({ text }) => text)).toContain('0');
});

test('one point can be seen, also one between gaps in a long line', async ({ page }) => {
  for (const kind of ['bars', 'lines', 'areas'] as const) {
    const found = await drawn(page, time(kind, 1, [[7]]));
    const marks = kind === 'bars' ? found.bars : found.dots;
    expect([kind, marks.length]).toEqual([kind, 1]);
    expect(marks[0]?.height).toBeGreaterThan(3);
  }
  const gaps = await drawn(
    page,
    time(
      'lines',
      1,
      Array.from({ length: 60 }, (_, at) => [at === 20 || at === 40 ? 9 : undefined]),
    ),
  );
  expect(gaps.dots).toHaveLength(2);
});

test('no point at all leaves an empty drawing without a fault', async ({ page }) => {
  await page.goto(address);
  await page.waitForFunction(() => window.draw !== undefined, undefined, { timeout: 50_000 });
  await page.evaluate((one) => window.draw?.(one), time('lines', 1, []));
  await page.waitForTimeout(150);
  expect(await page.locator('#root').innerHTML()).not.toMatch(/NaN|Infinity/);
});

test('huge values are told in compact units on the axis, each tick another', async ({ page }) => {
  const found = await drawn(page, time('bars', 1, [[9_876_543_210_987], [3], [0]]));
  const texts = found.ticks.map(({ text }) => text);
  expect(new Set(texts).size).toBe(texts.length);
  for (const text of texts) expect(text.length).toBeLessThanOrEqual(6);
});

test('lines are named at their ends, no two names on each other, and years of days keep their names apart', async ({
  page,
}) => {
  const found = await drawn(
    page,
    time(
      'lines',
      6,
      Array.from({ length: 365 }, (_, at) => [at, at + 1, at + 2, 3, 3, 3]),
    ),
  );
  expect(found.ends.map(({ text }) => text).sort()).toEqual(seriesOf(6).map(({ label }) => label));
  const ends = [...found.ends].sort((one, other) => one.y - other.y);
  for (const [at, end] of ends.entries()) if (at > 0) expect(end.y - (ends[at - 1]?.y ?? 0)).toBeGreaterThan(11);
});

test('a histogram of many bands begins at zero and keeps its names apart', async ({ page }) => {
  const bins = Array.from({ length: 80 }, (_, at) => ({ label: `${at} h`, value: at % 9 }));
  const found = await drawn(page, { chart: 'histogram', props: { label: 'Hours', bins, unit: 'cases' } });
  const zero = middleOf(found, '0');
  for (const bar of found.bars.filter(({ height }) => height > 0))
    expect(Math.abs(bar.y + bar.height - zero)).toBeLessThan(2);
});
