import { describe, expect, it } from 'vitest';
import type { ControlType } from '@/lib/consignment/codes';
import { slotsOf } from '@/tests/support/a-capacity-day';
import { type Holding, hasRoom, roomFor } from './room';
import { NO_LIMIT } from './slots';

const holding = (control: ControlType, changes: Partial<Holding> = {}): Holding => ({
  ...{ control, outcome: 'ranked', lane: control === 'documents' ? 'yellow' : 'red', isDrawn: false, isMovable: true },
  ...changes,
});
const times = (count: number, one: Holding) => Array.from({ length: count }, () => one);
const drawn = { lane: 'yellow', isDrawn: true } as const;
const yellow = { lane: 'yellow', isDrawn: false } as const;
const red = { lane: 'red', isDrawn: false } as const;

describe('room on a day', () => {
  it('is for the drawn alone where 9 of 10 examinations are held by worth and 1 is kept for the draw', () => {
    const nine = times(9, holding('physical'));
    expect(roomFor(slotsOf(0, 0, 10), 0.1, nine)).toEqual([drawn, { ...drawn, lane: 'red' }]);
    expect(hasRoom(slotsOf(0, 0, 10), 0.1, nine, [drawn])).toBe(true);
    expect(hasRoom(slotsOf(0, 0, 10), 0.1, nine, [yellow, red])).toBe(false);
    const given = [...nine, holding('physical', { outcome: 'random', isMovable: false, isDrawn: true })];
    expect(hasRoom(slotsOf(0, 0, 10), 0.1, given, [drawn, red])).toBe(false);
  });

  it('is not for papers where only an examination is free, and for both where papers are', () => {
    expect(hasRoom(slotsOf(0, 0, 1), 0, [], [yellow])).toBe(false);
    expect(hasRoom(slotsOf(0, 0, 1), 0, [], [red])).toBe(true);
    expect(hasRoom(slotsOf(1, 0, 0), 0, [], [yellow])).toBe(true);
    expect(hasRoom(slotsOf(1, 0, 0), 0, [], [red])).toBe(true);
  });

  it('is for papers where goods that have them may be opened now, unless somebody began with those', () => {
    const fallen = holding('documents', { lane: 'red' });
    expect(hasRoom(slotsOf(1, 0, 1), 0, [fallen], [yellow])).toBe(true);
    expect(hasRoom(slotsOf(1, 0, 1), 0, [{ ...fallen, isMovable: false }], [yellow])).toBe(false);
  });

  it('is for goods with a lesser control, though nobody waits', () => {
    const fallen = holding('documents', { lane: 'red' });
    expect(hasRoom({ ...NO_LIMIT, physical: 1 }, 0, [fallen], [])).toBe(true);
    expect(hasRoom({ ...NO_LIMIT, physical: 1 }, 0, [fallen, holding('physical')], [])).toBe(false);
    expect(hasRoom({ ...NO_LIMIT, physical: 1 }, 0, [{ ...fallen, lane: 'yellow' }], [])).toBe(false);
  });

  it('is for goods whose examination an order has taken, where a scan is free', () => {
    const both = [holding('physical'), holding('physical', { outcome: 'mandatory', isMovable: false })];
    expect(hasRoom(slotsOf(0, 1, 1), 0, both, [])).toBe(true);
    expect(hasRoom(slotsOf(0, 0, 1), 0, both, [])).toBe(false);
    expect(hasRoom(slotsOf(0, 1, 2), 0, both, [])).toBe(false);
  });

  it('is for nobody where nothing is limited', () => {
    expect(roomFor(NO_LIMIT, 0.1, [])).toEqual([]);
  });
});
