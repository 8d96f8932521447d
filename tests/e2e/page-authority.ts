import { readFileSync } from 'node:fs';
import { PAGES } from './pages';
import { accountOf, PEOPLE, type Person } from './people';

/** A row of the authority matrix: one way in, and which roles it lets in. */
export type Authority = { readonly kind: string; readonly name: string; readonly roles: ReadonlySet<string> };

/** The rows of one kind that are not for everybody. */
export function guardedRows(kind: 'page' | 'action'): readonly Authority[] {
  const [header = '', ...lines] = readFileSync('tests/architecture/authority.csv', 'utf8').trim().split('\n');
  const roles = header.split(';').slice(3);
  return lines
    .map((line) => line.split(';'))
    .filter(([its, , guard]) => its === kind && guard !== 'public')
    .map(([its = '', name = '', , ...cells]) => ({
      kind: its,
      name,
      roles: new Set(roles.filter((_, at) => cells[at] === 'yes')),
    }));
}

/** The first person of the demo whose role is not let in; null where everybody who is signed in is. */
export const strangerTo = ({ roles }: Authority): Person | null =>
  PEOPLE.find((person) => !roles.has(accountOf(person).role)) ?? null;

/** `(desk)`, `consignments`, `[id]` of a page's file. */
export const segmentsOf = ({ name }: Authority): string[] => name.split('/').slice(1, -1);

const patternOf = (page: Authority): RegExp => {
  const parts = segmentsOf(page).filter((part) => !part.startsWith('('));
  return new RegExp(`^/${parts.map((part) => (part.startsWith('[') ? '[^/?#]+' : part)).join('/')}$`);
};

/** The page an address shows: one without parameters is meant before one with them. */
export function pageAt(pages: readonly Authority[], path: string): Authority | undefined {
  const fitting = pages.filter((page) => patternOf(page).test(path));
  return fitting.find(({ name }) => !name.includes('[')) ?? fitting[0];
}

/** A page with an address, and somebody who works with it; `asks` is what stands behind the path. */
export type Sample = { readonly page: Authority; readonly path: string; readonly asks: string; readonly by: Person };

/** The pages the accessibility tests open, as samples. */
export const listedSamples = (pages: readonly Authority[]): Sample[] =>
  PAGES.flatMap(([by, address]) => {
    const { pathname, search } = new URL(address, 'http://listed');
    const page = pageAt(pages, pathname);
    return page ? [{ page, path: pathname, asks: search, by }] : [];
  });

/** An address of a page that nobody found a link to: its parameters are made up. */
export const madeUpPath = (page: Authority): string =>
  `/${segmentsOf(page)
    .filter((part) => !part.startsWith('('))
    .map((part) => (part.startsWith('[') ? '00000000-0000-4000-8000-000000000000' : part))
    .join('/')}`;

/**
 * The router state that claims to have every layout already and asks for the page alone: what is checked in a layout only would be passed by.
 */
export function pageAloneTree(page: Authority, path: string): string {
  const values = path.split('/').slice(1);
  let at = 0;
  const names = segmentsOf(page).map((part) => {
    if (part.startsWith('(')) return part;
    const value = values[at++] ?? '';
    return part.startsWith('[') ? [part.slice(1, -1), value, 'd', null] : part;
  });
  const tree = names.reduceRight<unknown>(
    (inner, segment) => [segment, { children: inner }],
    ['__PAGE__', {}, null, 'refetch'],
  );
  return encodeURIComponent(JSON.stringify(['', { children: tree }]));
}
