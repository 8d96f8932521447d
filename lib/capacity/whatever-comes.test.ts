import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CONTROL_TYPES, type Lane } from '@/lib/consignment/codes';
import { aDay, newcomer } from '@/tests/support/a-capacity-day';
import type { Newcomer } from './select-day';
import { reserveOf } from './settle';
import { CONTROLS_OF, controlOfDraw, looksAtGoods, type Slots } from './slots';
import { evenDraw } from './strata';
import { byWorth } from './worth';

const LANES: readonly Lane[] = ['green', 'blue', 'yellow', 'red'];
const arrivals = fc
  .array(
    fc.record({
      worth: fc.integer({ min: 0, max: 10 }).map((tenths) => tenths / 10),
      lane: fc.constantFrom(...LANES),
      floor: fc.integer({ min: 0, max: 9 }).map((digit) => (digit === 0 ? 'red' : digit === 1 ? 'yellow' : null)),
      draw: fc.double({ min: 0, max: 0.999, noNaN: true }),
    }),
    { maxLength: 60 },
  )
  .map((rows) =>
    rows.map(({ floor, lane, ...row }, index) =>
      newcomer(`c${index}`, {
        ...{ ...row, floor, tieBreak: (index * 7919) % 101 },
        // What a profile sees to is in its lane at least.
        lane: floor === 'yellow' && lane !== 'red' ? 'yellow' : lane,
      }),
    ),
  );
type Step =
  | { readonly kind: 'come' | 'amend' | 'go' | 'begin'; readonly at: number }
  | { readonly kind: 'slots'; readonly slots: Slots };
const count = fc.option(fc.integer({ min: 0, max: 12 }), { nil: null });
const someSlots: fc.Arbitrary<Slots> = fc.record({ documents: count, nii: count, physical: count });
const steps: fc.Arbitrary<readonly Step[]> = fc.array(
  fc.oneof(
    { weight: 6, arbitrary: fc.record({ kind: fc.constant('come' as const), at: fc.nat(59) }) },
    {
      weight: 2,
      arbitrary: fc.record({
        kind: fc.constantFrom('amend' as const, 'go' as const, 'begin' as const),
        at: fc.nat(59),
      }),
    },
    { weight: 1, arbitrary: fc.record({ kind: fc.constant('slots' as const), slots: someSlots }) },
  ),
  { maxLength: 80 },
);
const share = fc.constantFrom(0, 0.05, 0.2, 0.5);
const inBatches = (all: readonly Newcomer[], size: number) =>
  Array.from({ length: Math.ceil(all.length / size) }, (_, at) => all.slice(at * size, (at + 1) * size));

describe('whatever comes', () => {
  it('never gives more controls than there are slots, mandatory ones aside', () => {
    fc.assert(
      fc.property(arrivals, someSlots, share, fc.integer({ min: 1, max: 20 }), (all, slots, part, size) => {
        const day = aDay(slots, part, evenDraw(0.3));
        for (const batch of inBatches(all, size)) day.receive(batch);
        for (const control of CONTROL_TYPES) {
          const limit = slots[control];
          if (limit === null) continue;
          const of = (outcome: string) =>
            [...day.held.values()].filter(
              ({ selection }) => selection.control === control && selection.outcome === outcome,
            ).length;
          expect(of('random')).toBeLessThanOrEqual(limit);
          expect(of('ranked')).toBeLessThanOrEqual(Math.max(0, limit - of('mandatory') - of('random')));
        }
      }),
    );
  });

  it('draws nobody for the slot that one who was drawn before falls back on', () => {
    const day = aDay({ documents: null, nii: 1, physical: 1 }, 0, evenDraw(0.3));
    const drawn = { draw: 0 };
    day.receive([newcomer('first', { ...drawn, worth: 0, lane: 'red' })]);
    day.receive([newcomer('worthier', { ...drawn, worth: 0.1, lane: 'red' })]);
    day.receive([newcomer('green', { ...drawn, worth: 0, lane: 'green' })]);
    expect(Object.values(day.outcomes()).filter((outcome) => outcome === 'random')).toHaveLength(0);
  });

  it('selects the same, in whatever order and batches it comes', () => {
    fc.assert(
      fc.property(arrivals, someSlots, share, fc.integer({ min: 1, max: 20 }), (all, slots, part, size) => {
        const once = aDay(slots, part);
        once.receive(all);
        const bits = aDay(slots, part);
        for (const batch of inBatches([...all].reverse(), size)) bits.receive(batch);
        const sorted = (day: typeof once) => Object.entries(day.outcomes()).sort();
        expect(sorted(bits)).toEqual(sorted(once));
      }),
    );
  });

  it('with more slots controls at least the same consignments', () => {
    fc.assert(
      fc.property(arrivals, someSlots, share, fc.constantFrom(...CONTROL_TYPES), (all, slots, part, control) => {
        const limit = slots[control];
        if (limit === null) return;
        const controlled = (given: Slots) => {
          const day = aDay(given, part);
          day.receive(all);
          return Object.entries(day.controls()).flatMap(([id, one]) => (one === null ? [] : [id]));
        };
        expect(controlled({ ...slots, [control]: limit + 1 })).toEqual(expect.arrayContaining(controlled(slots)));
      }),
    );
  });
});

