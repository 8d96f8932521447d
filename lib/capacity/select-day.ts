import type { ControlLane, ControlType, Lane } from '@/lib/consignment/codes';
import { type Candidate, type Fixed, reserveOf, type Settled, settle } from './settle';
import { CONTROLS_OF, controlOfDraw, laneOfControl, looksAtGoods, type Slots } from './slots';
import { type DrawPlan, probabilityIn, sharedChance } from './strata';
import { byWorth, type Ranked } from './worth';

/** Why a consignment has its control, or none. Stored: add, never rename. */
export const SELECTION_OUTCOMES = ['none', 'mandatory', 'ranked', 'random', 'no_capacity'] as const;
export type SelectionOutcome = (typeof SELECTION_OUTCOMES)[number];

/** Who holds a slot of the day already. */
export type Occupant = Ranked & {
  readonly lane: ControlLane;
  readonly outcome: Fixed['outcome'];
  readonly control: ControlType;
  readonly isDrawn: boolean;
  /** Chance of the random draw. */
  readonly drawProbability: number;
  /** The lane that a mandatory control or a profile sees to, whatever the slots: what falls back, falls no further. */
  readonly floor: ControlLane | null;
  /** Selected by worth, and nobody has begun with it: it gives way to what is worth more. */
  readonly isMovable: boolean;
};

/** Released for want of a slot, and not here yet: it takes one that comes free. */
export type Waiting = Ranked & {
  readonly lane: ControlLane;
  readonly isDrawn: boolean;
  readonly drawProbability: number;
};

/** A consignment just assessed. */
export type Newcomer = Ranked & {
  /** What its assessment says. */
  readonly lane: Lane;
  /** The lane a mandatory control or a profile that selects by itself sees to, whatever the slots; null where nothing does. */
  readonly floor: ControlLane | null;
  readonly stratum: string;
  /** In [0, 1), the same for every version. */
  readonly draw: number;
  /** Chance it was drawn with when it first came; null when it comes now. */
  readonly drawnWith: number | null;
  /** Part of the chance of the draw that trust in its partner leaves it; whole when absent. */
  readonly drawShare?: number;
  /** The control that an earlier version was given; it keeps it. */
  readonly held: ControlType | null;
};

export type Selection = {
  readonly outcome: SelectionOutcome;
  readonly control: ControlType | null;
  /** Lane it is in: that of its control; without one what needs nobody keeps the lane of its assessment, the rest is audited later. */
  readonly lane: Lane;
  readonly drawProbability: number;
  readonly isDrawn: boolean;
  /** Probability with which the goods of such a consignment are looked at: 1 where worth or a mandatory control sees to it. */
  readonly inclusionProbability: number;
  /** Place among those that compete for the same slots, and how many slots there are; null where nothing limits them. */
  readonly rank: number | null;
  readonly places: number | null;
};

export type Move = { readonly id: string; readonly from: ControlType | null; readonly selection: Selection };

export type DaySelected = {
  readonly selections: ReadonlyMap<string, Selection>;
  /** Occupants that give way or go to another control, and those who waited and are given a slot. */
  readonly moves: readonly Move[];
};

/** Who is here already: who holds a slot, and who was released for want of one. */
export type DayPool = { readonly occupants: readonly Occupant[]; readonly waiting: readonly Waiting[] };

/**
 * Selects what came, beside what holds slots of the same office and day or waits for one. Mandatory controls are always carried out; the rest compete
 * by worth, and what is worth more takes the slot of what is worth less as long as nobody began with it, so that at every moment the
 * worthiest of all that came hold the slots. The chance of the random draw rests on nothing that the draw of the same consignment
 * decides; it is 0 where no slot is left for it, and is told as that.
 */
