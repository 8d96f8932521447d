import 'server-only';
import { eq, lt, sql } from 'drizzle-orm';
import { now } from '@/db/clock';
import { insertSet } from '@/db/insert-set';
import { jobRuns, workers } from '@/db/schema';
import { inTransaction } from '@/db/transaction';
import type { Actor } from '@/lib/identity/actor';
import { authorise } from '@/lib/identity/permissions';
import type { JobRun } from '@/lib/operation/heartbeat';

/** Workers that ended without a word are forgotten after a day. */
const FORGOTTEN_MS = 24 * 3_600_000;

export type Beat = {
  readonly process: string;
  readonly startedAt: Date;
  /** Runs that began or ended since the last beat. */
  readonly runs: readonly JobRun[];
};

/** Writes down that a worker is there, and what its jobs did since it last said so; no audit row, nothing is decided by it. */
export async function keepBeat(actor: Actor, { process, startedAt, runs }: Beat, at = now()): Promise<void> {
  authorise(actor, 'operation.beat');
  await inTransaction(async (tx) => {
    await tx
      .insert(workers)
      .values({ process, startedAt, beatAt: at })
      .onConflictDoUpdate({ target: workers.process, set: { beatAt: at } });
    // Of two workers the later run is told.
    await insertSet(
      tx,
      jobRuns,
      runs.map((run) => ({ ...run, process })),
      sql`on conflict (job) do update set process = excluded.process, began_at = excluded.began_at, ended_at = excluded.ended_at,
        well_at = coalesce(excluded.well_at, ${jobRuns}.well_at), failures = excluded.failures
        where ${jobRuns}.began_at <= excluded.began_at`,
    );
    await tx.delete(workers).where(lt(workers.beatAt, new Date(at.getTime() - FORGOTTEN_MS)));
  });
}

/** Takes a worker out that ends as it was asked to. */
export async function endBeat(actor: Actor, process: string): Promise<void> {
  authorise(actor, 'operation.beat');
  await inTransaction((tx) => tx.delete(workers).where(eq(workers.process, process)));
}
