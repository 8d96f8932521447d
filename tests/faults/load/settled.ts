import { setTimeout as sleep } from 'node:timers/promises';
import type { Ledger } from '../shared/ledger';

/** Contributions are folded every quarter of a minute, and what failed before rests a while. */
const SETTLED_MS_MAX = 180_000;
type Left = { readonly submissions: number; readonly contributions: number; readonly entries: number };

/**
 * Waits until no submission is under way, no contribution waits to be folded into the cubes and no entry of the audit log waits for its seal.
 * Gives a sentence where work stands still for minutes, null otherwise.
 */
export async function untilSettled(ledger: Ledger, checkAlive: () => void): Promise<string | null> {
  const deadline = performance.now() + SETTLED_MS_MAX;
  for (;;) {
    checkAlive();
    const rows = await ledger.tryAsk<Left>(`
      select (select count(*)::int from intake.submissions where status in ('stored', 'staging', 'processing')) as submissions,
        (select count(*)::int from statistics.contributions) as contributions,
        (select count(*)::int from audit.unsealed) as entries`);
    const [left] = rows ?? [];
    if (left && left.submissions + left.contributions + left.entries === 0) return null;
    if (performance.now() > deadline)
      return left
        ? `work stands still: ${left.submissions} submissions, ${left.contributions} contributions and ${left.entries} entries of the audit log wait`
        : 'work stands still: the database does not answer';
    await sleep(500);
  }
}
