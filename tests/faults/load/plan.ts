import { whole } from '@/lib/demo/draw';
import { type Random, seededRandom } from '@/lib/kernel/prng';

/** What can be done to an installation, with the fewest and the most seconds it lasts; 0 where it is done in a moment. */
export const FAULTS = {
  kill_web: [0, 0],
  kill_worker: [0, 0],
  kill_launcher: [0, 0],
  kill_postgres: [0, 0],
  kill_backend: [0, 0],
  kill_all: [0, 0],
  stop_immediately: [0, 0],
  pause_web: [2, 8],
  pause_worker: [2, 8],
  pause_postgres: [2, 8],
  pause_backend: [2, 8],
  terminate_backends: [0, 0],
  cut_connections: [0, 0],
  halt_connections: [3, 8],
  refuse_connections: [3, 8],
  disk_full: [6, 10],
  wal_full: [4, 7],
  clock_forward: [4, 8],
  clock_back: [4, 8],
  slots_taken: [6, 9],
  pool_exhausted: [6, 9],
} as const satisfies Readonly<Record<string, readonly [number, number]>>;
export type FaultKind = keyof typeof FAULTS;
export const FAULT_KINDS = Object.keys(FAULTS) as readonly FaultKind[];

/** One fault: when it begins at the earliest, and how long it lasts. */
export type PlannedFault = {
  readonly number: number;
  readonly kind: FaultKind;
  /** Seconds after the load began; a fault before it that heals slowly puts it off. */
  readonly atSeconds: number;
  readonly lastsMs: number;
  /** Minutes by which a clock jumps; 0 for what jumps no clock. */
  readonly jumpMinutes: number;
};

/** The load runs alone for so long before the first fault, and after the last. */
export const CALM_SECONDS = 10;
/** From one fault to the next at least: most heal within. */
const SLOT_SECONDS = 13;
const JUMP_MINUTES = [2, 12] as const;

/** How many faults fit into so many minutes. */
export const faultsIn = (minutes: number): number =>
  Math.max(1, Math.floor((minutes * 60 - 2 * CALM_SECONDS) / SLOT_SECONDS));

/**
 * The faults of a run, from its seed alone: every kind asked for once in random order, then every kind again, for as long as the run lasts, each at
 * a random moment of its slot.
 */
export function planFaults(minutes: number, seed: number, among: readonly FaultKind[] = FAULT_KINDS): PlannedFault[] {
  const random = seededRandom(seed);
  const count = faultsIn(minutes);
  const kinds: FaultKind[] = [];
  while (kinds.length < count) kinds.push(...mixed(random, among));
  return kinds.slice(0, count).map((kind, index) => {
    const [least, most] = FAULTS[kind];
    return {
      number: index + 1,
      kind,
      atSeconds: CALM_SECONDS + index * SLOT_SECONDS + whole(random, 0, 3),
      lastsMs: most === 0 ? 0 : whole(random, least * 1_000, most * 1_000),
      jumpMinutes: kind.startsWith('clock_') ? whole(random, ...JUMP_MINUTES) : 0,
    };
  });
}

/** Kinds named in one word, separated by commas; all for none. @throws Error for a word that names none */
export function kindsNamed(words: string): readonly FaultKind[] {
  const named = words.split(',').filter((word) => word !== '');
  const unknown = named.find((word) => !Object.hasOwn(FAULTS, word));
  if (unknown !== undefined) throw new Error(`No fault is called ${unknown}. There are ${FAULT_KINDS.join(', ')}.`);
  return named.length === 0 ? FAULT_KINDS : FAULT_KINDS.filter((kind) => named.includes(kind));
}

/** One line for people. */
export function told({ number, kind, atSeconds, lastsMs, jumpMinutes }: PlannedFault): string {
  const lasts = lastsMs > 0 ? ` for ${(lastsMs / 1_000).toFixed(1)} s` : '';
  const jump = jumpMinutes > 0 ? ` by ${jumpMinutes} min` : '';
  return `${String(number).padStart(3)}  ${String(atSeconds).padStart(4)} s  ${kind}${jump}${lasts}`;
}

function mixed<T>(random: Random, list: readonly T[]): T[] {
  return list
    .map((value) => [random(), value] as const)
    .sort(([a], [b]) => a - b)
    .map(([, value]) => value);
}
