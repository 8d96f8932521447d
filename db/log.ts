import { sqlState } from './sql-state';

/** One JSON line to the error stream. Fields are references and counts, never what a sender wrote or personal data. */
export function logLine(
  level: 'info' | 'warn' | 'error',
  event: string,
  fields: Readonly<Record<string, string | number | boolean | undefined>> = {},
): void {
  const line = JSON.stringify({ at: new Date().toISOString(), level, event, ...fields });
  process.stderr.write(`${line}\n`);
}

/** Errors of these classes quote the value they complain of: data exceptions and broken constraints. */
const QUOTES_VALUES = /^2[23]/;

/** Drizzle's own error repeats the query with its parameters; its cause says what was wrong. */
const isQueryEcho = (error: Error): boolean => error.message.startsWith('Failed query:') && error.cause !== undefined;

function describe(error: unknown): string | undefined {
  if (!(error instanceof Error)) return String(error);
  if (isQueryEcho(error)) return undefined;
  const state = sqlState(error);
  if (state === undefined || !QUOTES_VALUES.test(state)) return error.message || error.name;
  const constraint = 'constraint' in error && typeof error.constraint === 'string' ? ` (${error.constraint})` : '';
  return `database error ${state}${constraint}`;
}

/** What went wrong, in the words of the error and its causes, without values out of records. */
export function messageOf(error: unknown): string {
  const parts: string[] = [];
  for (let at: unknown = error, depth = 0; at !== undefined && at !== null && depth < 5; depth += 1) {
    const part = describe(at);
    if (part !== undefined && !parts.includes(part)) parts.push(part);
    at = at instanceof Error ? at.cause : undefined;
  }
  return parts.join(': ');
}
