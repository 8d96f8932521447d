import { nextOpenSubmission, processSubmission } from '@/db/commands/intake/process-submission';
import { logLine, messageOf } from '@/db/log';
import { SYSTEM_ACTOR } from '@/lib/identity/actor';

/**
 * Works off what was sent, oldest first, until nothing waits or the process is to stop. A submission that fails rests and is tried
 * again later; the others go on meanwhile.
 */
export async function processSubmissions(signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    const next = await nextOpenSubmission(SYSTEM_ACTOR);
    if (!next) return;
    try {
      if ((await processSubmission(SYSTEM_ACTOR, next, signal)) === null) return;
    } catch (error) {
      logLine('error', 'intake.failed', { submissionId: next, message: messageOf(error) });
    }
  }
}
