import { describe, expect, it } from 'vitest';
import { keysAhead, type LinkKeys, linkCursorText, parseLinkCursor } from './links';

const keys = (changes: Partial<LinkKeys> = {}): LinkKeys => ({
  recipient: 'r0',
  address: 'a0',
  phone: 'p0',
  sender: 's0',
  scheme: 'IM1',
  ...changes,
});

describe('where a second step leads', () => {
  const linked = [
    { consignmentId: 'x', keys: keys({ recipient: 'r1', phone: null }) },
    { consignmentId: 'y', keys: keys({ recipient: 'r2', sender: 's1' }) },
    { consignmentId: 'z', keys: keys({ sender: 's1', scheme: 'IM2' }) },
  ];

  it('is to keys the first consignment does not bear, what most of the linked bear first', () => {
    expect(keysAhead(keys(), linked, 10)).toEqual([
      { kind: 'sender', key: 's1', members: ['y', 'z'] },
      { kind: 'recipient', key: 'r1', members: ['x'] },
      { kind: 'recipient', key: 'r2', members: ['y'] },
    ]);
  });

  it('is never over a scheme number, and no further than asked', () => {
    expect(keysAhead(keys(), linked, 10).some(({ kind }) => kind === 'scheme')).toBe(false);
    expect(keysAhead(keys(), linked, 1)).toHaveLength(1);
  });
});

describe('the end of a page of links', () => {
  it('comes back from its address', () => {
    const cursor = { day: '2026-11-02', consignmentId: '00000000-0000-4000-8000-000000000001' };
    expect(parseLinkCursor(linkCursorText(cursor))).toEqual(cursor);
  });

  it.each([null, undefined, '', '2026-11-02', '2026-13-02.00000000-0000-4000-8000-000000000001', 'x.y', ['a']])(
    'is none: %j',
    (text) => {
      expect(parseLinkCursor(text)).toBeNull();
    },
  );
});
