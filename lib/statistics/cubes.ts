import type { Dimension } from './contributions';

/** Member of every dimension a cube leaves out. */
export const ALL = '*';
/** The same for the numbered dimension. */
export const ALL_BUCKETS = -2;

const BASE = ['day', 'officeId', 'channel', 'lane'] as const satisfies readonly Dimension[];

/**
 * The cubes kept beside the finest one, smallest first: each adds to the base what one question needs. A question is answered
 * from the first cube that has all its dimensions; what no small cube has, the finest answers.
 */
export const CUBES = {
  marketplace: [...BASE, 'marketplace', 'collectionModel'],
  origin: [...BASE, 'origin'],
  dispatch: [...BASE, 'dispatch'],
  clearance: [...BASE, 'selectionReason', 'releaseCategory', 'outcome', 'examination', 'releaseBucket'],
  chapter: [...BASE, 'chapter'],
  fine: [
    ...BASE,
    'selectionReason',
    'releaseCategory',
    'outcome',
    'examination',
    'releaseBucket',
    'chapter',
    'heading',
    'origin',
    'dispatch',
    'marketplace',
    'collectionModel',
    'transactionType',
    'valueBand',
  ],
} as const satisfies Record<string, readonly Dimension[]>;
export type Cube = keyof typeof CUBES;

/** The smallest cube that has every dimension of the question. */
export function cubeFor(dimensions: readonly Dimension[]): Cube {
  const cubes = Object.entries(CUBES) as [Cube, readonly Dimension[]][];
  return cubes.find(([, kept]) => dimensions.every((dimension) => kept.includes(dimension)))?.[0] ?? 'fine';
}
