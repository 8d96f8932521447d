import { z } from 'zod';
import { TREE_SHAPE } from './tree';

/** Longest time a profile selects before somebody has to look at it again. */
export const LIFE_DAYS_MAX = 183;
/** Shorter words tell a second person nothing. */
const WORDS_LEAST = 3;

/** A whole number; `code` names the rule that one outside of it broke. */
const figure = (least: number, most: number, code: string) =>
  z
    .int({ error: ({ input }) => (input === null || input === undefined ? 'required' : 'not_a_whole_number') })
    .min(least, code)
    .max(most, code);
const words = (most: number) =>
  z.string().trim().min(1, { error: 'required', abort: true }).min(WORDS_LEAST, 'words_short').max(most, 'words_long');

/**
 * What a profile does with a consignment that meets it: adds points to the score, or selects whatever the score, for documents
 * (yellow) or examination (red). What selects by itself stays outside every ranking.
 */
export const EFFECT_SHAPE = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('points'), points: figure(1, 100, 'points_range') }),
  z.strictObject({ kind: z.literal('lane'), lane: z.enum(['yellow', 'red']) }),
]);
export type ProfileEffect = z.infer<typeof EFFECT_SHAPE>;

/** The title of a profile; a draft has one, too, so that it can be told from others. */
export const TITLE_SHAPE = words(100);

/** What an author states, and a second person approves. Immutable once proposed; a change is a new version. */
export const CONTENT_SHAPE = z.strictObject({
  title: TITLE_SHAPE,
  /** Which harm it is to prevent. */
  harm: words(500),
  /** The law or order it rests on. */
  ground: words(500),
  /** What the officer who opens the consignment should look for. */
  instruction: words(500),
  tree: TREE_SHAPE,
  effect: EFFECT_SHAPE,
  /** Findings the author expects in a hundred examinations. */
  expectedHitPercent: figure(0, 100, 'percent_range'),
  /** Consignments it may select at each office and day of receipt; what comes later is noted and goes on. */
  dailySlots: figure(1, 10_000, 'slots_range'),
});
export type ProfileContent = z.infer<typeof CONTENT_SHAPE>;
