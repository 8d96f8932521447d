import 'server-only';
import { drawPlansFor } from '@/db/commands/capacity/draw-plans';
import type { LockedSlots } from '@/db/commands/capacity/lock-slots';
import { lockMovable, movedOf, moveSelected, withoutLost } from '@/db/commands/capacity/move-selected';
import { type Debtor, lockCoverOfMoves } from '@/db/commands/capacity/unpaid-moves';
import type { Tx } from '@/db/connection';
import { type DayPoolRows, waitingOf } from '@/db/queries/capacity/day-pool';
import { type OccupantRow, occupantsOf, slotKey } from '@/db/queries/capacity/occupants';
import { onOneScale } from '@/db/queries/capacity/on-one-scale';
import { trustInForce } from '@/db/queries/partnership/trust-in-force';
import { policyInForce, selectionSeed } from '@/db/queries/policy/policy-in-force';
import { roomFor } from '@/lib/capacity/room';
import { type Newcomer, type Selection, selectDay } from '@/lib/capacity/select-day';
import { isLimited, type Slots } from '@/lib/capacity/slots';
import { type DrawPlan, evenDraw } from '@/lib/capacity/strata';
import { CONTROL_TYPES, type Lane, type SelectionReason } from '@/lib/consignment/codes';
import { SYSTEM_ACTOR } from '@/lib/identity/actor';
import { dayOf } from '@/lib/kernel/dates';
import type { Policy } from '@/lib/policy/policy';
import type { Assessed } from './assess-batch';
import { type Competing, competing, keptSelections, type StoredSelection } from './compete';
import type { Standing } from './standing';

/** An assessed consignment with the control it is given, and the lane that puts it in. */
export type Selected = Assessed & {
  readonly selection: StoredSelection;
  readonly lane: Lane;
  readonly selectionReason: SelectionReason;
  /** Whether its selection is to be stored: false where the one made before stays as it is. */
  readonly isSelectedAnew: boolean;
};

type Competitor = Competing & { readonly newcomer: Newcomer };

/** Who competes for the slots of one office and day. */
type Group = {
  readonly officeId: string;
  readonly controlOn: string;
  readonly slots: Slots;
  readonly plan: DrawPlan;
  readonly pool: DayPoolRows;
  readonly newcomers: readonly Newcomer[];
};

type Selecting = {
  readonly slots: LockedSlots;
  /** Whose batch it is. */
  readonly partnerId: string;
  readonly receivedAt: Date;
  readonly doneAt: Date;
};

/**
 * Gives an assessed batch its controls, set-wise: who competes for the slots of an office and day competes with all that came before,
 * and what gives way is moved in the same transaction, at the moment it is done. An amended consignment keeps its slot and its draw.
 */
export async function selectBatch(
  tx: Tx,
  assessed: readonly Assessed[],
  standings: ReadonlyMap<string, Standing>,
  { slots, partnerId, receivedAt, doneAt }: Selecting,
): Promise<Selected[]> {
  const policy = await policyInForce(tx, dayOf(receivedAt));
  const seed = await selectionSeed(tx);
  const kept = await keptSelections(tx, standings);
  const trust = await trustInForce(tx, partnerId, receivedAt);
  const all = assessed.map((good) =>
    competing(good, standings.get(good.consignmentId), kept, { seed, policy, receivedAt, trust }),
  );
  const groups = await groupsOf(tx, all, standings, { slots, policy, receivedAt, doneAt });
  const own = assessed.map(({ record }) => ({ partnerId, model: record.collectionModel }));
  const decided = await settleGroups(tx, groups, own, policy.capacity.randomShare, doneAt);
  return all.map(({ good, stored, newcomer, isRedirected, isRaised }) => {
    const selection = newcomer ? decided.get(newcomer.id) : undefined;
    const now = selection ? { ...stored, ...selection } : stored;
    const isSelectedAnew = selection !== undefined || isRedirected || isRaised;
    const selectionReason = reasonOf(now, good, standings.get(good.consignmentId));
    return { ...good, selection: now, lane: now.lane, selectionReason, isSelectedAnew };
  });
}

/**
 * Why it is where it is: chance, want of a slot, or what its assessment says. What keeps a slot though the new data call for nothing
 * keeps the reason it was selected for.
 */
function reasonOf(
  { outcome, control }: StoredSelection,
  { assessment: { selectionReason } }: Assessed,
  standing: Standing | undefined,
): SelectionReason {
  if (outcome === 'random' || outcome === 'no_capacity') return outcome;
  if (control === null || selectionReason !== 'none') return selectionReason;
  const before = standing?.clearance.selectionReason ?? 'none';
  return before === 'none' || before === 'no_capacity' ? 'score' : before;
}

type Deciding = {
  readonly slots: LockedSlots;
  readonly policy: Policy;
  readonly receivedAt: Date;
  readonly doneAt: Date;
};

