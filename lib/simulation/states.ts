/** Where a simulation stands. Draft: saved, never run. Waiting: asked for, nothing was looked at yet. */
export const SIMULATION_STATES = ['draft', 'waiting', 'running', 'done', 'cancelled', 'failed'] as const;
export type SimulationState = (typeof SIMULATION_STATES)[number];

/** Under way: in the queue of the background work. */
export const OPEN_STATES = ['waiting', 'running'] as const satisfies readonly SimulationState[];

/** What is worked out first and what then. */
export const SIMULATION_PHASES = ['charges', 'controls'] as const;
export type SimulationPhase = (typeof SIMULATION_PHASES)[number];

/** What charges are cut by; `total` has one member, the dimension itself. */
export const CUT_BY = ['total', 'origin', 'chapter', 'marketplace'] as const;
export type CutBy = (typeof CUT_BY)[number];

export const ALL_MEMBERS = '*';
