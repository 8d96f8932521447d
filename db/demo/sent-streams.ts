import { like, max } from 'drizzle-orm';
import { db } from '@/db/connection';
import { submissions } from '@/db/schema';
import type { DemoBatch } from '@/lib/demo/types';

/** Most streams one installation takes: so many have no reference in common. */
export const MOST_STREAMS = 10;

/** The name under which a batch is sent: it tells which stream the batch is of. */
export const demoFileName = (batch: Pick<DemoBatch, 'partner' | 'receivedAt'>, seed: number, format: string) =>
  `${batch.partner}-demo${seed}-${batch.receivedAt.toISOString().slice(0, 16).replace(/\D/g, '')}.${format}`;

/** When the last batch of a seed's stream was received; null when the stream has not begun. */
export async function lastSent(seed: number): Promise<Date | null> {
  const [row] = await db()
    .select({ last: max(submissions.receivedAt) })
    .from(submissions)
    .where(like(submissions.fileName, `%-demo${seed}-%`));
  return row?.last ?? null;
}

/** The lowest seed whose stream has not begun. @throws RangeError when all of them have. */
export async function freeSeed(): Promise<number> {
  for (let seed = 1; seed <= MOST_STREAMS; seed += 1) if (!(await lastSent(seed))) return seed;
  throw new RangeError(`This installation holds ${MOST_STREAMS} demo streams; more would repeat their references.`);
}