/** Who competes with whom. Nothing of the batch is found by its selection made before, at whatever office and day: it is being remade. */
async function groupsOf(
  tx: Tx,
  all: readonly Competing[],
  standings: ReadonlyMap<string, Standing>,
  { slots, policy, receivedAt, doneAt }: Deciding,
): Promise<Group[]> {
  const byKey = byPlace(all.filter(({ newcomer, isRedirected }) => newcomer !== null || isRedirected));
  const days = [...byKey].flatMap(([key, [first]]) => {
    if (!first) return [];
    const { officeId, controlOn } = first.stored;
    return [{ key, officeId, controlOn, ...slots.on(officeId, controlOn) }];
  });
  const limited = days.filter((day) => isLimited(day.slots));
  const plans = await drawPlansFor(tx, days, policy, receivedAt);
  const except = new Set(all.flatMap(({ good, isDone }) => (isDone ? [] : [good.consignmentId])));
  const occupants = await occupantsOf(
    tx,
    limited.map(({ officeId, controlOn, slots: own }) => ({
      officeId,
      controlOn,
      controls: CONTROL_TYPES.filter((control) => own[control] !== null),
    })),
    { at: doneAt, except },
  );
  const staying = byPlace(all.filter(({ newcomer, isDone }) => newcomer === null && !isDone));
  const even = evenDraw(Number(policy.randomProbability));
  const groups: Group[] = [];
  for (const { key, officeId, controlOn, slots: own } of days) {
    const kept = (staying.get(key) ?? []).flatMap((one) => keptOccupant(one, standings));
    const here = [...(occupants.get(key) ?? []), ...kept];
    const competitors = (byKey.get(key) ?? []).filter((one): one is Competitor => one.newcomer !== null);
    const coming = competitors.map(({ newcomer, stored }) => ({ ...stored, id: newcomer.id }));
    // Who waits competes with who comes as long as there is a slot for it that nobody holds.
    const wishes = roomFor(own, policy.capacity.randomShare, here);
    const waiting = await waitingOf(tx, officeId, controlOn, { at: doneAt, except, wishes });
    const slot = { officeId, controlOn };
    const scaled = await onOneScale(tx, slot, { coming, except }, { occupants: here, waiting });
    groups.push({
      ...{ officeId, controlOn, slots: own, plan: plans.get(key) ?? even, pool: scaled },
      newcomers: competitors.map(({ newcomer, stored }) => ({ ...newcomer, worth: scaled.worthOf(stored) })),
    });
  }
  return groups;
}

/** By office and day whose slots they take, `slotKey`. */
function byPlace(all: readonly Competing[]): Map<string, Competing[]> {
  const byKey = new Map<string, Competing[]>();
  for (const one of all) {
    const key = slotKey(one.stored.officeId, one.stored.controlOn);
    const own = byKey.get(key) ?? [];
    byKey.set(key, own);
    own.push(one);
  }
  return byKey;
}

/** What keeps its control whatever its new data say takes its slot like the others, and gives way to nobody in its own batch. */
function keptOccupant({ good, stored }: Competing, standings: ReadonlyMap<string, Standing>): OccupantRow[] {
  const { control, outcome, laneAssigned } = stored;
  const standing = standings.get(good.consignmentId);
  if (!standing || control === null || outcome === 'none' || outcome === 'no_capacity') return [];
  const lane = laneAssigned === 'yellow' ? 'yellow' : 'red';
  const { receivedOn } = standing;
  return [
    { ...stored, id: good.consignmentId, receivedOn, control, outcome, lane, isMovable: false, isOrdered: false },
  ];
}

/**
 * Settles each office and day, and moves what gives way. Whoever was begun with in the very moment keeps the slot, and it is settled
 * again without: each round takes at least one out, so it ends.
 */
async function settleGroups(
  tx: Tx,
  groups: readonly Group[],
  own: readonly Debtor[],
  randomShare: number,
  at: Date,
): Promise<Map<string, Selection>> {
  const lost = { begun: new Set<string>(), elsewhere: new Set<string>() };
  for (;;) {
    const settled = groups.map(({ officeId, controlOn, slots, plan, pool, newcomers }) => {
      const left = withoutLost(pool, lost);
      const { selections, moves } = selectDay(slots, randomShare, plan, left, newcomers);
      return { selections, moves: movedOf({ officeId, controlOn }, left, moves) };
    });
    const moves = settled.flatMap((day) => day.moves);
    const locked = await lockMovable(tx, moves, at);
    const notOurs = moves.filter(({ id }) => !locked.ours.has(id));
    if (notOurs.length === 0) {
      // Whoever sent what is worth more did not decide it.
      const [given, taken] = [moves.filter(({ from }) => from === null), moves.filter(({ from }) => from !== null)];
      await lockCoverOfMoves(tx, taken, own, at);
      await moveSelected(tx, SYSTEM_ACTOR, taken, { at, because: 'worthier' });
      await moveSelected(tx, SYSTEM_ACTOR, given, { at, because: 'freed' });
      return new Map(settled.flatMap((day) => [...day.selections]));
    }
    for (const { id } of notOurs) (locked.elsewhere.has(id) ? lost.elsewhere : lost.begun).add(id);
  }
}