/** A day on which consignments come, are withdrawn or sent elsewhere, are begun with, and the slots change. */
function lived(all: readonly Newcomer[], first: Slots, part: number, chance: number, taken: readonly Step[]) {
  const day = aDay(first, part, evenDraw(chance));
  const check = (step: Step) => {
    for (const control of CONTROL_TYPES) {
      const limit = day.slots()[control];
      if (limit === null) continue;
      const here = [...day.held.values()].filter(({ selection }) => selection.control === control);
      const of = (outcome: string) => here.filter(({ selection }) => selection.outcome === outcome);
      // What is mandatory, drawn or begun with before the slots were cut stays; worth is given no slot beyond them.
      const movable = of('ranked').filter(({ newcomer: one }) => !day.isBegun(one.id)).length;
      if (movable > 0)
        expect(here.length, `${control} after ${step.kind}`).toBeLessThanOrEqual(
          Math.max(limit, here.length - movable),
        );
      if (step.kind !== 'slots' && movable > 0) expect(here.length - of('mandatory').length).toBeLessThanOrEqual(limit);
    }
  };
  for (const step of taken) {
    if (step.kind === 'slots') day.setSlots(step.slots);
    else {
      const one = all[step.at];
      if (!one) continue;
      if (step.kind === 'come' && !day.held.has(one.id)) day.receive([one]);
      if (step.kind === 'amend') day.amend(one.id);
      if (step.kind === 'go') day.takeAway(one.id);
      if (step.kind === 'begin') day.begin(one.id);
    }
    check(step);
  }
  return day;
}

describe('whatever happens in a day', () => {
  const chance = fc.constantFrom(0, 0.05, 0.4);
  const life = [arrivals, someSlots, share, chance, steps] as const;

  it('worth is never given a slot that is not there', () => {
    fc.assert(
      fc.property(...life, (...day) => void lived(...day)),
      { numRuns: 300 },
    );
  });

  it('mandatory controls are carried out, and what a profile sees to keeps its papers at least', () => {
    fc.assert(
      fc.property(...life, (...day) => {
        for (const { newcomer: one, selection } of lived(...day).held.values()) {
          if (one.floor === 'red') expect(selection).toMatchObject({ outcome: 'mandatory', control: 'physical' });
          if (one.floor === 'yellow') expect(selection.control).not.toBeNull();
        }
      }),
      { numRuns: 300 },
    );
  });

  it('what is stored holds together: a control or none as the outcome says, and a chance only where a draw could look', () => {
    fc.assert(
      fc.property(...life, (...all) => {
        const day = lived(...all);
        for (const { selection } of day.held.values()) {
          const { outcome, control, isDrawn, drawProbability, inclusionProbability } = selection;
          expect(control === null).toBe(outcome === 'none' || outcome === 'no_capacity');
          if (outcome === 'random') expect(isDrawn).toBe(true);
          if (looksAtGoods(control) && outcome !== 'random') expect(inclusionProbability).toBe(1);
          else expect([0, drawProbability]).toContain(inclusionProbability);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('no slot stays empty while one that waits, or has a lesser control, could have it', () => {
    fc.assert(
      fc.property(...life, (...all) => {
        const day = lived(...all);
        expect(day.wouldMove().filter(({ from }) => from === null)).toEqual([]);
        expect(day.hasRoom()).toBe(false);
        const held = [...day.held.values()];
        const [, , part] = all;
        for (const { newcomer: one, selection } of held.filter(
          ({ selection: { outcome } }) => outcome === 'no_capacity',
        )) {
          for (const control of CONTROLS_OF[one.lane === 'yellow' ? 'yellow' : 'red']) {
            const limit = day.slots()[control];
            const own = held.filter((other) => other.selection.control === control);
            const drawn = own.filter((other) => other.selection.outcome === 'random').length;
            const byDraw = control === controlOfDraw(day.slots());
            const kept = byDraw ? Math.max(0, reserveOf(day.slots(), part) - drawn) : 0;
            expect(own.length + kept).toBeGreaterThanOrEqual(limit ?? Number.POSITIVE_INFINITY);
            if (byDraw && selection.isDrawn) expect(own.length).toBeGreaterThanOrEqual(limit ?? 0);
          }
        }
      }),
      { numRuns: 300 },
    );
  });

  it('nobody holds a slot by worth before somebody worthier who waits', () => {
    fc.assert(
      fc.property(arrivals, someSlots, share, steps, (all, slots, part, taken) => {
        const day = lived(all, slots, part, 0, taken);
        const held = [...day.held.values()];
        const waits = held.filter(({ selection }) => selection.outcome === 'no_capacity');
        for (const { newcomer: waiting } of waits) {
          for (const control of CONTROLS_OF[waiting.lane === 'yellow' ? 'yellow' : 'red']) {
            const below = held.filter(
              ({ newcomer: one, selection }) =>
                selection.outcome === 'ranked' &&
                selection.control === control &&
                !day.isBegun(one.id) &&
                one.floor === null &&
                byWorth(waiting, one) < 0,
            );
            expect(below).toEqual([]);
          }
        }
      }),
      { numRuns: 300 },
    );
  });

  it('among those that can still be moved, the order of arrival decides nothing, whoever went meanwhile', () => {
    fc.assert(
      fc.property(arrivals, someSlots, share, fc.array(fc.nat(59), { maxLength: 8 }), (all, slots, part, gone) => {
        const ids = new Set(gone.map((at) => `c${at}`));
        const stays = all.filter(({ id }) => !ids.has(id));
        const plain = aDay(slots, part);
        plain.receive(stays);
        const eventful = aDay(slots, part);
        for (const batch of inBatches([...all].reverse(), 7)) eventful.receive(batch);
        for (const id of ids) eventful.takeAway(id);
        expect(Object.entries(eventful.controls()).sort()).toEqual(Object.entries(plain.controls()).sort());
      }),
      { numRuns: 300 },
    );
  });
});
