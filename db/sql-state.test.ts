import { describe, expect, it } from 'vitest';
import { isAway, sqlState } from './sql-state';

const withCode = (code: string, message = 'failed') => Object.assign(new Error(message), { code });
const wrapped = (cause: Error) => new Error('Failed query: select 1', { cause });

describe('An error of the database', () => {
  it('tells its SQLSTATE, wrapped or not', () => {
    expect(sqlState(withCode('23505'))).toBe('23505');
    expect(sqlState(wrapped(withCode('23505')))).toBe('23505');
    expect(sqlState(withCode('ECONNREFUSED'))).toBeUndefined();
  });

  it.each(['08006', '57P01', '57P03', '53300', 'ECONNREFUSED', 'ECONNRESET'])(
    '%s: it cannot be reached now',
    (code) => {
      expect(isAway(withCode(code))).toBe(true);
      expect(isAway(wrapped(withCode(code)))).toBe(true);
    },
  );

  it('without a code is known by the words of the driver', () => {
    expect(isAway(new Error('Connection terminated unexpectedly'))).toBe(true);
    expect(isAway(new Error('timeout exceeded when trying to connect'))).toBe(true);
  });

  it.each(['23505', '40001', '57014', '42P01'])('%s: it answered, and trying again is no cure', (code) => {
    expect(isAway(withCode(code, 'Connection terminated'))).toBe(false);
  });

  it('is no error of something else', () => {
    expect(isAway(withCode('ENOENT', 'no such file'))).toBe(false);
    expect(isAway('ECONNREFUSED')).toBe(false);
  });
});
