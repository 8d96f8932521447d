import type { Dimension } from './contributions';

/** Member of every dimension a cube leaves out. */
export const ALL = '*';
/** The same for the numbered dimension. */
export const ALL_BUCKETS = -2;

const BASE = ['day', 'officeId', 'channel', 'lane'] as const satisfies readonly Dimension[];

/**
 * The cubes kept beside the finest one, smallest first: a question is answered from the first filled one that has all its dimensions, and by the
 * finest where none has. Those of one dimension answer the page as it opens, those of two what it is narrowed to and most of what the
 * explorer is asked for, `sample` what the random draw was made from. All stay small when nearly every goods item would be a cell of
 * its own. A cube that is added is filled for the days before by a job; one that keeps other dimensions than before needs another name.
 */
export const CUBES = {
  total: BASE,
  examination: ['day', 'officeId', 'selectionReason', 'examination'],
  release: ['day', 'officeId', 'releaseBucket'],
  marketplace: ['day', 'officeId', 'marketplace'],
  origin: ['day', 'officeId', 'origin'],
  chapter: ['day', 'officeId', 'chapter'],
  hour: ['day', 'officeId', 'hour'],
  hour_release: ['day', 'officeId', 'hour', 'releaseBucket'],
  marketplace_release: ['day', 'officeId', 'marketplace', 'releaseBucket'],
  marketplace_examination: ['day', 'officeId', 'marketplace', 'selectionReason', 'examination'],
  lane_marketplace: [...BASE, 'marketplace'],
  origin_release: ['day', 'officeId', 'origin', 'releaseBucket'],
  origin_examination: ['day', 'officeId', 'origin', 'selectionReason', 'examination'],
  lane_origin: [...BASE, 'origin'],
  lane_clearance: [...BASE, 'selectionReason', 'outcome', 'examination', 'releaseBucket'],
  reason_hour: ['day', 'officeId', 'selectionReason', 'hour', 'releaseBucket'],
  lane_hour: [...BASE, 'hour', 'releaseBucket'],
  sample: [...BASE, 'selectionReason', 'examination', 'valueBand'],
  chapter_release: ['day', 'officeId', 'chapter', 'releaseBucket'],
  chapter_examination: ['day', 'officeId', 'chapter', 'selectionReason', 'examination'],
  lane_chapter: [...BASE, 'chapter'],
  origin_marketplace: ['day', 'officeId', 'origin', 'marketplace'],
  chapter_marketplace: ['day', 'officeId', 'chapter', 'marketplace'],
  origin_chapter: ['day', 'officeId', 'origin', 'chapter'],
  duties: ['day', 'officeId', 'channel', 'releaseCategory', 'valueBand', 'collectionModel', 'transactionType'],
  heading: ['day', 'officeId', 'chapter', 'heading'],
  origin_dispatch: ['day', 'officeId', 'origin', 'dispatch'],
  origin_band: ['day', 'officeId', 'origin', 'valueBand'],
  marketplace_band: ['day', 'officeId', 'marketplace', 'valueBand'],
  chapter_band: ['day', 'officeId', 'chapter', 'valueBand'],
  origin_outcome: ['day', 'officeId', 'lane', 'origin', 'outcome'],
  marketplace_outcome: ['day', 'officeId', 'lane', 'marketplace', 'outcome'],
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
    'hour',
  ],
} as const satisfies Record<string, readonly Dimension[]>;
export type Cube = keyof typeof CUBES;

/** The cubes that have every dimension of a question, the smallest first; the last is the finest. */
export function cubesFor(dimensions: readonly Dimension[]): readonly [Cube, ...Cube[]] {
  const cubes = Object.entries(CUBES) as [Cube, readonly Dimension[]][];
  const [first = 'fine', ...others] = cubes
    .filter(([, kept]) => dimensions.every((dimension) => kept.includes(dimension)))
    .map(([cube]) => cube);
  return [first, ...others];
}

/** The smallest cube that has every dimension of the question, once every cube is filled. */
export function cubeFor(dimensions: readonly Dimension[]): Cube {
  return cubesFor(dimensions)[0];
}
