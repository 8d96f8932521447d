import { writeFileSync } from 'node:fs';
import { setPriority } from 'node:os';

/**
 * Lowers the share of a busy processor that a process which leads its own session gets, as `nice` counts (0 to 19). Where Linux
 * schedules by session (`autogroup`, the default of most distributions) niceness counts only within one, so that of the session
 * is lowered as well; see sched(7). Where the system does not allow it, or the process has ended, nothing changes.
 */
export function lowerShare(leader: number, niceness: number): void {
  for (const lower of [
    () => setPriority(leader, niceness),
    () => writeFileSync(`/proc/${leader}/autogroup`, String(niceness)),
  ]) {
    try {
      lower();
    } catch {
      // The work goes on at its full share.
    }
  }
}
