import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { withDirect } from '../direct';
import { fileLimit } from '../disk';
import type { Inject } from './fault';

const LOCK_TRIES = 20;

export const diskFull: Inject = async (site, { lastsMs }) => {
  site.disk.fill();
  await site.lasts(lastsMs).finally(() => site.disk.free());
  return site.disk.told;
};

/** The write-ahead log alone has no room: the server stops. */
export const walFull: Inject = async (site, { lastsMs }) => {
  const limit = fileLimit(site.databaseDir);
  limit.fill();
  await site.lasts(lastsMs).finally(() => limit.free());
  return 'nothing could be written past the first page of any file';
};

/** Every connection the server allows is taken by others, and the application's own are ended. */
export const slotsTaken: Inject = async (site, { lastsMs }) => {
  const taken: pg.Client[] = [];
  const until = performance.now() + lastsMs;
  try {
    while (performance.now() < until && !site.signal.aborted) {
      const client = new pg.Client({ connectionString: site.databaseUrl, connectionTimeoutMillis: 2_000 });
      client.on('error', () => undefined);
      try {
        await client.connect();
        taken.push(client);
      } catch {
        // Full: what the application has or gets back meanwhile is ended, and taken the next moment.
        await taken[0]?.query(
          `select pg_terminate_backend(pid) from pg_stat_activity where application_name like 'luxor-%'`,
        );
        await sleep(20);
      }
    }
    return `${taken.length} connections held by others`;
  } finally {
    await Promise.all(taken.map((client) => client.end().catch(() => undefined)));
  }
};

/** Every connection of the web server's pool waits for a lock that somebody else holds. */
export const poolExhausted: Inject = async (site, { lastsMs }) =>
  withDirect(site, async (client) => {
    for (let tries = 1; ; tries += 1) {
      try {
        await client.query('begin');
        await client.query(`set local lock_timeout = '500ms'`);
        await client.query('lock table clearance.clearances, identity.sessions in access exclusive mode');
        break;
      } catch (error) {
        await client.query('rollback');
        if (tries === LOCK_TRIES) throw error;
      }
    }
    await site.lasts(lastsMs);
    const { rows } = await client.query<{ n: number }>(
      `select count(*)::int as n from pg_stat_activity where application_name like 'luxor-%' and wait_event_type = 'Lock'`,
    );
    await client.query('rollback');
    return `${rows[0]?.n ?? 0} connections of the application waited for one lock at its end`;
  });
