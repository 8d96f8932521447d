import { setTimeout as sleep } from 'node:timers/promises';
import { Ledger } from '../shared/ledger';
import type { ThrowAway } from '../shared/throw-away';
import { Watch } from '../shared/watch';
import { COUNT_COLUMNS, COUNT_JOIN, type Counts, Moments } from './conserved';

export type Progress = Counts & {
  readonly receivedAt: Date;
  readonly stagedAt: Date | null;
  readonly finishedAt: Date | null;
  readonly last: number;
  readonly worker: string | null;
};

const PROGRESS = `
  select ${COUNT_COLUMNS}, s.received_at as "receivedAt", s.staged_at as "stagedAt", s.finished_at as "finishedAt",
    s.last_record as last, s.leased_by as worker
  from intake.submissions s ${COUNT_JOIN} where s.id = $1`;

/** Watches one submission, and counts each time whether every record was somewhere, once. */
export class Follower extends Watch<Progress> {
  readonly moments: Moments;

  constructor(place: Pick<ThrowAway, 'dataDir' | 'checkAlive'>, submissionId: string) {
    const moments = new Moments();
    super(place, PROGRESS, [submissionId], (progress) => moments.add(progress));
    this.moments = moments;
  }
}

export const isOver = ({ status }: Progress): boolean => status === 'finished' || status === 'refused';

/** Waits until nothing waits to be folded into the cubes and the reference values have been learned. */
export async function untilQuiet(place: Pick<ThrowAway, 'dataDir' | 'checkAlive'>): Promise<void> {
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
