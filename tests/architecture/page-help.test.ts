import { expect, it } from 'vitest';
import { RECORD_COLUMNS } from '@/lib/consignment/column-guide';
import { COLUMN_SOURCES } from '@/lib/consignment/column-sources';
import { SCREENS, screenOf } from '@/lib/help/screens';
import help from '@/lib/messages/en/help.json';
import { PAGES } from '../e2e/pages';
import { readSourceTree } from './source-tree';

/** Addresses of the pages of the desk, with `[id]` where an id stands. */
const desk = [...readSourceTree().keys()].flatMap((path) => {
  const [, address] = /^app\/\(desk\)\/(.+)\/page\.tsx$/.exec(path) ?? [];
  return address === undefined ? [] : [`/${address}`];
});
/** Pages for everybody say what they are for on themselves. */
const isPublic = (path: string) => /^\/(public|published)(\/|$)/.test(path);

it('every page of the desk has help', () => {
  expect(desk.length).toBeGreaterThan(60);
  expect(desk.filter((address) => screenOf(address) === null)).toEqual([]);
  const tried = PAGES.map(([, path]) => path.split('?')[0] ?? path).filter((path) => !isPublic(path));
  expect(tried.filter((path) => screenOf(path) === null)).toEqual([]);
});

it('every entry of the help has words and a page it is about', () => {
  const words: Readonly<Record<string, { readonly title: string; readonly text: string }>> = help.screen;
  expect(SCREENS.map(({ key }) => key).sort()).toEqual(Object.keys(words).sort());
  expect(SCREENS.filter(({ key }) => (words[key]?.text ?? '').length < 40).map(({ key }) => key)).toEqual([]);
  const about = new Set(desk.map((address) => screenOf(address)?.key));
  expect(SCREENS.filter(({ key }) => !about.has(key)).map(({ key }) => key)).toEqual([]);
});

it('every column of the record tells what asks for it', () => {
  expect(Object.keys(COLUMN_SOURCES).sort()).toEqual([...RECORD_COLUMNS].sort());
});
