import { setTimeout as sleep } from 'node:timers/promises';
import type { TestDatabase } from './database';

const WAITING = `select count(*)::int as waiting from pg_stat_activity
  where datname = current_database() and wait_event_type = 'Lock'`;

/** Waits until at least so many statements on this database wait for a lock of another. */
export async function untilWaiting(database: Pick<TestDatabase, 'owner'>, count = 1): Promise<void> {
  await database.owner(async (client) => {
    for (;;) {
      const { rows } = await client.query<{ waiting: number }>(WAITING);
      if ((rows[0]?.waiting ?? 0) >= count) return;
      await sleep(10);
    }
  });
}
