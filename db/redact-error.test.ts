import { inspect } from 'node:util';
import { DrizzleQueryError } from 'drizzle-orm/errors';
import { describe, expect, it } from 'vitest';
import { redactConsole, withoutValues } from './redact-error';

const broken = Object.assign(new Error('duplicate key value violates unique constraint "users_email_key"'), {
  code: '23505',
  detail: 'Key (lower(email))=(ada@privata.example) already exists.',
  constraint: 'users_email_key',
});
const failed = new DrizzleQueryError('insert into users values ($1)', ['ada@privata.example'], broken);

describe('An error of the database', () => {
  it('is printed without the parameters of the query and the values of the row, wherever it is wrapped', () => {
    for (const error of [failed, broken, new Error('the page failed', { cause: failed })]) {
      const printed = inspect(withoutValues(error), { depth: 10, showHidden: true });
      expect(printed).not.toContain('privata');
      expect(printed).toContain('23505');
      expect(printed).toContain('redact-error.test');
    }
  });

  it('keeps the reference under which a person was told of it', () => {
    expect(withoutValues(Object.assign(failed, { digest: '4711' }))).toMatchObject({ digest: '4711' });
  });

  it('is hidden from a console, and other errors are not', () => {
    const printed: unknown[][] = [];
    const target = { error: (...parts: unknown[]) => void printed.push(parts) };
    redactConsole(target);
    const other = new TypeError('x is not a function');
    target.error('⨯', failed, other);
    expect(inspect(printed, { depth: 10 })).not.toContain('privata');
    expect(printed[0]?.[2]).toBe(other);
  });
});
