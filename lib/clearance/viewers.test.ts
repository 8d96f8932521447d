import { describe, expect, it } from 'vitest';
import { initialsOf, viewersByConsignment } from './viewers';

describe('Initials', () => {
  it.each([
    ['A. Kaya', 'AK'],
    ['Maria del Mar Ruiz', 'MR'],
    ['Øyvind', 'Ø'],
    ['  jan  van der Berg ', 'JB'],
    ['李 小龍', '李小'],
    ['(temp) Q', 'TQ'],
    ['–', ''],
  ])('of %s are %s', (name, initials) => {
    expect(initialsOf(name)).toBe(initials);
  });
});

describe('Who looks at a consignment', () => {
  it('is each person once, whatever number of pages, and never the reader', () => {
    const look = (consignmentId: string, userId: string, name = userId) => ({ consignmentId, userId, name });
    const viewers = [look('b', 'kaya', 'A. Kaya'), look('a', 'moreau'), look('b', 'me'), look('b', 'kaya', 'A. Kaya')];
    expect(viewersByConsignment(viewers, 'me')).toEqual({ a: ['moreau'], b: ['A. Kaya'] });
    expect(viewersByConsignment(viewers, 'moreau')).toEqual({ b: ['A. Kaya', 'me'] });
  });
});
