import { describe, expect, it, vi } from 'vitest';
import { type LogFields, logLine, messageOf } from './log';
import { sqlState } from './sql-state';

const databaseError = (code: string, message: string, more: object = {}) =>
  Object.assign(new Error(message), { code, ...more });
const failedQuery = (cause: Error) => new Error('Failed query: insert into t values ($1)\nparams: Jane Doe', { cause });

describe('messageOf', () => {
  it('tells the error and its causes, each once', () => {
    const error = new Error('cannot start', {
      cause: new Error('no space left', { cause: new Error('no space left') }),
    });
    expect(messageOf(error)).toBe('cannot start: no space left');
  });

  it('leaves out the parameters of a query', () => {
    expect(messageOf(failedQuery(databaseError('57P03', 'the database system is starting up')))).toBe(
      'the database system is starting up',
    );
  });

  it('leaves out the text that could not be read as JSON', () => {
    const error = (() => {
      try {
        return JSON.parse('Jane Doe') as Error;
      } catch (caught) {
        return caught;
      }
    })();
    expect(messageOf(new Error('the answer was no JSON', { cause: error }))).toBe(
      'the answer was no JSON: SyntaxError',
    );
  });

  it('leaves out values that the database quotes', () => {
    const invalid = databaseError('22P02', 'invalid input syntax for type uuid: "Jane Doe"');
    const doubled = databaseError('23505', 'duplicate key value', { constraint: 'users_email' });
    expect(messageOf(failedQuery(invalid))).toBe('database error 22P02');
    expect(messageOf(failedQuery(doubled))).toBe('database error 23505 (users_email)');
  });
});

describe('logLine', () => {
  const lineOf = (fields: object): Record<string, unknown> => {
    const written: string[] = [];
    const stream = vi.spyOn(process.stderr, 'write').mockImplementation((text) => written.push(String(text)) > 0);
    logLine('error', 'job.failed', fields as LogFields);
    stream.mockRestore();
    expect(written).toHaveLength(1);
    return JSON.parse(written[0] ?? '') as Record<string, unknown>;
  };

  it('writes what is named, and of anything else only that it was left out', () => {
    const line = lineOf({ job: 'intake', failures: 2, recipientName: 'Jane Doe', ...{ email: 'jane@example.org' } });
    expect(line).toMatchObject({ level: 'error', event: 'job.failed', job: 'intake', failures: 2, left: 2 });
    expect(JSON.stringify(line)).not.toMatch(/jane/i);
  });

  it('cuts what is long, and keeps to one line', () => {
    const line = lineOf({ message: `first\nsecond ${'x'.repeat(2_000)}` });
    expect(String(line.message)).toHaveLength(500);
  });
});

describe('sqlState', () => {
  it('is found through the wrapping of drizzle, and is absent from other errors', () => {
    expect(sqlState(failedQuery(databaseError('40P01', 'deadlock detected')))).toBe('40P01');
    expect(sqlState(Object.assign(new Error('x'), { code: 'ECONNREFUSED' }))).toBeUndefined();
    expect(sqlState('text')).toBeUndefined();
  });
});
