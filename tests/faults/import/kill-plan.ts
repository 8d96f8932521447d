import { whole } from '@/lib/demo/draw';
import { type Random, seededRandom } from '@/lib/kernel/prng';
import { TARGETS, type Target } from '../shared/throw-away';

export const PHASES = ['receiving', 'staging', 'processing'] as const;
export type Phase = (typeof PHASES)[number];

/** One kill: of what, in which phase, and when within it. */
export type PlannedKill = {
  readonly phase: Phase;
  readonly target: Target;
  /** Share of the phase that is done: of the bytes sent, of the time staging takes, of the records. */
  readonly at: number;
  /** Waited after that, so that kills fall at any point of a batch. */
  readonly extraMs: number;
};

const EXTRA_MS_MAX = 400;

/** A fifth of the kills while bytes arrive, a fifth while rows are read, the rest while records become consignments. */
export function planKills(kills: number, seed: number): PlannedKill[] {
  const random = seededRandom(seed);
  const early = Math.max(1, Math.round(kills / 5));
  const counts = { receiving: kills > 2 ? early : 0, staging: kills > 1 ? early : 0 };
  const targets = mixed(
    random,
    Array.from({ length: kills }, (_, index) => TARGETS[index % TARGETS.length] ?? 'all'),
  );
  return targets.map((target, index) => {
    const phase =
      index < counts.receiving ? 'receiving' : index < counts.receiving + counts.staging ? 'staging' : 'processing';
    const inPhase = kills - counts.receiving - counts.staging;
    const step = index - counts.receiving - counts.staging;
    const at = phase === 'processing' ? (step + random()) / inPhase : 0.05 + 0.95 * random();
    return {
      phase,
      target,
      at: phase === 'processing' ? Math.min(at, 0.97) : at,
      extraMs: whole(random, 0, EXTRA_MS_MAX),
    };
  });
}

function mixed<T>(random: Random, list: readonly T[]): T[] {
  return list
    .map((value) => [random(), value] as const)
    .sort(([a], [b]) => a - b)
    .map(([, value]) => value);
}
