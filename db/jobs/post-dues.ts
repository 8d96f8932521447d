import { postNotedDues } from '@/db/commands/collection/post-dues';
import { SYSTEM_ACTOR } from '@/lib/identity/actor';

/** Posts what was noted, portion by portion, until nothing is left or the process is to stop. */
export async function postDues(signal: AbortSignal, at?: Date): Promise<void> {
  while (!signal.aborted) {
    if ((await postNotedDues(SYSTEM_ACTOR, at)) === 0) return;
  }
}
