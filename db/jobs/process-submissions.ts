import { nextOpenSubmission, processSubmission } from '@/db/commands/intake/process-submission';
import { SYSTEM_ACTOR } from '@/lib/identity/actor';

/** Works off what was sent, oldest first, until nothing waits or the process is to stop. */
export async function processSubmissions(signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    const next = await nextOpenSubmission(SYSTEM_ACTOR);
    if (!next) return;
    if ((await processSubmission(SYSTEM_ACTOR, next, signal)) === null) return;
  }
}
