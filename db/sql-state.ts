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
