import { describe, expect, it } from 'vitest';
import { aDay, NO_DRAW, newcomer, slotsOf } from '@/tests/support/a-capacity-day';
import { type Occupant, selectDay, type Waiting } from './select-day';
import { NO_LIMIT } from './slots';
import { evenDraw } from './strata';

describe('selection under capacity', () => {
  it('without limits gives every lane its control, as if there were no slots at all', () => {
    const day = aDay(NO_LIMIT, 0.05);
    day.receive([
      newcomer('red'),
      newcomer('yellow', { lane: 'yellow' }),
      newcomer('blue', { lane: 'blue' }),
      newcomer('green', { lane: 'green' }),
      newcomer('gun', { floor: 'red' }),
    ]);
    expect(day.controls()).toEqual({ red: 'physical', yellow: 'documents', blue: null, green: null, gun: 'physical' });
    expect(day.held.get('blue')?.selection).toMatchObject({ outcome: 'none', lane: 'blue', rank: null, places: null });
  });

  it('two places for three: the least worthy has none and is told that it was third of two', () => {
    const day = aDay(slotsOf(0, 0, 2), 0);
    day.receive([newcomer('a', { worth: 0.7 }), newcomer('b', { worth: 0.9 }), newcomer('c', { worth: 0.8 })]);
    expect(day.outcomes()).toEqual({ a: 'no_capacity', b: 'ranked', c: 'ranked' });
    expect(day.held.get('a')?.selection).toMatchObject({ lane: 'blue', control: null, rank: 3, places: 2 });
    expect(day.held.get('b')?.selection).toMatchObject({ lane: 'red', rank: 1, places: 2, inclusionProbability: 1 });
  });

  it('papers that are seen to take no slot of papers where the goods are examined', () => {
    const day = aDay(slotsOf(1, 0, 1), 0);
    day.receive([
      newcomer('pills', { worth: 0.9, floor: 'yellow' }),
      newcomer('vague', { lane: 'yellow', worth: 0.4 }),
    ]);
    expect(day.controls()).toEqual({ pills: 'physical', vague: 'documents' });
  });

  it('what comes later and is worth more takes the slot, unless somebody began with it', () => {
    const standing: Occupant = {
      ...{ id: 'first', worth: 0.6, tieBreak: 1, lane: 'red', outcome: 'ranked', control: 'physical' },
      ...{ isDrawn: false, drawProbability: 0, floor: null, isMovable: true },
    };
    const later = [newcomer('later', { worth: 0.8 })];
    const moved = selectDay(slotsOf(0, 0, 1), 0, NO_DRAW, { occupants: [standing], waiting: [] }, later);
    expect(moved.moves).toMatchObject([
      { id: 'first', from: 'physical', selection: { outcome: 'no_capacity', rank: 2 } },
    ]);
    const begun = selectDay(
      slotsOf(0, 0, 1),
      0,
      NO_DRAW,
      { occupants: [{ ...standing, isMovable: false }], waiting: [] },
      later,
    );
    expect(begun.moves).toEqual([]);
    expect(begun.selections.get('later')).toMatchObject({ outcome: 'no_capacity', rank: 1, places: 1 });
  });

  it('a slot that came free goes to the worthiest of those that came before and wait, not to who comes next', () => {
    const waits = (id: string, worth: number): Waiting => ({
      ...{ id, worth, tieBreak: 1, lane: 'red', isDrawn: false, drawProbability: 0 },
    });
    const pool = { occupants: [], waiting: [waits('fair', 0.7), waits('worthy', 0.8)] };
    const { selections, moves } = selectDay(slotsOf(0, 0, 1), 0, NO_DRAW, pool, [newcomer('next', { worth: 0.75 })]);
    expect(moves).toMatchObject([{ id: 'worthy', from: null, selection: { outcome: 'ranked', control: 'physical' } }]);
    expect(selections.get('next')).toMatchObject({ outcome: 'no_capacity', rank: 2, places: 1 });
  });

  it('goods whose papers a profile sees to fall back on them, and go no further', () => {
    const day = aDay(slotsOf(0, 0, 1), 0);
    day.receive([newcomer('profiled', { worth: 0.5, floor: 'yellow' })]);
    expect(day.outcomes()).toEqual({ profiled: 'ranked' });
    day.receive([newcomer('worthier', { worth: 0.9 })]);
    expect(day.held.get('profiled')?.selection).toMatchObject({
      ...{ outcome: 'mandatory', control: 'documents', lane: 'yellow' },
    });
  });

  it('where nobody has hands to look at goods no draw takes any, and its chance is told as 0', () => {
    const day = aDay(slotsOf(0, 0, 0), 0);
    const drawn = { draw: 0, drawnWith: 0.3 };
    day.receive([newcomer('green', { ...drawn, lane: 'green' }), newcomer('red', drawn)]);
    expect(day.held.get('green')?.selection).toMatchObject({
      ...{ outcome: 'none', control: null, drawProbability: 0.3, inclusionProbability: 0 },
    });
    expect(day.held.get('red')?.selection).toMatchObject({ outcome: 'no_capacity', inclusionProbability: 0 });
  });

  it('goods that nobody has hands to open are scanned, then their papers are checked', () => {
    const day = aDay(slotsOf(1, 1, 1), 0);
    day.receive(['a', 'b', 'c', 'd'].map((id, index) => newcomer(id, { worth: 0.9 - index / 10 })));
    expect(day.controls()).toEqual({ a: 'physical', b: 'nii', c: 'documents', d: null });
    expect(day.held.get('c')?.selection).toMatchObject({ lane: 'yellow', outcome: 'ranked' });
  });

  it('a mandatory control and a profile that selects by itself need no slot', () => {
    const day = aDay(slotsOf(0, 0, 0), 0.05);
    day.receive([newcomer('gun', { floor: 'red' }), newcomer('papers', { lane: 'yellow', floor: 'yellow' })]);
    expect(day.outcomes()).toEqual({ gun: 'mandatory', papers: 'mandatory' });
    expect(day.controls()).toEqual({ gun: 'physical', papers: 'documents' });
  });

  it('an amended consignment keeps its slot and its draw', () => {
    const { selections } = selectDay(slotsOf(0, 0, 0), 0, evenDraw(0.5), { occupants: [], waiting: [] }, [
      newcomer('held', { held: 'physical', worth: 0 }),
      newcomer('spared', { lane: 'green', draw: 0.3, drawnWith: 0.2 }),
    ]);
    expect(selections.get('held')).toMatchObject({ outcome: 'ranked', control: 'physical' });
    expect(selections.get('spared')).toMatchObject({ outcome: 'none', drawProbability: 0.2 });
  });

  it('keeps slots for the draw that worth may not use: 1 of 20 at 5 %', () => {
    const day = aDay(slotsOf(0, 0, 20), 0.05);
    day.receive(Array.from({ length: 30 }, (_, index) => newcomer(`c${index}`, { tieBreak: index })));
    expect(Object.values(day.outcomes()).filter((outcome) => outcome === 'ranked')).toHaveLength(19);
    expect(day.held.get('c19')?.selection).toMatchObject({ outcome: 'no_capacity', rank: 20, places: 19 });
  });

  it('where no slot is left for a draw its chance is told as 0', () => {
    const day = aDay(slotsOf(0, 0, 1), 0, evenDraw(0.5));
    day.receive([newcomer('gun', { floor: 'red' }), newcomer('drawn', { lane: 'green', draw: 0.1 })]);
    expect(day.held.get('drawn')?.selection).toMatchObject({ outcome: 'none', inclusionProbability: 0 });
  });
});
