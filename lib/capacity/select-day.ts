import type { ControlType, Lane } from '@/lib/consignment/codes';
import { type Candidate, type Fixed, reserveOf, type Settled, settle } from './settle';
import { CONTROLS_OF, type ControlLane, controlOfDraw, laneOfControl, looksAtGoods, type Slots } from './slots';
import { type DrawPlan, probabilityIn } from './strata';
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
  /** Selected by worth, and nobody has begun with it: it gives way to what is worth more. */
  readonly isMovable: boolean;
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
  /** Occupants that give way, or go to another control. */
  readonly moves: readonly Move[];
};

/**
 * Selects what came, beside what holds slots of the same office and day. Mandatory controls are always carried out; the rest compete
 * by worth, and what is worth more takes the slot of what is worth less as long as nobody began with it, so that at every moment the
 * worthiest of all that came hold the slots. The chance of the random draw rests on nothing that the draw of the same consignment
 * decides; it is 0 where no slot is left for it, and is told as that.
 */
export function selectDay(
  slots: Slots,
  randomShare: number,
  plan: DrawPlan,
  occupants: readonly Occupant[],
  newcomers: readonly Newcomer[],
): DaySelected {
  const reserve = reserveOf(slots, randomShare);
  const drawn = drawNewcomers(slots, plan, occupants, newcomers);
  const fixed: Fixed[] = occupants.filter(({ isMovable }) => !isMovable);
  const candidates: Candidate[] = [];
  const movable = occupants.filter(({ isMovable }) => isMovable);
  for (const { id, worth, tieBreak, lane, isDrawn } of movable) {
    candidates.push({ id, worth, tieBreak, lane, isDrawn, held: null });
  }
  const certain = new Map<string, { outcome: SelectionOutcome; control: ControlType | null }>();
  const byDraw = controlOfDraw(slots);
  for (const newcomer of newcomers) {
    const { id, worth, tieBreak, lane, floor, held } = newcomer;
    const isDrawn = drawn.get(id)?.isDrawn ?? false;
    if (floor === 'red') certain.set(id, { outcome: 'mandatory', control: 'physical' });
    else if (lane === 'red' || lane === 'yellow') {
      const atLeast = held ?? (floor === 'yellow' ? 'documents' : null);
      candidates.push({ id, worth, tieBreak, lane, isDrawn, held: atLeast });
    } else if (isDrawn) certain.set(id, { outcome: 'random', control: byDraw });
    else certain.set(id, { outcome: 'none', control: null });
  }
  for (const { outcome, control } of certain.values()) {
    if (control !== null && (outcome === 'mandatory' || outcome === 'random')) fixed.push({ outcome, control });
  }
  const settled = settle(slots, reserve, fixed, candidates);
  const rankOf = ranks(occupants, candidates, settled);
  const selections = new Map<string, Selection>();
  for (const { id, lane, floor } of newcomers) {
    const placed = certain.get(id) ?? settled.placed.get(id) ?? { outcome: 'none', control: null };
    const isOfProfile = floor === 'yellow' && placed.control === 'documents';
    const outcome = isOfProfile ? 'mandatory' : placed.outcome;
    const chance = drawn.get(id) ?? { probability: 0, isDrawn: false };
    selections.set(id, selectionOf({ outcome, control: placed.control }, lane, chance, rankOf(id)));
  }
  const moves = movable.flatMap((one): Move[] => {
    const placed = settled.placed.get(one.id);
    if (!placed || (placed.control === one.control && placed.outcome === 'ranked')) return [];
    const chance = { probability: one.drawProbability, isDrawn: one.isDrawn };
    return [{ id: one.id, from: one.control, selection: selectionOf(placed, one.lane, chance, rankOf(one.id)) }];
  });
  return { selections, moves };
}

type Chance = { readonly probability: number; readonly isDrawn: boolean };

/**
 * The chance of each newcomer, in the order they came. Where mandatory controls, those already begun and those drawn before leave no
 * slot, it is 0.
 */
function drawNewcomers(
  slots: Slots,
  plan: DrawPlan,
  occupants: readonly Occupant[],
  newcomers: readonly Newcomer[],
): Map<string, Chance> {
  const byDraw = controlOfDraw(slots);
  const limit = byDraw === null ? 0 : slots[byDraw];
  let taken =
    // Whoever is drawn may fall back on its draw, whatever control its worth gives it now.
    occupants.filter(({ control, isMovable, isDrawn }) => (isMovable ? isDrawn : control === byDraw)).length +
    newcomers.filter(({ floor, held }) => (floor === 'red' && byDraw === 'physical') || held === byDraw).length;
  const chances = new Map<string, Chance>();
  for (const { id, stratum, draw, drawnWith, floor, held } of newcomers) {
    const hasRoom = limit === null || taken < limit;
    const probability = drawnWith ?? (hasRoom ? probabilityIn(plan, stratum) : 0);
    const isDrawn = draw < probability;
    if (isDrawn && floor !== 'red' && held !== byDraw) taken += 1;
    chances.set(id, { probability, isDrawn });
  }
  return chances;
}

function selectionOf(
  { outcome, control }: { readonly outcome: SelectionOutcome; readonly control: ControlType | null },
  assessed: Lane,
  { probability, isDrawn }: Chance,
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
    inclusionProbability: isCertain ? 1 : probability,
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
