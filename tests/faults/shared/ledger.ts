import { join } from 'node:path';
import pg from 'pg';
import { DATABASE, LOGIN_ROLE, readAccess } from '@/db/engine/cluster';

/** The address of the database of an installation as it is now: a restart may have moved it to another port. */
export async function databaseUrlOf(dataDir: string): Promise<string> {
  const { port, password } = await readAccess(join(dataDir, 'postgres'));
  return `postgres://${LOGIN_ROLE}:${password}@127.0.0.1:${port}/${DATABASE}`;
}

/** Looks into the database of an installation that may be killed at any moment: a lost connection is made anew at the next look. */
export class Ledger {
  private client: pg.Client | null = null;

  constructor(private readonly dataDir: string) {}

  /** Rows, or null while the database cannot answer. */
  async tryAsk<Row extends pg.QueryResultRow>(statement: string, values: unknown[] = []): Promise<Row[] | null> {
    try {
      this.client ??= await this.connect();
      return (await this.client.query<Row>(statement, values)).rows;
    } catch (error) {
      await this.close();
      if (error instanceof pg.DatabaseError && !isPassing(error)) throw error;
      return null;
    }
  }

  async close(): Promise<void> {
    const { client } = this;
    this.client = null;
    await client?.end().catch(() => undefined);
  }

  private async connect(): Promise<pg.Client> {
    const client = new pg.Client({
      connectionString: await databaseUrlOf(this.dataDir),
      connectionTimeoutMillis: 5_000,
    });
    client.on('error', () => undefined);
    await client.connect();
    return client;
  }
}

/** Connection failures, operator intervention and "the system is starting up" pass by themselves. */
const isPassing = (error: pg.DatabaseError) => /^(08|57|53)/.test(error.code ?? '');
