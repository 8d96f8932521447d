import type { APIRequestContext, Page } from '@playwright/test';
import { parse } from 'csv-parse/sync';
import { seededRandom } from '@/lib/kernel/prng';
import { csvOf, newPrefix, send } from './records';
import { expect, test } from './test';

const QUESTIONS = 50;
const RECORDS = 60;
const FIGURES = ['consignments', 'items', 'value', 'mass', 'valuePerItem'] as const;
const AXES = ['time', 'weekday', 'channel', 'lane', 'chapter', 'heading', 'origin', 'dispatch', 'band', 'collection'];

/** Columns of a file that count what a list holds: `consignments`, `CN items`, `total items`. */
const COUNTS = /^(?!.*(?:previous|change|share)_).*\b(?:consignments|items)$/;

const random = seededRandom(20_261_128);
const pick = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)] as T;

/** Goods of one marketplace, which no other test sends to, so that nothing is counted between a page and its file. */
async function goodsOf(request: APIRequestContext, marketplace: string): Promise<void> {
  const rows = Array.from({ length: RECORDS }, (_, at) => ({
    ...{ reference: `${marketplace}-${at}`, marketplace, channel: pick(['post', 'express', 'cargo']) },
    ...{ origin_country: pick(['CN', 'TR', 'VN', '']), dispatch_country: pick(['CN', 'TR', 'HK']) },
    ...{ commodity_code: pick(['610910', '640411', '851713', '']), value: pick(['4.20', '14.50', '33.05', '149.99']) },
    ...{ quantity: pick(['1', '2', '7']), net_mass_kg: pick(['0.2', '0.35', '1.125']), gross_mass_kg: '1.5' },
  }));
  expect((await send(request, csvOf(rows))).ok()).toBe(true);
}

/** A question anybody could ask of these goods. */
function aQuestion(marketplace: string): URLSearchParams {
  const figures = [pick(['consignments', 'items']), ...FIGURES.filter(() => random() < 0.3)];
  const rows = pick(AXES);
  const columns = random() < 0.5 ? pick(AXES.filter((axis) => axis !== rows)) : null;
  const filters = [
    ...(random() < 0.3 ? [['origin', pick(['CN', 'TR', '-'])]] : []),
    ...(random() < 0.3 ? [['channel', pick(['post', 'express'])]] : []),
    ...(random() < 0.2 ? [['chapter', pick(['61', '85', '-'])]] : []),
  ];
  return new URLSearchParams([
    ...[
      ['marketplace', marketplace],
      ['period', pick(['last7', 'last30'])],
      ['grain', pick(['day', 'week', 'month'])],
    ],
    ...[
      ['compare', pick(['none', 'previous'])],
      ['rows', rows],
      ['top', pick(['5', '10', '500'])],
    ],
    ...[...new Set(figures)].map((figure) => ['figures', figure]),
    ...(columns ? [['columns', columns]] : []),
    ...[['drawing', 'bar'], ...filters],
  ]);
}

type Answer = {
  readonly columns: readonly string[];
  readonly lines: readonly Readonly<Record<string, string | null>>[];
};

/** What a page of the explorer says: the cells of its table, line by line, and the figures at the ends of its bars. */
const said = (page: Page) =>
  page.evaluate(() => {
    const textOf = (cell: Element) => (cell.querySelector('[translate="no"]')?.textContent ?? '').trim();
    const table = [...document.querySelectorAll('main table')].at(-1);
    return {
      lines: [...(table?.querySelectorAll('tbody tr, tfoot tr') ?? [])].map((line) =>
        [...line.querySelectorAll('td')].map(textOf),
      ),
      bars: [...document.querySelectorAll('ul[data-bars] > li')].map((bar) =>
        (bar.querySelector(':scope > [translate="no"]:not(:first-child)')?.textContent ?? '').trim(),
      ),
      lists: [...(table?.querySelectorAll('tbody td a') ?? [])].map((link) => ({
        href: link.getAttribute('href') ?? '',
        text: link.textContent ?? '',
        column: [...(link.closest('tr')?.querySelectorAll('td') ?? [])].indexOf(
          link.closest('td') as HTMLTableCellElement,
        ),
      })),
      csv: [...document.querySelectorAll('a[download]')]
        .map((link) => link.getAttribute('href') ?? '')
        .find((href) => href.includes('/exports/pivot')),
    };
  });
const plain = (text: string) => text.replaceAll(/[^\d.+\-−–]/g, '').replaceAll('−', '-');
const exact = (text: string) => (text === '' || text === '–' ? null : Number(plain(text)));

test('fifty questions drawn by chance are answered alike by chart, table, list, CSV and JSON', async ({
  open,
  request,
}) => {
  test.setTimeout(600_000);
  const marketplace = newPrefix();
  await goodsOf(request, marketplace);
  const page = await open('supervisor');
  await page.goto(`/statistics/explore?marketplace=${marketplace}`);
  // Folded or not, what was accepted is counted at once.
  await expect(page.getByRole('table').last().getByRole('cell').last()).not.toBeEmpty();
  let [answered, bars, lists] = [0, 0, 0];
  for (let at = 0; at < QUESTIONS; at += 1) {
    const question = aQuestion(marketplace);
    await page.goto(`/statistics/explore?${question}`);
    // What came late lies aside until a script has put it into its place.
    await page.waitForFunction(() => !document.querySelector('div[hidden][id^="S:"], template[id^="B:"]'));
    const shown = await said(page);
    // Nothing of these goods fits: the page says so, and there is no table.
    if (shown.csv === undefined) continue;
    answered += 1;
    const asked = `question ${at}: ${question}`;
    const answer: Answer = await (await page.request.get(`${shown.csv}&format=json`)).json();
    const figures = answer.lines.map((line) => answer.columns.slice(4).map((name) => line[name] ?? null));
    const toNumbers = (cells: readonly (string | null)[]) => cells.map((cell) => (cell === null ? null : Number(cell)));

    expect(
      shown.lines.map((line) => line.map(exact)),
      asked,
    ).toEqual(figures.map(toNumbers));

    const [head = [], ...lines] = parse(await (await page.request.get(shown.csv)).text()) as string[][];
    const places = answer.columns.slice(4).map((name) => head.indexOf(name));
    expect(
      lines.map((line) => places.map((place) => line[place] || null)),
      asked,
    ).toEqual(figures);

    if (shown.bars.length > 0) {
      bars += 1;
      const columns = question.get('columns');
      const first = answer.columns.slice(4).find((name) => columns === null || name.startsWith('total ')) ?? '';
      const told = answer.lines.filter(({ line }) => line !== 'total').map((line) => Number(line[first]));
      expect(shown.bars.map(exact), asked).toEqual(told);
    }

    // What a change or an amount leads to is the list of other figures than its own.
    const list = shown.lists.find(({ column }) => COUNTS.test(answer.columns[4 + column] ?? ''));
    if (list) {
      lists += 1;
      const html = await (await page.request.get(list.href)).text();
      const [, items, consignments] = /([\d,]+) goods items?[^\d]*([\d,]+) consignments?/.exec(html) ?? [];
      const counted = /consignments$/.test(answer.columns[4 + list.column] ?? '') ? consignments : items;
      expect(Number((counted ?? '').replaceAll(',', '')), `${asked}: ${list.href}`).toBe(Number(plain(list.text)));
    }
  }
  // Chance must not have emptied the test.
  expect([answered > 40, bars > 15, lists > 30]).toEqual([true, true, true]);
});
