import { describe, expect, it } from 'vitest';
import { SHOWN_KINDS } from '@/lib/policy/shown-kinds';
import { BOOK_GROUPS, rowsOfGroup } from './book-groups';

describe('the panels of the policy book', () => {
  it('hold every kind that is shown, each in one of them', () => {
    const rows = SHOWN_KINDS.map((kind) => ({ kind }));
    const told = BOOK_GROUPS.flatMap((group) => rowsOfGroup(group, rows)).map(({ kind }) => kind);
    expect([...told].sort()).toEqual([...SHOWN_KINDS].sort());
  });

  it('tell the terms of trust in one of their own', () => {
    expect(rowsOfGroup('trust', [{ kind: 'trust' }, { kind: 'lane' }])).toEqual([{ kind: 'trust' }]);
  });
});
