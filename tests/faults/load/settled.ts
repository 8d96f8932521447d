import { setTimeout as sleep } from 'node:timers/promises';
import type { Ledger } from '../shared/ledger';

const SETTLED_MS_MAX = 300_000;

/**
 * Waits until no submission is under way, no contribution waits to be folded into the cubes and no entry of the audit log waits for its seal.
 * @throws Error when work stands still for minutes
 */
export async function untilSettled(ledger: Ledger, checkAlive: () => void): Promise<void> {
  const deadline = performance.now() + SETTLED_MS_MAX;
  for (;;) {
    checkAlive();
    const rows = await ledger.tryAsk<{ submissions: number; contributions: number; entries: number }>(`
      select (select count(*)::int from intake.submissions where status in ('stored', 'staging', 'processing')) as submissions,
        (select count(*)::int from statistics.contributions) as contributions,
        (select count(*)::int from audit.unsealed) as entries`);
    const [left] = rows ?? [];
    if (left && left.submissions + left.contributions + left.entries === 0) return;
    if (performance.now() > deadline) throw new Error(`Work stands still: ${JSON.stringify(left)}`);
    await sleep(500);
  }
}
