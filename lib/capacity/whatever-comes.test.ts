import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CONTROL_TYPES, type Lane } from '@/lib/consignment/codes';
import { seededRandom } from '@/lib/kernel/prng';
import { aDay, newcomer, slotsOf } from '@/tests/support/a-capacity-day';
import type { Newcomer } from './select-day';
import { looksAtGoods, type Slots } from './slots';
import { drawPlanOf, evenDraw } from './strata';

const LANES: readonly Lane[] = ['green', 'blue', 'yellow', 'red'];
const arrivals = fc
  .array(
    fc.record({
      worth: fc.integer({ min: 0, max: 10 }).map((tenths) => tenths / 10),
      lane: fc.constantFrom(...LANES),
      isMandatory: fc.integer({ min: 0, max: 9 }).map((digit) => digit === 0),
      draw: fc.double({ min: 0, max: 0.999, noNaN: true }),
    }),
    { maxLength: 60 },
  )
  .map((rows) =>
    rows.map(({ isMandatory, ...row }, index) =>
      newcomer(`c${index}`, { ...row, tieBreak: (index * 7919) % 101, floor: isMandatory ? 'red' : null }),
    ),
  );
const count = fc.option(fc.integer({ min: 0, max: 12 }), { nil: null });
const someSlots: fc.Arbitrary<Slots> = fc.record({ documents: count, nii: count, physical: count });
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

describe('the stored probabilities', () => {
  const EXPECTED = new Map([
    ['post:low:known', 300],
    ['post:low:new', 60],
    ['express:above:known', 12],
  ]);
  const plan = drawPlanOf(4, EXPECTED);
  const traffic = [...EXPECTED].flatMap(([stratum, size]) =>
    Array.from({ length: size }, (_, at) => ({ stratum, isFinding: at % 6 === 0, worth: (at % 10) / 10 })),
  );
  const RUNS = 600;
  const runs = Array.from({ length: RUNS }, (_, seed) => {
    const random = seededRandom(seed + 1);
    const day = aDay(slotsOf(0, 0, 40), 0.1, plan);
    const batch = traffic.map(({ stratum, worth }, at) =>
      newcomer(`c${at}`, { stratum, worth, tieBreak: at, lane: worth > 0.7 ? 'red' : 'green', draw: random() }),
    );
    for (const part of inBatches(batch, 50)) day.receive(part);
    return traffic.map((one, at) => ({ ...one, selection: day.held.get(`c${at}`)?.selection }));
  });

  it.each([...EXPECTED.keys()])('of %s are what chance comes to over 600 days', (stratum) => {
    const all = runs.flat().filter((one) => one.stratum === stratum);
    const frame = all.filter(({ selection }) => (selection?.inclusionProbability ?? 0) < 1);
    const promised = frame.reduce((sum, { selection }) => sum + (selection?.inclusionProbability ?? 0), 0);
    const drawn = frame.filter(({ selection }) => selection?.outcome === 'random').length;
    expect(promised).toBeGreaterThan(250);
    // Three standard deviations of a count of rare independent draws.
    expect(Math.abs(drawn - promised)).toBeLessThan(3 * Math.sqrt(promised));
  });

  it('weigh what was looked at into the true number of findings', () => {
    const truth = traffic.filter(({ isFinding }) => isFinding).length;
    const estimates = runs.map((run) =>
      run.reduce((sum, { isFinding, selection }) => {
        if (!selection || !looksAtGoods(selection.control) || !isFinding) return sum;
        return sum + 1 / selection.inclusionProbability;
      }, 0),
    );
    const mean = estimates.reduce((sum, one) => sum + one, 0) / RUNS;
    const variance = estimates.reduce((sum, one) => sum + (one - mean) ** 2, 0) / (RUNS - 1);
    expect(Math.abs(mean - truth)).toBeLessThan(3 * Math.sqrt(variance / RUNS));
  });
});
