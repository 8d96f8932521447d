import 'server-only';
import { noteNarrowQuestion } from '@/db/commands/statistics/note-narrow-question';
import type { Actor } from '@/lib/identity/actor';
import { RefusedError } from '@/lib/kernel/errors';
import type { Resolved, StatisticsFilter } from '@/lib/statistics/filter';

/**
 * Whether a page may answer: false where the reader asked about few consignments too often today. `counted` gives how many are behind the
 * answer out of the answer itself, which is asked once; only who is counted waits for it.
 */
export async function mayAnswer(
  actor: Actor,
  filter: StatisticsFilter,
  resolved: Resolved,
  counted: () => Promise<bigint>,
): Promise<boolean> {
  try {
    await noteNarrowQuestion(actor, filter, resolved, new Date(), counted);
    return true;
  } catch (error) {
    if (error instanceof RefusedError) return false;
    throw error;
  }
}
