import { z } from 'zod';
import { TREE_SHAPE } from './tree';

/** Longest time a profile selects before somebody has to look at it again. */
export const LIFE_DAYS_MAX = 183;

const figure = (least: number, most: number) =>
  z
    .int({ error: ({ input }) => (input === null || input === undefined ? 'required' : 'not_a_whole_number') })
    .min(least, 'out_of_range')
    .max(most, 'out_of_range');
const words = (most: number) => z.string().trim().min(3, 'required').max(most, 'too_big');

/**
 * What a profile does with a consignment that meets it: adds points to the score, or selects whatever the score, for documents
 * (yellow) or examination (red). What selects by itself stays outside every ranking.
 */
export const EFFECT_SHAPE = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('points'), points: figure(1, 100) }),
  z.strictObject({ kind: z.literal('lane'), lane: z.enum(['yellow', 'red']) }),
]);
export type ProfileEffect = z.infer<typeof EFFECT_SHAPE>;

/** What an author states, and a second person approves. Immutable once proposed; a change is a new version. */
export const CONTENT_SHAPE = z.strictObject({
  title: words(100),
  /** Which harm it is to prevent. */
  harm: words(500),
  /** The law or order it rests on. */
  ground: words(500),
  /** What the officer who opens the consignment should look for. */
  instruction: words(500),
  tree: TREE_SHAPE,
  effect: EFFECT_SHAPE,
  /** Findings the author expects in a hundred examinations. */
  expectedHitPercent: figure(0, 100),
  /** Examinations a day it may cost, as the author expects. */
  dailySlots: figure(1, 10_000),
});
export type ProfileContent = z.infer<typeof CONTENT_SHAPE>;
