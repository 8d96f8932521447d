import { CONTROL_LANES, CONTROL_TYPES, type ControlLane, type ControlType } from '@/lib/consignment/codes';
import { type Fixed, reserveOf } from './settle';
import { CONTROLS_OF, controlOfDraw, looksAtGoods, type Slots } from './slots';

/** Who holds a slot, as far as it tells what is free. */
export type Holding = Fixed & {
  readonly lane: ControlLane;
  readonly isDrawn: boolean;
  /** Nobody began with it: it goes to a better control that comes free, and leaves its own. */
  readonly isMovable: boolean;
};

/** What somebody who waits may be given: a control of the lane by worth, and the one of the draw where it was drawn. */
export type Wish = { readonly lane: ControlLane; readonly isDrawn: boolean };

const WISHES: readonly Wish[] = CONTROL_LANES.flatMap((lane) => [true, false].map((isDrawn) => ({ lane, isDrawn })));

/** For whom of those who wait a limited control has a slot that nobody holds. Slots kept for the draw are for the drawn alone. */
export function roomFor(slots: Slots, share: number, holding: readonly Holding[]): readonly Wish[] {
  const free = freeOf(slots, share, holding);
  return WISHES.filter((wish) => isServed(free, wish));
}

/**
 * Whether a slot that nobody holds is one for somebody who waits, a better one for somebody who holds another, or a lesser one for
 * somebody whose own an officer's order has taken.
 */
export function hasRoom(slots: Slots, share: number, holding: readonly Holding[], waiting: readonly Wish[]): boolean {
  const free = freeOf(slots, share, holding);
  return waiting.some((wish) => isServed(free, wish)) || holding.some((one) => rises(free, one) || falls(free, one));
}

type Free = {
  /** Controls with a slot that worth may give, those included that somebody leaves for a better one. */
  readonly byWorth: ReadonlySet<ControlType>;
  readonly isOfDraw: boolean;
  /** Controls that more hold than there are slots. */
  readonly overfull: ReadonlySet<ControlType>;
};

function freeOf(slots: Slots, share: number, holding: readonly Holding[]): Free {
  const byDraw = controlOfDraw(slots);
  const reserve = reserveOf(slots, share);
  const held = (control: ControlType) => holding.filter((one) => one.control === control);
  const byWorth = new Set(
    CONTROL_TYPES.filter((control) => {
      const limit = slots[control];
      if (limit === null) return false;
      const own = held(control);
      const drawn = own.filter(({ outcome }) => outcome === 'random').length;
      return own.length - drawn + (control === byDraw ? Math.max(drawn, reserve) : drawn) < limit;
    }),
  );
  const limitOfDraw = byDraw === null ? null : slots[byDraw];
  const isOfDraw = byDraw !== null && limitOfDraw !== null && held(byDraw).length < limitOfDraw;
  const overfull = new Set(CONTROL_TYPES.filter((one) => held(one).length > (slots[one] ?? Number.POSITIVE_INFINITY)));
  const free = { byWorth, isOfDraw, overfull };
  // What rises to a scan may leave its papers to somebody else: looked at again until nobody more does.
  for (;;) {
    const left = holding.find((one) => slots[one.control] !== null && !byWorth.has(one.control) && rises(free, one));
    if (!left) return free;
    byWorth.add(left.control);
  }
}

const isServed = ({ byWorth, isOfDraw }: Free, { lane, isDrawn }: Wish): boolean =>
  CONTROLS_OF[lane].some((control) => byWorth.has(control)) || (isDrawn && isOfDraw);

function rises({ byWorth, isOfDraw }: Free, { lane, control, isDrawn, isMovable }: Holding): boolean {
  if (!isMovable) return false;
  const better = CONTROLS_OF[lane].slice(0, Math.max(0, CONTROLS_OF[lane].indexOf(control)));
  return better.some((one) => byWorth.has(one)) || (isDrawn && isOfDraw && !looksAtGoods(control));
}

function falls({ byWorth, overfull }: Free, { lane, control, outcome, isMovable }: Holding): boolean {
  if (!isMovable || outcome !== 'ranked' || !overfull.has(control)) return false;
  return CONTROLS_OF[lane].slice(CONTROLS_OF[lane].indexOf(control) + 1).some((one) => byWorth.has(one));
}
