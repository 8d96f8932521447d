import { createHmac } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { exchangeKeyOf, keyedHash, maskedIdentifier, normaliseIdentifier, readTyped } from './identifiers';

describe('An identifier is hashed in the one form both sides give it', () => {
  it.each([
    ['phone', '+31 (0)20 123 45 67', '0031201234567'],
    ['email', ' Jan.Jansen@Example.ORG ', 'jan.jansen@example.org'],
    ['tax_number', 'NL 8112.34.567 B01', 'nl811234567b01'],
    ['scheme_number', 'IM-276-000-0093', 'im2760000093'],
    ['name_and_address', 'Jansen, Jan', null],
    ['name_and_address', 'Jan Jansen, Damrak 12 1012LG Amsterdam', 'JANSEN JAN\nAmsterdam 1012LG Damrak 12'],
  ] as const)('%s: %s is %s', (kind, one, other) => {
    expect(normaliseIdentifier(kind, one)).toBe(other === null ? null : normaliseIdentifier(kind, other));
    if (other !== null) expect(normaliseIdentifier(kind, one)).not.toBeNull();
  });

  it('is none where it would meet everybody', () => {
    expect(normaliseIdentifier('phone', '1234')).toBeNull();
    expect(normaliseIdentifier('tax_number', '000000000')).toBeNull();
    expect(normaliseIdentifier('email', 'nobody')).toBeNull();
  });

  it('cannot be laid beside the hash of another exchange, kind or secret', () => {
    const key = exchangeKeyOf('s'.repeat(32), 'one');
    const hash = keyedHash(key, 'phone', '201234567');
    expect(hash).toBe(createHmac('sha256', key).update('phone\n201234567').digest('hex'));
    expect(keyedHash(exchangeKeyOf('s'.repeat(32), 'two'), 'phone', '201234567')).not.toBe(hash);
    expect(keyedHash(exchangeKeyOf('t'.repeat(32), 'one'), 'phone', '201234567')).not.toBe(hash);
    expect(keyedHash(key, 'tax_number', '201234567')).not.toBe(hash);
  });

  it('is kept masked, each once, and what is none is told by its line', () => {
    expect(maskedIdentifier('+31 20 123 45 67')).toBe('••••••67');
    const { found, unread } = readTyped('phone', '+31 20 123 45 67\n\n12\n0201234567');
    expect(found.map(({ given }) => given)).toEqual(['+31 20 123 45 67']);
    expect(unread).toEqual([3]);
  });
});
