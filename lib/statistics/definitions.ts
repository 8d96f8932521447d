import type { ExploredFigure } from './explored-figures';

/** Which wording of a figure's definition is in force, and since when. The words are in the catalogue under the figure's name. */
export type Definition = { readonly version: number; readonly since: string };

const FIRST: Definition = { version: 1, since: '2026-11-27' };

/** The definitions of figures by name and version, as a file of a million lines can bear them: the words stand on the page of definitions. */
export const definitionRefs = (figures: readonly ExploredFigure[]): string =>
  figures.map((figure) => `${figure} v${DEFINITIONS[figure].version}`).join('; ');

/** A change of what a figure counts is a new version here, with its day; published figures say under which they were made. */
export const DEFINITIONS: Readonly<Record<ExploredFigure, Definition>> = {
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
};
