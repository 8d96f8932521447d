import type { ExploredFigure } from './explored-figures';

/** Which wording of a figure's definition is in force, and since when. The words are in the catalogue under the figure's name. */
export type Definition = { readonly version: number; readonly since: string };

const FIRST: Definition = { version: 1, since: '2026-11-27' };
const WORKED: Definition = { version: 1, since: '2026-11-28' };

/** The definitions of figures by name and version, as a file of a million lines can bear them: the words stand on the page of definitions. */
export const definitionRefs = (figures: readonly ExploredFigure[]): string =>
  figures.map((figure) => `${figure} v${DEFINITIONS[figure].version}`).join('; ');

/** Figures that are worked out for a panel of their own, beside those the explorer tells. */
export const WORKED_OUT = [
  'releaseTimes',
  'hitRate',
  'concentration',
  'forecast',
  'qualityScore',
  'refusedShare',
] as const;
export type WorkedOut = (typeof WORKED_OUT)[number];
export type Defined = ExploredFigure | WorkedOut;

/** A change of what a figure counts is a new version here, with its day; published figures say under which they were made. */
export const DEFINITIONS: Readonly<Record<Defined, Definition>> = {
  consignments: FIRST,
  items: FIRST,
  value: FIRST,
  mass: FIRST,
  duty: FIRST,
  vat: FIRST,
  withdrawn: FIRST,
  quantity: FIRST,
  released: FIRST,
  extraCharges: FIRST,
  valuePerConsignment: FIRST,
  valuePerItem: FIRST,
  valuePerKg: FIRST,
  massPerConsignment: FIRST,
  releaseHours: FIRST,
  releaseTimes: WORKED,
  hitRate: WORKED,
  concentration: WORKED,
  forecast: WORKED,
  qualityScore: WORKED,
  refusedShare: WORKED,
};
