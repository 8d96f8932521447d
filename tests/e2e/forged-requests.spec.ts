import { readFileSync } from 'node:fs';
// No browser is needed, and none is started.
import { expect, test } from '@playwright/test';
import { type Answer, ask, forAll } from './ask';
import { FORGED_HOST, type Way, waysTo } from './forged-ways';
import { guardedRows, listedSamples, madeUpPath, pageAt, type Sample, strangerTo } from './page-authority';
import { factsOf, linksOf } from './page-facts';
import { type Person, setting } from './people';

// Some two thousand answers, each a few milliseconds of a server that others ask as well.
// One after another, so that the pages are opened once.
test.describe.configure({ mode: 'default', timeout: 900_000, retries: 0 });

const PAGES = guardedRows('page').filter(({ name }) => name !== 'app/page.tsx');
/** An address that the person asking may read, and whose own facts tell nothing of another page. */
const neutralOf = (person: Person | null) => (person === null ? '/sign-in' : '/account');

type Opened = Sample & { readonly facts: ReadonlySet<string> };

/** Opens the listed pages, and those they link to, as the people who work with them; one of each page is kept with what it tells. */
async function openAll(): Promise<readonly Opened[]> {
  const opened = new Map<string, Opened>();
  const frames = new Map<Person, ReadonlySet<string>>();
  const open = async (sample: Sample): Promise<Sample[]> => {
    const { page, path, asks, by } = sample;
    if (opened.has(page.name)) return [];
    const { status, text } = await ask(by, `${path}${asks}`);
    if (status !== 200) return [];
    const frame = frames.get(by) ?? factsOf((await ask(by, '/help/record')).text);
    frames.set(by, frame);
    const facts = new Set([...factsOf(text)].filter((fact) => page.name.includes('help/record') || !frame.has(fact)));
    opened.set(page.name, { ...sample, facts });
    return linksOf(text).flatMap((href) => {
      const { pathname } = new URL(href, 'http://linked');
      const linked = pageAt(PAGES, pathname);
      return linked && !opened.has(linked.name) ? [{ page: linked, path: pathname, asks: '', by }] : [];
    });
  };
  let next = listedSamples(PAGES);
  while (next.length > 0) {
    const linked: Sample[] = [];
    await forAll(next, async (sample) => void linked.push(...(await open(sample))));
    next = linked;
  }
  return [...opened.values()];
}

let opening: ReturnType<typeof openAll> | undefined;
/** Once a worker: the tests share what was opened. */
function known(): ReturnType<typeof openAll> {
  opening ??= openAll();
  return opening;
}

/** Every page: as it was opened, or at an address made up where nothing links to it. */
async function everyPage(): Promise<readonly Opened[]> {
  const opened = await known();
  const found = new Map(opened.map((one) => [one.page.name, one]));
  return PAGES.map(
    (page) =>
      found.get(page.name) ?? {
        page,
        path: madeUpPath(page),
        asks: '',
        by: 'officer1' as const,
        facts: new Set<string>(),
      },
  );
}

/** Whether an answer says that there is nothing here for who asked. */
const isDenied = ({ status, location, text }: Answer): boolean =>
  status === 404 ||
  (status >= 300 && status < 400 && (location ?? '').startsWith('/sign-in')) ||
  /NEXT_REDIRECT;[a-z]+;\/sign-in|NEXT_HTTP_ERROR_FALLBACK;404/.test(text);

/** Whether a text is a word of the screen beside parts of the address, as the title of a page is: who asked has heard it from themselves. */
function isEcho(fact: string, address: string): boolean {
  const [numbered, plain] = [/\d/, /^\D+$/].map((kind) => fact.split(/[^\w]+/).filter((part) => kind.test(part)));
  return (
    (numbered?.length ?? 0) > 0 && (plain?.length ?? 0) <= 1 && (numbered ?? []).every((part) => address.includes(part))
  );
}

/** What is wrong with an answer; nothing where it gives nothing. */
function faultsOf(answer: Answer, way: Way, facts: ReadonlySet<string>, own: string, address: string): string[] {
  // A short figure stands on many pages by chance.
  const told = [...facts].filter(
    (fact) =>
      answer.text.includes(fact) && !own.includes(fact) && !isEcho(fact, address) && !/^[\d.,\s]{1,7}$/.test(fact),
  );
  return [
    ...(told.length > 0 ? [`tells ${told.slice(0, 5).join(' | ')}`] : []),
    ...(answer.status >= 500 ? [`fails with ${answer.status}`] : []),
    ...(way.isAhead || way.elsewhere || isDenied(answer) ? [] : [`is answered with ${answer.status} and no refusal`]),
    ...(`${answer.location} ${answer.text}`.includes(FORGED_HOST) ? ['repeats the forged host'] : []),
  ];
}

