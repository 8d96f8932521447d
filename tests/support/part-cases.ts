import { describe, expect, it } from 'vitest';
import type { ChangedKind } from '@/lib/policy/change';
import { PARAMETERS } from '@/lib/policy/parameters';
import { partFaults } from '@/lib/policy/part-faults';

const against = {
  currency: 'EUR',
  minorDigits: 2,
  rows: PARAMETERS,
  period: { fromOn: '2026-12-01', toOn: '2026-12-31' },
};
type Faulty = readonly [what: string, key: string, value: unknown, place: string, rule: string, told?: string];
/** What of a kind of parameter may stand, and what may not. */
export type PartCase = { readonly good: readonly [key: string, value: unknown]; readonly bad: readonly Faulty[] };

const faultsOf = (kind: ChangedKind, key: string, value: unknown) => partFaults({ kind, key, value }, 'parts', against);

/** Holds each kind to its case, and to what no parameter of any kind may be. */
export function partsAreHeld(cases: Readonly<Record<string, PartCase>>): void {
  describe.each(Object.entries(cases))('a parameter of the kind %s', (name, { good, bad }) => {
    const kind = name as ChangedKind;
    it('may stand where it is in order', () => {
      expect(faultsOf(kind, ...good)).toEqual([]);
    });
    it.each([
      ['nothing at all', null],
      ['an empty value', {}],
      ['a list', []],
      ['words', 'twenty-one'],
      ['a part it does not have', { ...(good[1] as object), surplus: '1' }],
    ])('is refused with %s, at its place', (_what, value) => {
      const faults = faultsOf(kind, good[0], value);
      expect(faults.length).toBeGreaterThan(0);
      for (const { pointer, code } of faults) {
        expect(pointer).toMatch(/^parts(\.|$)/);
        expect(code).toMatch(/^[a-z_]+$/);
      }
    });
    for (const [what, key, value, place, code, told] of bad) {
      it(`is refused with ${what}, by place and rule`, () => {
        const [fault] = faultsOf(kind, key, value);
        expect(fault).toMatchObject({ pointer: place === '' ? 'parts' : `parts.${place}`, code });
        if (told !== undefined) expect(fault?.value).toBe(told);
      });
    }
  });
}
