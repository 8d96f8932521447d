/** Where a version stands: made, scoring unseen, giving the chance that ranks, or out of use. */
export const MODEL_STATES = ['candidate', 'shadow', 'active', 'retired'] as const;
export type ModelState = (typeof MODEL_STATES)[number];

export const MODEL_ACTS = ['shadow', 'promote', 'roll_back', 'retire'] as const;
export type ModelAct = (typeof MODEL_ACTS)[number];

/** From where each act takes a version, and where to. What is rolled back gives way to the version before it. */
export const MODEL_MOVES = {
  shadow: { from: ['candidate'], to: 'shadow' },
  promote: { from: ['shadow'], to: 'active' },
  roll_back: { from: ['active'], to: 'retired' },
  retire: { from: ['candidate', 'shadow'], to: 'retired' },
} as const satisfies Record<ModelAct, { readonly from: readonly ModelState[]; readonly to: ModelState }>;

/** What the person who had a version trained may not do with it. */
export const NEEDS_OTHER: ReadonlySet<ModelAct> = new Set(['promote']);

/** What may be done with a version that stands so. */
export function actsOn(state: ModelState): ModelAct[] {
  return MODEL_ACTS.filter((act) => (MODEL_MOVES[act].from as readonly ModelState[]).includes(state));
}

/** How a training stands; `too_few` ended without a model because results are wanting. */
export const TRAINING_STATES = ['queued', 'running', 'finished', 'too_few', 'failed', 'cancelled'] as const;
export type TrainingState = (typeof TRAINING_STATES)[number];
export const OPEN_TRAININGS: readonly TrainingState[] = ['queued', 'running'];

export const TRAINING_PHASES = ['reading', 'fitting'] as const;
export type TrainingPhase = (typeof TRAINING_PHASES)[number];

/** A training that failed, or ended with its process, as often as this is not begun again. */
export const ATTEMPTS_MAX = 3;