async function askEveryWay(
  whoAsks: (page: Opened) => Person | null | undefined,
): Promise<{ asked: number; faults: string[] }> {
  const faults: string[] = [];
  let asked = 0;
  const owns = new Map<Person | null, string>();
  await forAll(await everyPage(), async (opened) => {
    const { page, path, asks, facts } = opened;
    const person = whoAsks(opened);
    if (person === undefined) return;
    const own = owns.get(person) ?? (await ask(person, neutralOf(person))).text;
    owns.set(person, own);
    for (const way of waysTo(page, path)) {
      const address = way.elsewhere ? neutralOf(person) : `${path}${asks}`;
      const answer = await ask(person, address, { ...way, body: way.method && '[]' });
      asked += 1;
      // Who names an id is told nothing by hearing it again.
      faults.push(
        ...faultsOf(answer, way, facts, `${own} ${path}${asks}`, path).map(
          (fault) => `${path} ${way.name}, by ${person}: ${fault}`,
        ),
      );
    }
  });
  return { asked, faults };
}

test('most pages tell facts to who may read them, also as content and without their layouts, so that silence means something', async () => {
  const opened = await known();
  const telling = opened.filter(({ facts }) => facts.size > 0);
  expect(opened.length).toBeGreaterThan(PAGES.length * 0.75);
  expect(telling.length).toBeGreaterThan(opened.length * 0.6);
  let repeated = 0;
  await forAll(telling, async ({ page, path, asks, by, facts }) => {
    const alone = waysTo(page, path).find(({ name }) => name === 'as the page without its layouts');
    const { text } = await ask(by, `${path}${asks}`, { headers: alone?.headers });
    if ([...facts].some((fact) => text.includes(fact))) repeated += 1;
  });
  expect(repeated).toBeGreaterThan(telling.length * 0.8);
});

test('nobody gets anything of any page, however it is asked for', async () => {
  const { asked, faults } = await askEveryWay(() => null);
  expect(faults).toEqual([]);
  expect(asked).toBeGreaterThan(PAGES.length * 8);
});

test('a person of another role gets nothing of a page, however it is asked for', async () => {
  const { asked, faults } = await askEveryWay(({ page }) => strangerTo(page) ?? undefined);
  expect(faults).toEqual([]);
  expect(asked).toBeGreaterThan(PAGES.length * 7);
});

type Manifest = { node: Readonly<Record<string, { filename?: string; exportedName?: string }>> };

test('an action of another page is refused to nobody and to another role, before it looks at what was sent', async () => {
  const { node } = JSON.parse(readFileSync('.next/server/server-reference-manifest.json', 'utf8')) as Manifest;
  const rows = new Map(guardedRows('action').map((row) => [row.name, row]));
  const actions = Object.entries(node).flatMap(([id, { filename, exportedName }]) => {
    const row = rows.get(`${filename} ${exportedName}`);
    return row ? [{ id, row }] : [];
  });
  expect(actions.length).toBeGreaterThan(rows.size * 0.9);
  const faults: string[] = [];
  const call = async (person: Person | null, id: string, name: string, refusal: RegExp) => {
    const { status, location, text } = await ask(person, neutralOf(person), {
      method: 'POST',
      body: JSON.stringify([{ status: 'idle' }, { id: 'forged' }]),
      headers: {
        ...{ accept: 'text/x-component', 'content-type': 'text/plain;charset=UTF-8' },
        ...{ 'next-action': id, origin: setting('E2E_BASE_URL'), 'sec-fetch-site': 'same-origin' },
      },
    });
    const told = `${status} ${location} ${text}`;
    if (!refusal.test(told)) faults.push(`${name} by ${person}: ${told.slice(0, 200)}`);
  };
  await forAll(actions, async ({ id, row }) => {
    await call(null, id, row.name, /"signed_out"|\/sign-in/);
    const stranger = strangerTo(row);
    if (stranger !== null) await call(stranger, id, row.name, /"forbidden"/);
  });
  expect(faults).toEqual([]);
});
