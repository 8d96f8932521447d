import { describe, expect, it } from 'vitest';
import { HANDLINGS, isAsStrict, mayPassOn, strictest } from './handling';
import { isInForce, shownState } from './states';

describe('Handling codes', () => {
  it('rank by who may see it, and the strictest of several stands', () => {
    expect(strictest(['green', 'amber_strict', 'amber'])).toBe('amber_strict');
    expect(strictest([])).toBe('clear');
    expect(isAsStrict('red', 'green')).toBe(true);
    expect(isAsStrict('green', 'amber')).toBe(false);
  });

  it('let green and clear go on, where nothing else bars it', () => {
    expect(HANDLINGS.filter((handling) => mayPassOn({ handling, caveats: [] }))).toEqual(['green', 'clear']);
    expect(mayPassOn({ handling: 'clear', caveats: ['no_onward'] })).toBe(false);
  });
});

it('A counterpart may exchange from its first day until its last, once approved; a package acts until its last day', () => {
  const agreed = { state: 'approved', validFrom: '2026-11-01', validTo: '2026-12-01' } as const;
  expect(['2026-10-31', '2026-11-01', '2026-11-30', '2026-12-01'].map((day) => isInForce(agreed, day))).toEqual([
    false,
    true,
    true,
    false,
  ]);
  expect(isInForce({ ...agreed, state: 'proposed' }, '2026-11-02')).toBe(false);
  expect(shownState({ state: 'taken_over', expiresOn: '2026-11-02' }, '2026-11-02')).toBe('taken_over');
  expect(shownState({ state: 'taken_over', expiresOn: '2026-11-02' }, '2026-11-03')).toBe('expired');
  expect(shownState({ state: 'refused', expiresOn: '2026-11-02' }, '2026-11-03')).toBe('refused');
});