export function selectDay(
  slots: Slots,
  randomShare: number,
  plan: DrawPlan,
  { occupants, waiting }: DayPool,
  newcomers: readonly Newcomer[],
): DaySelected {
  const reserve = reserveOf(slots, randomShare);
  const drawn = drawNewcomers(slots, plan, { occupants, waiting }, newcomers);
  const fixed: Fixed[] = occupants.filter(({ isMovable }) => !isMovable);
  const candidates: Candidate[] = [];
  const movable = occupants.filter(({ isMovable }) => isMovable);
  for (const { id, worth, tieBreak, lane, isDrawn, floor } of movable) {
    candidates.push({ id, worth, tieBreak, lane, isDrawn, held: heldBy(floor) });
  }
  for (const { id, worth, tieBreak, lane, isDrawn } of waiting) {
    candidates.push({ id, worth, tieBreak, lane, isDrawn, held: null });
  }
  const certain = new Map<string, Given>();
  const byDraw = controlOfDraw(slots);
  for (const newcomer of newcomers) {
    const { id, worth, tieBreak, lane, floor, held } = newcomer;
    const isDrawn = drawn.get(id)?.isDrawn ?? false;
    if (floor === 'red') certain.set(id, { outcome: 'mandatory', control: 'physical' });
    else if (lane === 'red' || lane === 'yellow') {
      candidates.push({ id, worth, tieBreak, lane, isDrawn, held: held ?? heldBy(floor) });
    } else if (isDrawn && byDraw !== null) certain.set(id, { outcome: 'random', control: byDraw });
    else certain.set(id, { outcome: 'none', control: null });
  }
  for (const { outcome, control } of certain.values()) {
    if (control !== null && (outcome === 'mandatory' || outcome === 'random')) fixed.push({ outcome, control });
  }
  const settled = settle(slots, reserve, fixed, candidates);
  const rankOf = ranks(occupants, candidates, settled);
  const selections = new Map<string, Selection>();
  for (const { id, lane, floor } of newcomers) {
    const placed = byFloor(floor, certain.get(id) ?? settled.placed.get(id) ?? { outcome: 'none', control: null });
    const chance = drawn.get(id) ?? { probability: 0, isDrawn: false };
    selections.set(id, selectionOf(placed, lane, { ...chance, canBeDrawn: byDraw !== null }, rankOf(id)));
  }
  const moveOf = (one: Waiting, from: ControlType | null, floor: ControlLane | null): Move => {
    const placed = byFloor(floor, settled.placed.get(one.id) ?? { outcome: 'no_capacity', control: null });
    const chance = { probability: one.drawProbability, isDrawn: one.isDrawn, canBeDrawn: byDraw !== null };
    return { id: one.id, from, selection: selectionOf(placed, one.lane, chance, rankOf(one.id)) };
  };
  const moves = [
    ...movable
      .map((one) => ({ one, move: moveOf(one, one.control, one.floor) }))
      .filter(({ one, move }) => move.selection.control !== one.control || move.selection.outcome !== one.outcome),
    ...waiting
      .map((one) => ({ one, move: moveOf(one, null, null) }))
      .filter(({ move }) => move.selection.control !== null),
  ];
  return { selections, moves: moves.sort((a, b) => byWorth(a.one, b.one)).map(({ move }) => move) };
}

/** What a consignment keeps at least of the lane that is seen to: papers are checked where nobody opens it. */
const heldBy = (floor: ControlLane | null): ControlType | null => (floor === 'yellow' ? 'documents' : null);

type Given = { readonly outcome: SelectionOutcome; readonly control: ControlType | null };

/** Papers that a profile sees to are not checked for what the goods are worth. */
function byFloor(floor: ControlLane | null, given: Given): Given {
  return floor === 'yellow' && given.control === 'documents' ? { ...given, outcome: 'mandatory' } : given;
}

type Chance = { readonly probability: number; readonly isDrawn: boolean };

/**
 * The chance of each newcomer, in the order they came. Where mandatory controls, those already begun and those drawn before leave no
 * slot, it is 0.
 */
