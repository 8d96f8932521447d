import { describe, expect, it } from 'vitest';
import { SECRET_KEYS } from './env';
import { fileKeyOf, readSecretFiles } from './secret-files';

const files: Record<string, string> = { '/run/secret': 'swordfish\n', '/run/empty': ' \n' };
const read = (path: string) => files[path] ?? null;

describe('secrets in files', () => {
  it.each(SECRET_KEYS)('%s is read from the file that is named, without its last line break', (key) => {
    const { source, problems } = readSecretFiles({ [fileKeyOf(key)]: '/run/secret', PORT: '3000' }, read);
    expect(source).toEqual({ [key]: 'swordfish', PORT: '3000' });
    expect(problems).toEqual([]);
  });

  it('must be readable, hold something, and not be given twice; the sentences name the key and nothing of the content', () => {
    const wrong = [
      { NEXTAUTH_SECRET_FILE: '/run/absent' },
      { NEXTAUTH_SECRET_FILE: '/run/empty' },
      { NEXTAUTH_SECRET_FILE: '/run/secret', NEXTAUTH_SECRET: 'swordfish' },
    ];
    for (const source of wrong) {
      const { problems } = readSecretFiles(source, read);
      expect(problems).toHaveLength(1);
      expect(problems[0]).toContain('NEXTAUTH_SECRET');
      expect(problems[0]).not.toContain('swordfish');
    }
  });

  it('are those alone: no other setting names a file', () => {
    expect(readSecretFiles({ PORT_FILE: '/run/secret', DATABASE_URL_FILE: '' }, read)).toEqual({
      source: { PORT_FILE: '/run/secret', DATABASE_URL_FILE: '' },
      problems: [],
    });
  });
});
