import { randomUUID } from 'node:crypto';
import { sql } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { db, withClient } from '@/db/connection';
import { loginAttempts } from '@/db/schema';
import { clientOf, inTransaction } from '@/db/transaction';
import { useDatabase } from '../../support/database';

useDatabase();

describe('inTransaction', () => {
  it('keeps nothing when it throws, and lets the error through unchanged', async () => {
    const failure = new Error('refused');
    await expect(
      inTransaction(async (tx) => {
        await tx
          .insert(loginAttempts)
          .values({ id: randomUUID(), accountKey: 'a', addressKey: 'b', attemptedAt: new Date() });
        throw failure;
      }),
    ).rejects.toBe(failure);
    expect(await db().$count(loginAttempts)).toBe(0);
  });

  it('lends the connection of the same transaction', async () => {
    await inTransaction(
      async (tx) => {
        const { rows } = await tx.execute<{ id: string }>(sql`select pg_current_xact_id()::text as id`);
        const plain = await clientOf(tx).query<{ id: string; sync: string }>(
          `select pg_current_xact_id()::text as id, current_setting('synchronous_commit') as sync`,
        );
        expect(plain.rows[0]).toEqual({ id: rows[0]?.id, sync: 'off' });
      },
      { synchronousCommit: false },
    );
    const { rows } = await db().execute(sql`show role`);
    expect(rows).toEqual([{ role: 'luxor_app' }]);
  });
});

describe('a lost connection', () => {
  it('does not end the process, and the next query gets a new one', async () => {
    const killed = withClient(async (client) => {
      await client.query('select pg_terminate_backend(pg_backend_pid())');
    });
    await expect(killed).rejects.toThrow();
    const { rows } = await db().execute(sql`select 1 as one`);
    expect(rows).toEqual([{ one: 1 }]);
  });
});
