import { messageOf } from './log';
import { sqlState } from './sql-state';

/**
 * The same error without what people or partners wrote: a failed query repeats its parameters, and a broken constraint quotes the
 * row, as does what could not be read as JSON. Other errors are given back as they are.
 */
export function withoutValues(error: unknown): unknown {
  if (!(error instanceof Error) || !quotesText(error)) return error;
  const told = new Error(messageOf(error));
  told.name = error.name;
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  told.stack = [`${told.name}: ${told.message}`, ...frames].join('\n');
  return 'digest' in error ? Object.assign(told, { digest: error.digest }) : told;
}

/** What the language could not read it quotes as well. */
const quotesText = (error: Error): boolean => error instanceof SyntaxError || isOfDatabase(error);

function isOfDatabase(error: Error): boolean {
  if (sqlState(error) !== undefined || error.message.startsWith('Failed query:')) return true;
  return error.cause instanceof Error && isOfDatabase(error.cause);
}

/** Makes a console tell database errors without values, whoever prints them: the web server prints what no page caught. */
export function redactConsole(target: Pick<Console, 'error'>): void {
  const print = target.error.bind(target);
  target.error = (...parts: unknown[]) => print(...parts.map(withoutValues));
}
