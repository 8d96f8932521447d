import { expect, it, vi } from 'vitest';
import { type ActingRole, ROLES } from '@/lib/identity/roles';
import {
  actionEntrances,
  functionEntrances,
  mayEnter,
  pageEntrances,
  routeEntrances,
  someoneOf,
  takenByApp,
} from './entrances';
import { OPEN_FUNCTIONS, OPEN_PAGES, OPEN_ROUTES } from './open-entrances';
import { readSourceTree } from './source-tree';

// In place of each wrapper stands one that keeps what it was given, in place of `authorise` one that says what was asked.
vi.mock('@/lib/identity/permissions', async (original) => ({
  ...(await original<typeof import('@/lib/identity/permissions')>()),
  authorise: (await import('./stand-ins')).keeping.authorise,
}));
vi.mock('@/app/_server/define-action', async () => ({ defineAction: (await import('./stand-ins')).keeping.action }));
vi.mock('@/app/_server/define-public-action', async () => ({
  definePublicAction: (await import('./stand-ins')).keeping.publicly,
}));
vi.mock('@/app/_server/define-route', async () => ({
  defineRoute: (await import('./stand-ins')).keeping.route,
  definePublicRoute: (await import('./stand-ins')).keeping.publicly,
}));

const ACTING: readonly ActingRole[] = [...ROLES, 'system', 'sandbox'];
const COLUMNS = [...ACTING, 'nobody'] as const;

const tree = readSourceTree();
const pages = pageEntrances(tree);
const functions = await functionEntrances(tree, ACTING.map(someoneOf));
const entrances = [
  ...pages,
  ...(await actionEntrances(tree)),
  ...(await routeEntrances(tree, OPEN_ROUTES)),
  ...functions,
];

it('every way in is in the matrix, with exactly who may come in by it', async () => {
  const lines = entrances.map((entrance) =>
    [
      entrance.kind,
      entrance.name,
      [...entrance.guards, ...(entrance.sandbox ? [`sandbox: ${entrance.sandbox}`] : [])].join(' or '),
      ...COLUMNS.map((column) => (mayEnter(entrance, column) ? 'yes' : 'no')),
    ].join(';'),
  );
  // Who adds a way in, or opens one to a role, has to say so here: run this test with -u and read the difference.
  const matrix = [['kind', 'way in', 'permission', ...COLUMNS].join(';'), ...lines, ''].join('\n');
  await expect(matrix).toMatchFileSnapshot('./authority.csv');
});

it('pages that ask nobody are those for everybody', () => {
  const open = pages.filter(({ guards }) => guards.includes('public')).map(({ name }) => name);
  expect(open.filter((name) => !name.startsWith('app/(public)/') && !OPEN_PAGES.has(name))).toEqual([]);
});

it('a page asks for one permission, whoever comes', () => {
  expect(pages.filter(({ guards }) => guards.length > 1)).toEqual([]);
});

it('what pages, actions and routes call has asked for authority itself', () => {
  const asking = new Set(functions.filter(({ guards }) => !guards.includes('part')).map(({ name }) => name));
  const unasked = takenByApp(tree).filter(({ name }) => !asking.has(name) && !OPEN_FUNCTIONS.has(name));
  expect(unasked).toEqual([]);
});

it('no exception outlives its reason', () => {
  const taken = new Set(takenByApp(tree).map(({ name }) => name));
  expect([...OPEN_FUNCTIONS.keys()].filter((name) => !taken.has(name))).toEqual([]);
  expect([...OPEN_ROUTES.keys(), ...OPEN_PAGES.keys()].filter((path) => !tree.has(path))).toEqual([]);
});
