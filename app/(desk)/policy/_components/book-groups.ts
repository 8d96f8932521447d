import type { ShownKind } from '@/lib/policy/shown-kinds';

/** What belongs together, in the order it is read: what is charged, how it is paid, who acts by when, who is trusted, who is controlled. */
export const BOOK_GROUPS = ['charges', 'collection', 'powers', 'trust', 'selection'] as const;
export type BookGroup = (typeof BOOK_GROUPS)[number];

/** The group of every kind the book shows, in the order of its panel: a kind without one does not compile. */
const GROUP_OF: Readonly<Record<ShownKind, BookGroup>> = {
  charge_law: 'charges',
  threshold: 'charges',
  vat_rate: 'charges',
  collection: 'collection',
  appeal: 'collection',
  retention: 'collection',
  power: 'powers',
  second_officer: 'powers',
  second_look: 'powers',
  clock: 'powers',
  shift: 'powers',
  trust: 'trust',
  lane: 'selection',
  random: 'selection',
  capacity: 'selection',
  indicator: 'selection',
};
const KINDS = Object.keys(GROUP_OF) as readonly ShownKind[];

/** The rows of a group, kind after kind, those of one kind as they came. */
export const rowsOfGroup = <Row extends { readonly kind: ShownKind }>(
  group: BookGroup,
  rows: readonly Row[],
): readonly Row[] =>
  KINDS.filter((kind) => GROUP_OF[kind] === group).flatMap((kind) => rows.filter((row) => row.kind === kind));
