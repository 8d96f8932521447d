import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { slotsOf } from '@/tests/support/a-capacity-day';
import { resettle } from './resettle';
import type { Occupant, Waiting } from './select-day';

const waiting = (id: string, worth: number): Waiting => ({
  ...{ id, worth, tieBreak: 1, lane: 'red' },
  ...{ isDrawn: false, drawProbability: 0.01 },
});
const holding = (id: string, worth: number, isMovable = true): Occupant => ({
  ...{ id, worth, tieBreak: 1, lane: 'red', outcome: 'ranked', control: 'physical' },
  ...{ isDrawn: false, drawProbability: 0.01, floor: null, isMovable },
});
const told = (moves: ReturnType<typeof resettle>) =>
  moves.map(({ id, from, selection }) => [id, from, selection.control]);

describe('when the slots change', () => {
  it('the worthiest of those that wait come in, the least worthy of those that hold a slot go out', () => {
    const held = [holding('a', 0.9), holding('b', 0.7)];
    const wait = [waiting('c', 0.6), waiting('d', 0.5)];
    expect(told(resettle(slotsOf(0, 0, 3), 0, { occupants: held, waiting: wait }))).toEqual([['c', null, 'physical']]);
    expect(told(resettle(slotsOf(0, 0, 1), 0, { occupants: held, waiting: wait }))).toEqual([['b', 'physical', null]]);
    expect(told(resettle(slotsOf(1, 0, 1), 0, { occupants: held, waiting: wait }))).toEqual([
      ['b', 'physical', 'documents'],
    ]);
    expect(resettle(slotsOf(0, 0, 2), 0, { occupants: held, waiting: wait })).toEqual([]);
  });

  it('fewer slots than were drawn for leave some of the drawn out by chance, never more looked at than there are hands', () => {
    const drawn = (id: string, worth: number, tieBreak: number) => ({ ...holding(id, worth), tieBreak, isDrawn: true });
    const held = [drawn('a', 0.9, 3), drawn('b', 0.8, 1), drawn('c', 0.7, 2)];
    const moves = resettle(slotsOf(0, 0, 1), 1, { occupants: held, waiting: [] });
    const kept = held.filter(({ id }) => moves.find((move) => move.id === id)?.selection.outcome === 'random');
    expect(kept.map(({ id }) => id)).toEqual(['b']);
    expect(told(moves).filter(([, , control]) => control === null)).toHaveLength(2);
  });

  it('nobody takes away what an officer has begun with', () => {
    expect(resettle(slotsOf(0, 0, 0), 0, { occupants: [holding('a', 0.9, false)], waiting: [] })).toEqual([]);
  });

  it('a second change back to the same slots moves the same ones back', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 20 }), { maxLength: 20 }),
        fc.nat(10),
        fc.nat(10),
        (worths, few, many) => {
          const all = worths.map((worth, index) => ({ id: `c${index}`, worth: worth / 20 }));
          const at = (count: number, before: ReadonlySet<string>) => {
            const held = all.filter(({ id }) => before.has(id)).map(({ id, worth }) => holding(id, worth));
            const wait = all.filter(({ id }) => !before.has(id)).map(({ id, worth }) => waiting(id, worth));
            const after = new Set(before);
            for (const { id, selection } of resettle(slotsOf(0, 0, count), 0, { occupants: held, waiting: wait })) {
              if (selection.control === null) after.delete(id);
              else after.add(id);
            }
            return after;
          };
          const first = at(few, new Set());
          expect(first.size).toBe(Math.min(few, all.length));
          expect(at(few, at(many, first))).toEqual(first);
        },
      ),
    );
  });
});
