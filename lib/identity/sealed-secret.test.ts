import { describe, expect, it } from 'vitest';
import { isSealed, openSecret, SEAL_NONCE_BYTES, type SealOwner, sealSecret } from './sealed-secret';

const [secret, former, other] = ['a secret in force', 'the secret before', 'a secret of others'];
const nonce = (byte: number) => Buffer.alloc(SEAL_NONCE_BYTES, byte);
const owner = (id: string): SealOwner => ({ purpose: 'second-factor', id });
const content = Buffer.from('12345678901234567890');

describe('a sealed secret', () => {
  it('opens for its owner, by the secret in force or the one before, and says which', () => {
    expect(openSecret(sealSecret(content, owner('kaya'), secret, nonce(1)), owner('kaya'), [secret, former])).toEqual({
      content,
      isCurrent: true,
    });
    expect(openSecret(sealSecret(content, owner('kaya'), former, nonce(1)), owner('kaya'), [secret, former])).toEqual({
      content,
      isCurrent: false,
    });
  });

  it('opens for nobody else, by no other secret, and not when anything of it was changed', () => {
    const sealed = sealSecret(content, owner('kaya'), secret, nonce(1));
    expect(openSecret(sealed, owner('moreau'), [secret])).toBeNull();
    expect(openSecret(sealed, owner('kaya'), [other])).toBeNull();
    expect(openSecret(sealed, { purpose: 'exchange', id: 'kaya' }, [secret])).toBeNull();
    expect(openSecret('', owner('kaya'), [secret])).toBeNull();
    for (let index = 3; index < sealed.length; index += 5) {
      const changed = sealed[index] === 'A' ? 'B' : 'A';
      expect(
        openSecret(sealed.slice(0, index) + changed + sealed.slice(index + 1), owner('kaya'), [secret]),
      ).toBeNull();
    }
  });

  it('does not show what it holds, and differs at each sealing', () => {
    const sealed = sealSecret(content, owner('kaya'), secret, nonce(1));
    expect(sealed).not.toContain(content.toString('base64url'));
    expect(sealSecret(content, owner('kaya'), secret, nonce(2))).not.toBe(sealed);
    expect([isSealed(sealed), isSealed('-----BEGIN PRIVATE KEY-----'), isSealed('')]).toEqual([true, false, false]);
  });
});
