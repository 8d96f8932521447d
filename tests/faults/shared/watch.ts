import { setTimeout as sleep } from 'node:timers/promises';
import type pg from 'pg';
import { Ledger } from './ledger';
import type { ThrowAway } from './throw-away';

const POLL_MS = 20;

/** One row looked at again and again, across any restart of its database. */
export class Watch<Row extends pg.QueryResultRow> {
  private readonly ledger: Ledger;
  /** As it was when it was last seen. */
  latest: Row | null = null;

  constructor(
    private readonly place: Pick<ThrowAway, 'dataDir' | 'checkAlive'>,
    private readonly statement: string,
    private readonly values: unknown[],
    private readonly onSeen: (row: Row) => void = () => undefined,
  ) {
    this.ledger = new Ledger(place.dataDir);
  }

  /** The row, or null while the database cannot answer. @throws Error when the row is not there */
  async look(): Promise<Row | null> {
    const rows = await this.ledger.tryAsk<Row>(this.statement, this.values);
    if (rows && !rows[0])
      throw new Error(`What was taken is not there: ${this.statement} of ${this.values.join(', ')}`);
    const row = rows?.[0];
    if (!row) return null;
    this.latest = row;
    this.onSeen(row);
    return row;
  }

  /** Until what is wanted is seen. @throws when it takes longer than `mostMs`, which work that goes on never does */
  async until(isThere: (row: Row) => boolean, mostMs: number): Promise<Row> {
    const deadline = performance.now() + mostMs;
    for (;;) {
      this.place.checkAlive();
      const row = await this.look();
      if (row && isThere(row)) return row;
      if (performance.now() > deadline) throw new Error(`It stands still: ${JSON.stringify(this.latest)}`);
      await sleep(POLL_MS);
    }
  }

  close(): Promise<void> {
    return this.ledger.close();
  }
}
