import { setTimeout as sleep } from 'node:timers/promises';
import type { Imported } from './imports';
import type { Shift } from './officers';

const PROBE_MS = 100;
const PROBE_ANSWER_MS_MAX = 3_000;
const RECOVERY_MS_MAX = 180_000;
/** Acts by which work goes on; to take from the queue is not yet to decide. */
const DECISIONS = ['release', 'detain', 'destroy', 'confirm', 'reject'];

/** Seconds from the end of a fault until each was there again; null where it never came. */
export type Recovery = {
  readonly ready: number | null;
  readonly decision: number | null;
  readonly batch: number | null;
  /** The last of them. */
  readonly all: number | null;
};

/** Asks again and again whether the installation is ready, and tells when. */
export class ReadyProbe {
  /** When answers that it was came, by `performance.now()`, with when they were asked for. */
  readonly ready: { readonly startedAt: number; readonly endedAt: number }[] = [];
  asked = 0;
  private readonly work: Promise<void>;

  constructor(
    private readonly baseUrl: string,
    private readonly stop: AbortSignal,
  ) {
    this.work = this.probe();
  }

  done(): Promise<void> {
    return this.work;
  }

  private async probe(): Promise<void> {
    while (!this.stop.aborted) {
      const startedAt = performance.now();
      const signal = AbortSignal.timeout(PROBE_ANSWER_MS_MAX);
      const answer = await fetch(`${this.baseUrl}/api/health/ready`, { signal }).catch(() => null);
      await answer?.body?.cancel().catch(() => undefined);
      this.asked += 1;
      if (answer?.ok) this.ready.push({ startedAt, endedAt: performance.now() });
      await sleep(PROBE_MS);
    }
  }
}

/** Waits until readiness, a decision and a batch of an import, each begun after a fault was over, were seen. */
export async function untilRecovered(
  healedAt: number,
  seen: { readonly probe: ReadyProbe; readonly shift: Shift; readonly imported: Imported },
  checkAlive: () => void,
): Promise<Recovery> {
  const deadline = healedAt + RECOVERY_MS_MAX;
  for (;;) {
    checkAlive();
    const found = recoveryOf(healedAt, {
      ready: seen.probe.ready,
      decisions: seen.shift.answered.filter(({ act }) => DECISIONS.includes(act)),
      batches: seen.imported.progressed,
    });
    if (found.all !== null || performance.now() > deadline) return found;
    await sleep(50);
  }
}

type Span = { readonly startedAt: number; readonly endedAt: number };

/** The first of each that came after a fault was over; instants in milliseconds of one clock, answers in seconds. */
export function recoveryOf(
  healedAt: number,
  seen: { readonly ready: readonly Span[]; readonly decisions: readonly Span[]; readonly batches: readonly number[] },
): Recovery {
  const first = (spans: readonly Span[]) => spans.find(({ startedAt }) => startedAt >= healedAt)?.endedAt;
  const since = (instant: number | undefined) => (instant === undefined ? null : (instant - healedAt) / 1_000);
  const ready = since(first(seen.ready));
  const decision = since(first(seen.decisions));
  const batch = since(seen.batches.find((instant) => instant >= healedAt));
  const all = ready === null || decision === null || batch === null ? null : Math.max(ready, decision, batch);
  return { ready, decision, batch, all };
}
