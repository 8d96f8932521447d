import type { ControlLane, ControlType } from '@/lib/consignment/codes';
import { CONTROLS_OF, controlOfDraw, looksAtGoods, type Slots } from './slots';
import { byWorth, type Ranked } from './worth';

/** What has its control whatever the others are worth. */
export type Fixed = {
  readonly outcome: 'mandatory' | 'random' | 'ranked';
  readonly control: ControlType;
};

/** What competes for the slots that are left. */
export type Candidate = Ranked & {
  readonly lane: ControlLane;
  /** Whether the random draw takes it where its worth does not. */
  readonly isDrawn: boolean;
  /** A control it keeps at least; null where it may go out. */
  readonly held: ControlType | null;
};

export type Placed = { readonly outcome: 'ranked' | 'random' | 'no_capacity'; readonly control: ControlType | null };

export type Settled = {
  readonly placed: ReadonlyMap<string, Placed>;
  /** Slots that worth competed for, by control; null without limit. */
  readonly places: Slots;
};

/** Slots kept for the random draw: `share` of those of its control, whole ones. */
export function reserveOf(slots: Slots, share: number): number {
  const control = controlOfDraw(slots);
  return Math.round((control === null ? 0 : (slots[control] ?? 0)) * share);
}

/**
 * Gives the slots of one office and day away: what is fixed first, then by worth, with `reserve` slots kept for the random draw. Who
 * is sent to examination by worth needs no draw; who is not and is drawn takes a slot of the draw, and where those are used up the
 * place of the least worthy. Pure, and the same whatever the order the candidates are given in.
 */
export function settle(
  slots: Slots,
  reserve: number,
  fixed: readonly Fixed[],
  candidates: readonly Candidate[],
): Settled {
  const order = [...candidates].sort(byWorth);
  const byDraw = controlOfDraw(slots);
  const countOf = (control: ControlType, isCounted: (one: Fixed) => boolean) =>
    fixed.filter((one) => one.control === control && isCounted(one)).length;
  const drawnBefore = byDraw === null ? 0 : countOf(byDraw, ({ outcome }) => outcome === 'random');
  const drawn = new Set<string>();
  const roomOfDraw = (control: ControlType | null, taken: number) => {
    const count = control === null ? 0 : slots[control];
    if (control === null || count === null) return count ?? Number.POSITIVE_INFINITY;
    return Math.max(0, count - countOf(control, () => true) - taken);
  };
  for (;;) {
    const places = placesOf(slots, (control) => {
      const isOfDraw = control === byDraw;
      const taken = countOf(control, ({ outcome }) => outcome === 'mandatory' || (outcome === 'random' && !isOfDraw));
      return isOfDraw ? taken + Math.max(reserve, drawnBefore + drawn.size) : taken;
    });
    const begun = placesOf(places, (control) => countOf(control, ({ outcome }) => outcome === 'ranked'));
    const competing = order.filter(({ id }) => !drawn.has(id));
    const controls = giveByWorth(begun, competing);
    const falling = competing.filter(({ id, isDrawn }) => isDrawn && !looksAtGoods(controls.get(id) ?? null));
    const room = roomOfDraw(byDraw, drawn.size);
    if (falling.length === 0 || byDraw === null || room === 0) {
      const placed = new Map<string, Placed>();
      for (const [id, control] of controls) placed.set(id, { outcome: control ? 'ranked' : 'no_capacity', control });
      for (const id of drawn) placed.set(id, { outcome: 'random', control: byDraw });
      return { placed, places };
    }
    // A slot for one that is drawn may cost the place of another that is drawn: looked at again until nobody falls. Fewer slots than
    // were drawn for leave some of them out by chance, not by what they are worth.
    for (const { id } of falling.sort(byTieBreak).slice(0, room)) drawn.add(id);
  }
}

function placesOf(slots: Slots, taken: (control: ControlType) => number): Slots {
  const left = (control: ControlType) => {
    const count = slots[control];
    return count === null ? null : Math.max(0, count - taken(control));
  };
  return { documents: left('documents'), nii: left('nii'), physical: left('physical') };
}

/**
 * The strictest control first, each to the worthiest that still wait and whose lane has it. What keeps a lesser control at least counts
 * for that one only where it gets no stricter: the slot of papers that are not needed is somebody else's.
 */
function giveByWorth(places: Slots, order: readonly Candidate[]): Map<string, ControlType | null> {
  const controls = new Map<string, ControlType | null>(order.map(({ id }) => [id, null]));
  let rest = order;
  for (const control of CONTROLS_OF.red) {
    let left = (places[control] ?? Number.POSITIVE_INFINITY) - rest.filter(({ held }) => held === control).length;
    const given = new Set<string>();
    for (const { id, lane, held } of rest) {
      const isFree = left > 0 && CONTROLS_OF[lane].includes(control);
      if (held !== control && !isFree) continue;
      if (held !== control) left -= 1;
      controls.set(id, control);
      given.add(id);
    }
    rest = rest.filter(({ id }) => !given.has(id));
  }
  return controls;
}

const byTieBreak = (a: Ranked, b: Ranked) => a.tieBreak - b.tieBreak || (a.id < b.id ? -1 : 1);
