import type { Dimension } from './contributions';

/** Member of every dimension a cube leaves out. */
export const ALL = '*';
/** The same for the numbered dimension. */
export const ALL_BUCKETS = -2;

const BASE = ['day', 'officeId', 'channel', 'lane'] as const satisfies readonly Dimension[];

/**
 * The cubes kept beside the finest one, smallest first: each keeps what one kind of question needs. A question is answered from
 * the first cube that has all its dimensions; what no small cube has, the finest answers. The pairs leave channel and lane out,
 * so that they stay small when nearly every goods item would be a cell of its own. A cube that is added here is filled for the
 * days before by `statistics.recompute`.
 */
export const CUBES = {
  total: BASE,
  marketplace: [...BASE, 'marketplace'],
  origin: [...BASE, 'origin'],
  clearance: [...BASE, 'selectionReason', 'releaseCategory', 'outcome', 'examination', 'releaseBucket'],
  chapter: [...BASE, 'chapter'],
  dispatch: [...BASE, 'dispatch', 'transactionType'],
  origin_marketplace: ['day', 'officeId', 'origin', 'marketplace'],
  chapter_marketplace: ['day', 'officeId', 'chapter', 'marketplace'],
  origin_chapter: ['day', 'officeId', 'origin', 'chapter'],
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
