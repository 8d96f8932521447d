import { describe, expect, it } from 'vitest';
import { isCurrent } from './shell-types';

describe('the place marked as current', () => {
  it('is the page itself or the one it stands under', () => {
    expect(isCurrent('/clearance', '/clearance')).toBe(true);
    expect(isCurrent('/clearance?tab=mine', '/clearance/abc')).toBe(true);
  });
  it('is not a page whose name merely begins alike, and the start page only for itself', () => {
    expect(isCurrent('/clear', '/clearance')).toBe(false);
    expect(isCurrent('/', '/clearance')).toBe(false);
  });
});
