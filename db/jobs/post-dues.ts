import { postNotedDues } from '@/db/commands/collection/post-dues';
import { releaseCovered } from '@/db/commands/collection/release-covered';
import { SYSTEM_ACTOR } from '@/lib/identity/actor';

/**
 * Posts what was noted, portion by portion, and releases what waited for a payment that came, until nothing is left or the process is to
 * stop.
 */
export async function postDues(signal: AbortSignal, at?: Date): Promise<void> {
  while (!signal.aborted) {
    if ((await postNotedDues(SYSTEM_ACTOR, at)) > 0) continue;
    if ((await releaseCovered(SYSTEM_ACTOR, at)) === 0) return;
  }
}
