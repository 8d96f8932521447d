import 'server-only';
import { setTimeout as sleep } from 'node:timers/promises';
import { eq } from 'drizzle-orm';
import { db } from '@/db/connection';
import { logLine, messageOf } from '@/db/log';
import { submissions } from '@/db/schema';
import type { Actor } from '@/lib/identity/actor';
import { authorise } from '@/lib/identity/permissions';
import { processSubmission } from './process-submission';

/** How long a sender waits for its finished result before it is told to ask again. */
const PATIENCE_MS = 10_000;
const LOOK_EVERY_MS = 50;

/**
 * Takes a small submission to its end while the sender waits. The background worker may have been quicker to lease it: then
 * this waits for the worker, so that the answer does not depend on who came first. Returns when it ended, when it failed for no
 * fault of its records and rests, or when patience did.
 */
export async function settleSubmission(actor: Actor, submissionId: string): Promise<void> {
  authorise(actor, 'intake.process');
  try {
    if ((await processSubmission(actor, submissionId)) !== null) return;
  } catch (error) {
    // A fault of ours is none of the call: the bytes are safe, the pause stands beside them, and a worker tries again.
    logLine('error', 'intake.failed', { submissionId, message: messageOf(error) });
    return;
  }
  const until = performance.now() + PATIENCE_MS;
  while (performance.now() < until) {
    const [row] = await db()
      .select({ status: submissions.status })
      .from(submissions)
      .where(eq(submissions.id, submissionId));
    if (!row || row.status === 'finished' || row.status === 'refused') return;
    await sleep(LOOK_EVERY_MS);
  }
}
