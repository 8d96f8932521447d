import type { ClientBase } from 'pg';

/** When the database said what it takes for now, by the clock of this process that nobody sets. */
type Told = { readonly epochMs: number; readonly atMs: number; readonly roundTripMs: number };

// On globalThis like the connections: a web server has this module in several bundles.
const holder = globalThis as { luxorClock?: Told };

/**
 * Now, as the database has it, and the same in every process: leases, pauses and the order in which things arrived must not depend on whose
 * clock somebody sets. The database says its time to each new connection; between, the time gone by is counted by a clock that goes on
 * evenly. Before the first connection: the clock of this machine.
 */
export function now(): Date {
  const told = holder.luxorClock;
  return told ? new Date(Math.round(told.epochMs + performance.now() - told.atMs)) : new Date();
}

/** Asks a connection for the time of its server. One that does not answer will fail whoever asks it next. */
export async function learnClock(client: Pick<ClientBase, 'query'>): Promise<void> {
  const askedMs = performance.now();
  const { rows } = await client.query<{ epochMs: number }>(
    'select (extract(epoch from statement_timestamp()) * 1000)::float8 as "epochMs"',
  );
  const answeredMs = performance.now();
  const [row] = rows;
  if (!row) return;
  // It looked at its clock between the two; in the middle, as far as anybody can tell.
  const heard: Told = {
    epochMs: row.epochMs,
    atMs: (askedMs + answeredMs) / 2,
    roundTripMs: answeredMs - askedMs,
  };
  const told = holder.luxorClock;
  if (!told || heard.roundTripMs <= told.roundTripMs || disagree(told, heard)) holder.luxorClock = heard;
}

/** Whether two answers are further apart than the time they were on their way explains: one of the clocks was set. */
function disagree(one: Told, other: Told): boolean {
  const apartMs = other.epochMs - one.epochMs - (other.atMs - one.atMs);
  return Math.abs(apartMs) > (one.roundTripMs + other.roundTripMs) / 2;
}
