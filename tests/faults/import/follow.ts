import { setTimeout as sleep } from 'node:timers/promises';
import { Ledger } from '../shared/ledger';
import type { ThrowAway } from '../shared/throw-away';
import { COUNT_COLUMNS, COUNT_JOIN, type Counts, Moments } from './conserved';

export type Progress = Counts & {
  readonly receivedAt: Date;
  readonly stagedAt: Date | null;
  readonly finishedAt: Date | null;
  readonly last: number;
  readonly worker: string | null;
};

const POLL_MS = 20;

const PROGRESS = `
  select ${COUNT_COLUMNS}, s.received_at as "receivedAt", s.staged_at as "stagedAt", s.finished_at as "finishedAt",
    s.last_record as last, s.leased_by as worker
  from intake.submissions s ${COUNT_JOIN} where s.id = $1`;

/** Looks at one submission again and again, across any restart of its database. */
export class Follower {
  private readonly ledger: Ledger;
  /** How far it was when it was last seen. */
  latest: Progress | null = null;
  /** Whether every record was somewhere, once, each time it was looked at. */
  readonly moments = new Moments();

  constructor(
    private readonly place: ThrowAway,
    private readonly submissionId: string,
  ) {
    this.ledger = new Ledger(place.dataDir);
  }

  async look(): Promise<Progress | null> {
    const rows = await this.ledger.tryAsk<Progress>(PROGRESS, [this.submissionId]);
    if (rows && !rows[0]) throw new Error(`Submission ${this.submissionId} was taken and is not there.`);
    const progress = rows?.[0];
    if (!progress) return null;
    this.latest = progress;
    this.moments.add(progress);
    return progress;
  }

  /** Until what is wanted is seen. @throws when it takes longer than `mostMs`, which an import that goes on never does */
  async until(isThere: (progress: Progress) => boolean, mostMs: number): Promise<Progress> {
    const deadline = performance.now() + mostMs;
    for (;;) {
      this.place.checkAlive();
      const progress = await this.look();
      if (progress && isThere(progress)) return progress;
      if (performance.now() > deadline) {
        throw new Error(`The import stands still: ${JSON.stringify(this.latest)}`);
      }
      await sleep(POLL_MS);
    }
  }

  close(): Promise<void> {
    return this.ledger.close();
  }
}

export const isOver = ({ status }: Progress): boolean => status === 'finished' || status === 'refused';

/** Waits until nothing waits to be folded into the cubes and the reference values have been learned. */
export async function untilQuiet(place: ThrowAway): Promise<void> {
  const ledger = new Ledger(place.dataDir);
  try {
    for (;;) {
      place.checkAlive();
      const rows = await ledger.tryAsk<{ isQuiet: boolean }>(`
        select not exists (select from statistics.contributions)
          and not exists (select from intake.submissions where status in ('stored', 'staging', 'processing'))
          and exists (select from risk.value_bands) as "isQuiet"`);
      if (rows?.[0]?.isQuiet) return;
      await sleep(250);
    }
  } finally {
    await ledger.close();
  }
}
