import { describe, expect, it } from 'vitest';
import { currentPlace, findHref, isCurrent } from './shell-types';

describe('the place marked as current', () => {
  it('is the page itself or the one it stands under', () => {
    expect(isCurrent('/clearance', '/clearance')).toBe(true);
    expect(isCurrent('/clearance?tab=mine', '/clearance/abc')).toBe(true);
  });
  it('is not a page whose name merely begins alike, and the start page only for itself', () => {
    expect(isCurrent('/clear', '/clearance')).toBe(false);
    expect(isCurrent('/', '/clearance')).toBe(false);
  });
  it('is one of two where one stands under the other: the nearer', () => {
    const places = ['/risk', '/risk/model'].map((href) => ({ href, labelKey: 'risk', icon: 'risk' }) as const);
    expect(currentPlace(places, '/risk/model')?.href).toBe('/risk/model');
    expect(currentPlace(places, '/risk')?.href).toBe('/risk');
    expect(currentPlace(places, '/audit')).toBeNull();
  });
});

describe('looking a reference up', () => {
  it("goes to the role's own list of consignments, the reference kept whole", () => {
    const place = { href: '/tracking', labelKey: 'tracking', icon: 'consignments' } as const;
    expect(findHref([place], 'A/1 & B')).toBe('/tracking?find=A%2F1%20%26%20B');
  });
  it('is not offered to a role without such a list', () => {
    expect(findHref([{ href: '/audit', labelKey: 'audit', icon: 'audit' }], 'A')).toBeNull();
  });
});
