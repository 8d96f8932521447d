import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { DATABASE, LOGIN_ROLE, readAccess } from '@/db/engine/cluster';

/** A server that stands still answers no question, and says so to nobody. */
const ANSWER_MS_MAX = 120_000;
const CLOSE_MS_MAX = 5_000;

/** The address of the database of an installation as it is now: a restart may have moved it to another port. */
export async function databaseUrlOf(dataDir: string): Promise<string> {
  const { port, password } = await readAccess(join(dataDir, 'postgres'));
  return `postgres://${LOGIN_ROLE}:${password}@127.0.0.1:${port}/${DATABASE}`;
}

/** Looks into the database of an installation that may be killed at any moment: a lost connection is made anew at the next look. */
export class Ledger {
  /** One for all who ask at once. */
  private client: Promise<pg.Client> | null = null;

  constructor(private readonly dataDir: string) {}

  /** Rows, or null while the database cannot answer. */
  async tryAsk<Row extends pg.QueryResultRow>(statement: string, values: unknown[] = []): Promise<Row[] | null> {
    this.client ??= this.connect();
    const asked = this.client;
    try {
      return (await (await asked).query<Row>(statement, values)).rows;
    } catch (error) {
      // Unless somebody else has met the same, and made it anew.
      if (this.client === asked) await this.close();
      if (error instanceof pg.DatabaseError && !isPassing(error)) throw error;
      return null;
    }
  }

  async close(): Promise<void> {
    const { client: connecting } = this;
    this.client = null;
    const client = await connecting?.catch(() => null);
    // A server that stands still takes no leave either.
    await Promise.race([client?.end().catch(() => undefined), sleep(CLOSE_MS_MAX, undefined, { ref: false })]);
  }

  private async connect(): Promise<pg.Client> {
    const client = new pg.Client({
      connectionString: await databaseUrlOf(this.dataDir),
      connectionTimeoutMillis: 5_000,
      query_timeout: ANSWER_MS_MAX,
    });
    client.on('error', () => undefined);
    await client.connect();
    return client;
  }
}

/** Connection failures, operator intervention and "the system is starting up" pass by themselves. */
const isPassing = (error: pg.DatabaseError) => /^(08|57|53)/.test(error.code ?? '');
