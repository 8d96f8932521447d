import { describe, expect, it } from 'vitest';
import { isSameOrigin } from './same-origin';

const ours = { origin: 'http://localhost:3000', secFetchSite: 'same-origin', host: 'localhost:3000', publicUrl: null };

describe('a change is accepted from our own pages only', () => {
  it('accepts a form of our own page', () => {
    expect(isSameOrigin(ours)).toBe(true);
    expect(isSameOrigin({ ...ours, secFetchSite: null })).toBe(true);
    expect(isSameOrigin({ ...ours, origin: null })).toBe(true);
  });
  it('accepts the public address behind a proxy that sends another host', () => {
    const facts = { ...ours, origin: 'https://customs.example', host: '10.0.0.3:3000' };
    expect(isSameOrigin({ ...facts, publicUrl: 'https://customs.example' })).toBe(true);
    expect(isSameOrigin(facts)).toBe(false);
  });
  it.each([
    [{ ...ours, origin: null, secFetchSite: null }],
    [{ ...ours, origin: 'null', secFetchSite: null }],
    [{ ...ours, origin: 'https://evil.example' }],
    [{ ...ours, origin: 'http://localhost:3001' }],
    [{ ...ours, secFetchSite: 'same-site' }],
    [{ ...ours, secFetchSite: 'cross-site' }],
    [{ ...ours, secFetchSite: 'none' }],
    [{ ...ours, origin: 'garbage' }],
    [{ ...ours, host: null }],
  ])('refuses %o', (facts) => {
    expect(isSameOrigin(facts)).toBe(false);
  });
});
