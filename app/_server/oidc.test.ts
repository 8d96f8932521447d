import { describe, expect, it } from 'vitest';
import { provenAt } from './oidc';

const NOW = new Date('2026-11-28T12:00:00Z');
const seconds = (at: string) => Date.parse(at) / 1000;
const tokenOf = (claims: object) => `e30.${Buffer.from(JSON.stringify(claims)).toString('base64url')}.x`;

describe('When a person proved to the provider who they are', () => {
  it('is what the id token says', () => {
    const at = '2026-11-28T11:59:30Z';
    expect(provenAt(tokenOf({ auth_time: seconds(at) }), NOW)).toEqual(new Date(at));
  });

  it.each([[{}], [{ auth_time: null }], [{ auth_time: 'now' }], [{ auth_time: seconds('2026-11-28T13:00:00Z') }]])(
    'is not known of %o: step-up asks',
    (claims) => {
      expect(provenAt(tokenOf(claims), NOW)).toBeNull();
    },
  );
});
