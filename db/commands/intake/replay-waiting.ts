import 'server-only';
import type { z } from 'zod';
import { now } from '@/db/clock';
import { waitingSubmissions } from '@/db/queries/intake/waiting-submissions';
import type { Actor } from '@/lib/identity/actor';
import { authorise } from '@/lib/identity/permissions';
import { REPLAY_WAITING_INPUT } from '@/lib/intake/mend-inputs';
import { RefusedError } from '@/lib/kernel/errors';
import { replayQuarantine } from './replay-quarantine';

/** Submissions of one press, and portions sent again: more waits for the next press. */
const SUBMISSIONS_MAX = 200;
const PORTIONS_MAX = 20;

export type ReplayedWaiting = {
  readonly replayed: number;
  /** Looked at and left where they are. */
  readonly left: number;
  /** Submissions whose records somebody else was sending again at that moment. */
  readonly busy: number;
  /** Whether more waits than one press looks at, and behind which submission the next goes on. */
  readonly isMore: boolean;
  readonly goOnAfter: string | null;
};

/**
 * Sends again what waits in the list of refused records and would pass now, whatever submissions it came in: after a list was
 * corrected. Each submission is one transaction with its audit row; the workers take what was sent from there.
 */
export async function replayWaiting(
  actor: Actor,
  input: z.input<typeof REPLAY_WAITING_INPUT>,
  at = now(),
): Promise<ReplayedWaiting> {
  authorise(actor, 'intake.mend');
  const { rule, after = null } = REPLAY_WAITING_INPUT.parse(input);
  const found = await waitingSubmissions(actor, { rule: rule ?? null, after, limit: SUBMISSIONS_MAX + 1 });
  const sum = { replayed: 0, left: 0, busy: 0 };
  let portions = 0;
  let last = after;
  for (const submissionId of found.slice(0, SUBMISSIONS_MAX)) {
    let from: number | null = 0;
    while (from !== null) {
      if (portions >= PORTIONS_MAX) return { ...sum, isMore: true, goOnAfter: last };
      const done = await replayOne(actor, { submissionId, rule }, from, at);
      if (done === null) sum.busy += 1;
      if (done?.submissionId) portions += 1;
      sum.replayed += done?.replayed ?? 0;
      sum.left += done?.stillRefused ?? 0;
      from = done?.goOnAfter ?? null;
    }
    last = submissionId;
  }
  const isMore = found.length > SUBMISSIONS_MAX;
  return { ...sum, isMore, goOnAfter: isMore ? last : null };
}

/** One portion of a submission; null where somebody else was first, who sends them. */
async function replayOne(
  actor: Actor,
  input: { submissionId: string; rule?: string | undefined },
  after: number,
  at: Date,
) {
  try {
    return await replayQuarantine(actor, input, after, at);
  } catch (error) {
    if (error instanceof RefusedError && error.reasons.some(({ code }) => code === 'quarantine.settled')) return null;
    throw error;
  }
}
