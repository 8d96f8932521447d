/** The five-character SQLSTATE of a database error, also when drizzle wrapped it (`23505` = unique violation); undefined for other errors. */
export function sqlState(error: unknown): string | undefined {
  for (let at: unknown = error, depth = 0; at instanceof Error && depth < 5; at = at.cause, depth += 1) {
    if ('code' in at && typeof at.code === 'string' && /^[0-9A-Z]{5}$/.test(at.code)) return at.code;
  }
  return undefined;
}

/** Whether somebody else wrote, after the one moment that a transaction reads, what it would write over. */
export const isOvertaken = (error: unknown): boolean => sqlState(error) === '40001';

/** Whether the database stopped a statement because it took longer than it may. */
export const isTimedOut = (error: unknown): boolean => sqlState(error) === '57014';

/** Classes and codes of a server that takes no statement now: connection lost (08), shutting down or starting (57P), no connection left (53300). */
const AWAY = /^(?:08...|57P0[1-3]|53300)$/;
/** What the operating system and the driver say of a server that is not there. */
const AWAY_WORDS =
  /ECONNREFUSED|ECONNRESET|ETIMEDOUT|EPIPE|connection terminated|timeout exceeded when trying to connect/i;

/** Whether the database could not be reached, as after its restart: the same request may succeed in a moment. */
export function isAway(error: unknown): boolean {
  const state = sqlState(error);
  if (state !== undefined) return AWAY.test(state);
  for (let at: unknown = error, depth = 0; at instanceof Error && depth < 5; at = at.cause, depth += 1) {
    const code = 'code' in at && typeof at.code === 'string' ? at.code : '';
    if (AWAY_WORDS.test(code) || AWAY_WORDS.test(at.message)) return true;
  }
  return false;
}
