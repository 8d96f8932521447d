import { LANES } from '@/lib/consignment/codes';

/** What a table of a dataset is cut by. */
export const PUBLISHED_DIMENSIONS = ['origin', 'chapter', 'lane', 'valueBand'] as const;
export type PublishedDimension = (typeof PUBLISHED_DIMENSIONS)[number];

/** What a table tells: counts are rounded, amounts and masses told in whole units. */
export const PUBLISHED_MEASURES = ['items', 'value', 'mass', 'consignments', 'released'] as const;
export type PublishedMeasure = (typeof PUBLISHED_MEASURES)[number];
export type PublishedUnit = 'count' | 'money' | 'mass';

export type DatasetShape = {
  readonly row: PublishedDimension;
  readonly column: PublishedDimension;
  /** The first tells how large a cell is. */
  readonly measures: readonly PublishedMeasure[];
};

/**
 * The datasets: each a table of two dimensions a month, with all its sums. Few and of fixed cuts on purpose: every further cut of the same
 * goods is another way to work out what is hidden, and the two here share no measure.
 */
export const DATASETS = {
  imports: { row: 'origin', column: 'chapter', measures: ['value', 'items', 'mass'] },
  clearance: { row: 'lane', column: 'valueBand', measures: ['consignments', 'released'] },
} as const satisfies Record<string, DatasetShape>;
export type Dataset = keyof typeof DATASETS;
export const DATASET_IDS = Object.keys(DATASETS) as readonly Dataset[];

/** The dataset of a name; null for any other. */
export function datasetOf(name: string): Dataset | null {
  return DATASET_IDS.find((known) => known === name) ?? null;
}

/** The shape of a dataset, whichever it is. */
export function shapeOf(dataset: Dataset): DatasetShape {
  return DATASETS[dataset];
}

/** What a measure is counted in. */
export function unitOfMeasure(measure: PublishedMeasure): PublishedUnit {
  if (measure === 'value') return 'money';
  return measure === 'mass' ? 'mass' : 'count';
}

/** Stands for all members of a dimension: a sum. */
export const SUM = '*';

/**
 * Version of what the figures mean: see `publication.definition` in the catalogue. Raised with every change of a sentence there that
 * changes a figure; each vintage keeps the one it was made under.
 */
export const DEFINITIONS_VERSION = 1;

/** Members in the order they are told: lanes as selection has them, bands by their amounts, everything else by code; sums come first. */
export function compareMembers(dimension: PublishedDimension, a: string, b: string): number {
  if (a === SUM || b === SUM) return Number(b === SUM) - Number(a === SUM);
  const rank = (member: string) => {
    if (dimension === 'lane') return (LANES as readonly string[]).indexOf(member);
    return dimension === 'valueBand' ? Number.parseInt(member, 10) : 0;
  };
  return rank(a) - rank(b) || (a < b ? -1 : Number(a > b));
}
