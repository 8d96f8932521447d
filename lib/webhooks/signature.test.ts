import { describe, expect, it } from 'vitest';
import { bodyOf, contentOfTest } from './body';
import { isSignedBy, secretText, signatureHeader, signatureOf } from './signature';
import { VERIFY_EXAMPLE } from './verify-example';

const AT = new Date('2026-11-02T10:00:00Z');
const secret = secretText(new Uint8Array(32).fill(7));
const former = secretText(new Uint8Array(32).fill(8));
const body = bodyOf('5c0d5a6e-0000-4000-8000-000000000001', 3, contentOfTest(AT));
const later = (seconds: number) => new Date(AT.getTime() + seconds * 1000);

describe('a signature', () => {
  it('is HMAC-SHA-256 over the seconds, a point and the body', () => {
    // The value of: printf '1.{}' | openssl dgst -sha256 -hmac key
    expect(signatureOf('key', 1, '{}')).toBe('1ba6b8171186efc613e8bcc0cbdab2748f24984d7c5a84faa2637afa0e40d224');
  });

  it('holds for its secret, body and time, and for nothing else', () => {
    const header = signatureHeader([secret], AT, body);
    expect(isSignedBy(secret, header, body, later(10))).toBe(true);
    expect(isSignedBy(former, header, body, later(10))).toBe(false);
    expect(isSignedBy(secret, header, `${body} `, later(10))).toBe(false);
    expect(isSignedBy(secret, header, body, later(301))).toBe(false);
    expect(isSignedBy(secret, header, body, later(-301))).toBe(false);
    expect(isSignedBy(secret, header.replace(/t=\d+/, `t=${AT.getTime() / 1000 + 60}`), body, AT)).toBe(false);
    expect(isSignedBy(secret, 'v1=00', body, AT)).toBe(false);
    expect(isSignedBy(secret, '', body, AT)).toBe(false);
  });

  it('is given with both secrets while one is changed', () => {
    const header = signatureHeader([secret, former], AT, body);
    expect([secret, former].map((one) => isSignedBy(one, header, body, AT))).toEqual([true, true]);
  });

  it('is checked by the example of the help page, which knows a copy and an old one', async () => {
    const source = `data:text/javascript;base64,${Buffer.from(VERIFY_EXAMPLE).toString('base64')}`;
    const { accept } = await import(/* @vite-ignore */ source);
    const header = signatureHeader([former, secret], AT, body);
    expect(accept(secret, header, body, AT.getTime())).toBe('new');
    expect(accept(secret, header, body, AT.getTime())).toBe('told before');
    expect(accept(secret, header, body, AT.getTime() + 301_000)).toBe('too old');
    expect(accept(secret, header, body.replace('"sequence":3', '"sequence":4'), AT.getTime())).toBe(
      'not signed by Luxor',
    );
    expect(accept(secret, 'nonsense', body, AT.getTime())).toBe('too old');
  });
});
