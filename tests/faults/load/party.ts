import { setTimeout as sleep } from 'node:timers/promises';

/** Who works in a run, until it is told to stop, and what it is at. */
export type Party = {
  readonly name: string;
  readonly work: Promise<void>;
  /** What it does now, for who asks why it does not end; null between two things. */
  doing(): string | null;
};

/** Keeps what a party is at, and since when. */
export class Doing {
  private now: { readonly what: string; readonly since: number } | null = null;

  async during<T>(what: string, run: () => Promise<T>): Promise<T> {
    const before = this.now;
    this.now = { what, since: performance.now() };
    try {
      return await run();
    } finally {
      this.now = before;
    }
  }

  told(): string | null {
    return this.now && `${this.now.what}, for ${Math.round((performance.now() - this.now.since) / 1_000)} s`;
  }
}

/** Waits until all have ended, so long at most. Gives a sentence for each that has not. */
export async function untilEnded(parties: readonly Party[], mostMs: number): Promise<string[]> {
  const open = new Set(parties);
  const ended = Promise.all(parties.map((party) => party.work.finally(() => open.delete(party))));
  const late = new AbortController();
  await Promise.race([ended, sleep(mostMs, undefined, { signal: late.signal })]).finally(() => late.abort());
  return [...open].map(
    ({ name, doing }) =>
      `${name} had not ended ${Math.round(mostMs / 1_000)} s after the load: ${doing() ?? 'between two things'}`,
  );
}
