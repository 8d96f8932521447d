import { sqlState } from './sql-state';

/**
 * The names of all that a line may tell: references, counts and codes, never what a sender wrote or personal data. What is not named here
 * is not written, whoever hands it over: add a name only for what cannot hold a person.
 */
export const LOG_FIELDS = [
  ...[
    'applied',
    'attempt',
    'backTestId',
    'channel',
    'code',
    'consignmentId',
    'consignments',
    'controlOn',
    'day',
    'days',
  ],
  ...['differences', 'disagreeingCubes', 'dropped', 'entry', 'exchangeId', 'expected', 'failures', 'folder'],
  ...['found', 'isSlow', 'job', 'kind', 'mails', 'message', 'month', 'name', 'number', 'officeId', 'port'],
  ...['profile', 'purpose', 'releases', 'results', 'route', 'seal', 'signal', 'simulationId', 'submissionId'],
  ...['tables', 'version'],
] as const;
export type LogField = (typeof LOG_FIELDS)[number];
export type LogFields = Readonly<Partial<Record<LogField, string | number | boolean | undefined>>>;

/** A line is read by people and by machines that cut: what is longer says no more. */
const CHARS_MAX = 500;
const NAMED = new Set<string>(LOG_FIELDS);

/** One JSON line to the error stream, of named fields alone; how many others were handed over is told, not what they held. */
export function logLine(level: 'info' | 'warn' | 'error', event: string, fields: LogFields = {}): void {
  const given = Object.entries(fields);
  const named = given.filter(([name]) => NAMED.has(name));
  const told = named.map(([name, value]) => [name, typeof value === 'string' ? value.slice(0, CHARS_MAX) : value]);
  const left = given.length - named.length;
  const at = new Date().toISOString();
  const line = JSON.stringify({ at, level, event, ...Object.fromEntries(told), ...(left > 0 ? { left } : {}) });
  process.stderr.write(`${line}\n`);
}

/** Errors of these classes quote the value they complain of: data exceptions and broken constraints. */
const QUOTES_VALUES = /^2[23]/;

/** Drizzle's own error repeats the query with its parameters; its cause says what was wrong. */
const isQueryEcho = (error: Error): boolean => error.message.startsWith('Failed query:') && error.cause !== undefined;

function describe(error: unknown): string | undefined {
  if (!(error instanceof Error)) return String(error);
  if (isQueryEcho(error)) return undefined;
  // Of the language itself: they quote the text that could not be read.
  if (error instanceof SyntaxError) return error.name;
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
