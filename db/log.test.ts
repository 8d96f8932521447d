import { describe, expect, it } from 'vitest';
import { messageOf } from './log';
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

  it('leaves out values that the database quotes', () => {
    const invalid = databaseError('22P02', 'invalid input syntax for type uuid: "Jane Doe"');
    const doubled = databaseError('23505', 'duplicate key value', { constraint: 'users_email' });
    expect(messageOf(failedQuery(invalid))).toBe('database error 22P02');
    expect(messageOf(failedQuery(doubled))).toBe('database error 23505 (users_email)');
  });
});

describe('sqlState', () => {
  it('is found through the wrapping of drizzle, and is absent from other errors', () => {
    expect(sqlState(failedQuery(databaseError('40P01', 'deadlock detected')))).toBe('40P01');
    expect(sqlState(Object.assign(new Error('x'), { code: 'ECONNREFUSED' }))).toBeUndefined();
    expect(sqlState('text')).toBeUndefined();
  });
});
