import { closeConnections, setDefaultPurpose } from '../connection';
import { env, setDatabaseUrl } from '../env';
import { acquireEngine } from './engine';

/**
 * Runs a command with a database: DATABASE_URL, or else the embedded one, which is started if it does not run. Afterwards the
 * connections are closed, and the embedded server is stopped if nobody else uses it.
 */
export async function withDatabase<T>(run: (databaseUrl: string) => Promise<T>): Promise<T> {
  setDefaultPurpose('jobs');
  const given = env().databaseUrl;
  const engine = given ? undefined : await acquireEngine(env().dataDir);
  const address = given ?? engine?.url ?? '';
  setDatabaseUrl(address);
  try {
    return await run(address);
  } finally {
    await closeConnections();
    await engine?.release();
  }
}
