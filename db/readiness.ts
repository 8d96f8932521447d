import { sql } from 'drizzle-orm';
import { db } from './connection';
import { EXPECTED_MIGRATIONS } from './expected-version';
import { logLine, messageOf } from './log';

const ANSWER_MS_MAX = 500;

/** Tells a server that it will be stopped soon: it serves on, and says that it is not ready. */
export const DRAIN_SIGNAL = 'SIGUSR2';

// On globalThis: the server's bundles have a copy of this module each.
const holder = globalThis as { luxorDraining?: boolean };

/** Listens for the word that this process will be stopped soon. */
export function listenForDrain(): void {
  process.on(DRAIN_SIGNAL, () => {
    holder.luxorDraining = true;
  });
}

async function countApplied(): Promise<number> {
  const { rows } = await db().execute<{ count: number }>(
    sql`select count(*)::int as count from drizzle.__drizzle_migrations`,
  );
  return rows[0]?.count ?? 0;
}

/** Whether people can be served now: this process stays, the database answers within half a second, at exactly the version of this code. */
export async function isReady(): Promise<boolean> {
  if (holder.luxorDraining) return false;
  let timer: NodeJS.Timeout | undefined;
  const tooLate = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error(`no answer within ${ANSWER_MS_MAX} ms`)), ANSWER_MS_MAX);
  });
  try {
    const applied = await Promise.race([countApplied(), tooLate]);
    if (applied !== EXPECTED_MIGRATIONS) logLine('warn', 'ready.version', { applied, expected: EXPECTED_MIGRATIONS });
    return applied === EXPECTED_MIGRATIONS;
  } catch (error) {
    logLine('warn', 'ready.database', { message: messageOf(error) });
    return false;
  } finally {
    clearTimeout(timer);
  }
}
