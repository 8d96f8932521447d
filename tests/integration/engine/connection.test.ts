import { sql } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { db } from '@/db/connection';
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