function drawNewcomers(
  slots: Slots,
  plan: DrawPlan,
  { occupants, waiting }: DayPool,
  newcomers: readonly Newcomer[],
): Map<string, Chance> {
  const byDraw = controlOfDraw(slots);
  const limit = byDraw === null ? 0 : slots[byDraw];
  let taken =
    // Whoever is drawn may fall back on its draw, whatever control its worth gives it now.
    occupants.filter(({ control, isMovable, isDrawn }) => (isMovable ? isDrawn : control === byDraw)).length +
    waiting.filter(({ isDrawn }) => isDrawn).length +
    newcomers.filter(({ floor, held }) => (floor === 'red' && byDraw === 'physical') || held === byDraw).length;
  const chances = new Map<string, Chance>();
  for (const { id, stratum, draw, drawnWith, drawShare, floor, held } of newcomers) {
    const hasRoom = limit === null || taken < limit;
    const probability = drawnWith ?? (hasRoom ? sharedChance(probabilityIn(plan, stratum), drawShare) : 0);
    const isDrawn = draw < probability;
    if (isDrawn && floor !== 'red' && held !== byDraw) taken += 1;
    chances.set(id, { probability, isDrawn });
  }
  return chances;
}

function selectionOf(
  { outcome, control }: Given,
  assessed: Lane,
  { probability, isDrawn, canBeDrawn }: Chance & { readonly canBeDrawn: boolean },
  rank: Pick<Selection, 'rank' | 'places'>,
): Selection {
  const isCertain = looksAtGoods(control) && outcome !== 'random';
  const uncontrolled = outcome === 'no_capacity' ? 'blue' : assessed;
  const isRanked = outcome === 'ranked' || outcome === 'no_capacity';
  return {
    outcome,
    control,
    lane: control === null ? uncontrolled : laneOfControl(control),
    drawProbability: probability,
    isDrawn,
    // Where nobody has hands to look at goods, no draw does: the chance made before is none now.
    inclusionProbability: isCertain ? 1 : canBeDrawn || outcome === 'random' ? probability : 0,
    ...(isRanked ? rank : NO_RANK),
  };
}

const NO_RANK = { rank: null, places: null };

/** Tells the place of a candidate among all that compete for the same slots, those already begun included. */
function ranks(
  occupants: readonly Occupant[],
  candidates: readonly Candidate[],
  { placed, places }: Settled,
): (id: string) => Pick<Selection, 'rank' | 'places'> {
  const begun = occupants.filter(({ isMovable, outcome }) => !isMovable && outcome === 'ranked');
  const controls = new Map<string, ControlType | null>(begun.map(({ id, control }) => [id, control]));
  const all: (Ranked & { readonly lane: ControlLane })[] = [
    ...begun,
    ...candidates.filter(({ id }) => placed.get(id)?.outcome !== 'random'),
  ];
  const lanes = new Map(candidates.map(({ id, lane }) => [id, lane]));
  for (const { id } of candidates) controls.set(id, placed.get(id)?.control ?? null);
  const orderOf: Record<ControlLane, Map<string, number>> = {
    red: numbered(all),
    yellow: numbered(all.filter(({ id }) => !looksAtGoods(controls.get(id) ?? null))),
  };
  return (id) => {
    const lane = lanes.get(id);
    const among = lane === undefined ? null : placesFor(lane, places);
    if (lane === undefined || among === null) return NO_RANK;
    return { rank: orderOf[lane].get(id) ?? null, places: among };
  };
}

function placesFor(lane: ControlLane, places: Slots): number | null {
  return CONTROLS_OF[lane].reduce<number | null>((sum, control) => {
    const count = places[control];
    return sum === null || count === null ? null : sum + count;
  }, 0);
}

function numbered(ranked: readonly Ranked[]): Map<string, number> {
  return new Map([...ranked].sort(byWorth).map(({ id }, index) => [id, index + 1]));
}
