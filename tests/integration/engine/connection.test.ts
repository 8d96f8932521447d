import { sql } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { db, type Tx } from '@/db/connection';
import { inTransaction } from '@/db/transaction';
import { useDatabase } from '../../support/database';

useDatabase();

it.each(['web', 'jobs'] as const)(
  'notices within half a minute that the other side of a %s connection is gone',
  async (purpose) => {
    const { rows } = await db(purpose).execute<{ name: string; setting: string }>(sql`
    select name, setting from pg_settings where name like 'tcp_%' order by name`);
    const settings = Object.fromEntries(rows.map(({ name, setting }) => [name, Number(setting)]));
    const { tcp_keepalives_idle: idle, tcp_keepalives_interval: interval, tcp_keepalives_count: count } = settings;
    expect((idle ?? 0) + (interval ?? 0) * (count ?? 0)).toBe(25);
    expect(settings.tcp_user_timeout).toBe(25_000);
  },
);

it('is not lent again where the process that serves it has failed, and is where only what was asked has', async () => {
  const failing = (code: string) =>
    inTransaction(async (tx) => {
      pids.push(await pidOf(tx));
      await tx.execute(sql.raw(`do $$ begin raise exception 'failed' using errcode = '${code}'; end $$`));
    });
  const pids: number[] = [];
  await expect(failing('23505')).rejects.toThrow();
  await expect(failing('53200')).rejects.toThrow();
  await expect(failing('XX000')).rejects.toThrow();
  pids.push(await inTransaction(pidOf));
  expect(pids[1]).toBe(pids[0]);
  expect(new Set(pids).size).toBe(3);
});

async function pidOf(tx: Tx): Promise<number> {
  const { rows } = await tx.execute<{ pid: number }>(sql`select pg_backend_pid() as pid`);
  return rows[0]?.pid ?? 0;
}
