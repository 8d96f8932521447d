import { describe, expect, it } from 'vitest';
import { hashPassword, isOutdated, PASSWORD_PARAMETERS, UNKNOWN_ACCOUNT_HASH, verifyPassword } from './password';

const salt = Buffer.alloc(16, 7);
const quick = { cost: 14, blockSize: 8, parallelism: 1 };

describe('a password', () => {
  it('is accepted when it is right and refused when it is not', async () => {
    const stored = await hashPassword('correct horse battery', salt, quick);
    expect(await verifyPassword('correct horse battery', stored)).toBe(true);
    expect(await verifyPassword('correct horse batterx', stored)).toBe(false);
    expect(await verifyPassword('', stored)).toBe(false);
  });

  it('is stored with the parameters and the salt it was hashed with, never as text', async () => {
    const stored = await hashPassword('correct horse battery', salt, quick);
    expect(stored).toMatch(/^scrypt\$16384\$8\$1\$[\w-]+\$[\w-]{43}$/);
    expect(stored).not.toContain('correct');
  });

  it('typed with a composed or a decomposed letter is the same password', async () => {
    const stored = await hashPassword('cafe\u0301 au lait', salt, quick);
    expect(await verifyPassword('caf\u00e9 au lait', stored)).toBe(true);
  });

  it('hashed with other parameters is hashed anew at the next sign-in', async () => {
    expect(isOutdated(await hashPassword('correct horse battery', salt, quick))).toBe(true);
    expect(isOutdated(await hashPassword('correct horse battery', salt))).toBe(false);
  });

  it('is never accepted for an unknown account or a damaged hash, whatever is typed', async () => {
    expect(await verifyPassword('anything', UNKNOWN_ACCOUNT_HASH)).toBe(false);
    expect(await verifyPassword('anything', 'scrypt$1$1$1$a$b')).toBe(false);
    expect(await verifyPassword('anything', '')).toBe(false);
  });

  it('of an unknown account costs the same work as one of today', () => {
    expect(isOutdated(UNKNOWN_ACCOUNT_HASH, PASSWORD_PARAMETERS)).toBe(false);
  });

  it('of excessive length is refused without hashing it', async () => {
    const stored = await hashPassword('x'.repeat(300), salt, quick);
    expect(await verifyPassword('x'.repeat(300), stored)).toBe(false);
  });
});
