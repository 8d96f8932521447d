import { z } from 'zod';
import type { Artefact } from './artefact';
import { OBJECTIVES } from './objective';
import { featuresOf } from './plan';
import type { Tree } from './tree';

/** Shape of what is stored; a change of it is a new version. */
const VERSION = 2;

const text = z.string().min(1);
const node = z.int().min(0);
const tree = z
  .strictObject({
    feature: z.array(z.int().min(-1)).min(1),
    threshold: z.array(z.number()),
    missingLeft: z.array(z.union([z.literal(0), z.literal(1)])),
    child: z.array(node),
    value: z.array(z.number()),
    cover: z.array(z.number().positive()),
  })
  .refine(isTree, 'is no tree');
const plan = z.strictObject({
  smoothing: z.number().positive(),
  numbers: z.array(z.strictObject({ field: text, reason: text, ages: z.literal(true).optional() })),
  bands: z.array(z.strictObject({ field: text, of: text, perDoubling: z.number().positive() })),
  keys: z.array(z.strictObject({ fields: z.array(text).min(1), reason: text })),
  deviations: z.array(z.strictObject({ of: text, within: z.array(text).min(1), reason: text })),
  ratios: z.array(z.strictObject({ hits: text, of: text, reason: text })).optional(),
});
const calibration = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('platt'), slope: z.number().min(0), intercept: z.number() }),
  z
    .strictObject({ kind: z.literal('isotonic'), scores: z.array(z.number()).min(1), chances: z.array(z.number()) })
    .refine(({ scores, chances }) => scores.length === chances.length, 'has as many scores as chances'),
]);
const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
const bins = z.array(z.number());
const learner = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('gbdt'), forest: z.strictObject({ base: z.number(), trees: z.array(tree) }) }),
  z.strictObject({
    kind: z.literal('scorecard'),
    card: z.strictObject({
      base: z.number(),
      characteristics: z.array(
        z
          .strictObject({ feature: z.strictObject({ name: text, reason: text }), cuts: bins, logOdds: bins })
          .refine(({ cuts, logOdds }) => logOdds.length === cuts.length + 2, 'has a line for each bin'),
      ),
    }),
  }),
]);
const past = z.strictObject({
  all: z.strictObject({ seen: node, findings: node }),
  tallies: z.array(z.array(z.tuple([z.string(), node, node]))),
  moments: z.array(z.array(z.tuple([z.string(), node, z.number(), z.number()]))),
});
const model = z
  .strictObject({
    plan,
    learner,
    calibration,
    training: z.strictObject({ results: node, findings: node, firstDay: day, lastDay: day, seed: z.int() }),
  })
  .refine(({ plan: of, learner: stored }) => {
    const width = featuresOf(of).length;
    return stored.kind === 'gbdt'
      ? stored.forest.trees.every((grown) => grown.feature.every((feature) => feature < width))
      : stored.card.characteristics.length === width;
  }, 'asks for features outside its plan');
const learnt = z
  .strictObject({ model, past })
  .refine(
    ({ model: { plan: of }, past: { tallies, moments } }) =>
      tallies.length === of.keys.length && moments.length === of.deviations.length,
    'counts by another plan',
  );
const storedArtefact = z.strictObject({
  version: z.literal(VERSION),
  objective: z.enum(OBJECTIVES),
  finding: learnt,
  critical: learnt.nullable(),
  ranks: z.array(z.number()),
});

/** A model with all it scores by, as text of some hundred kilobytes to a few megabytes. */
export function writeArtefact(artefact: Artefact): string {
  return JSON.stringify({ version: VERSION, ...artefact });
}

/** Reads a stored model. @throws ZodError for anything a scorer could stumble over. */
export function readArtefact(stored: string): Artefact {
  const { version: _, ...artefact } = storedArtefact.parse(JSON.parse(stored));
  return artefact;
}

/** Whether every list has an entry per node, and children stand behind their parents, so that every way ends. */
function isTree({ feature, threshold, missingLeft, child, value, cover }: Tree): boolean {
  const nodes = feature.length;
  return (
    [threshold, missingLeft, child, value, cover].every((list) => list.length === nodes) &&
    child.every((left, at) =>
      left === 0 ? feature[at] === -1 : left > at && left + 1 < nodes && (feature[at] ?? -1) >= 0,
    )
  );
}
