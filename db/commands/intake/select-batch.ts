import 'server-only';
import { drawPlansFor } from '@/db/commands/capacity/draw-plans';
import type { LockedSlots } from '@/db/commands/capacity/lock-slots';
import { lockMovable, type Moved, moveSelected } from '@/db/commands/capacity/move-selected';
import type { Tx } from '@/db/connection';
import { type OccupantRow, occupantsOf, slotKey } from '@/db/queries/capacity/occupants';
import { policyInForce, selectionSeed } from '@/db/queries/policy/policy-in-force';
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
  /** False where the selection made before stays as it is stored. */
  readonly isSelectedAnew: boolean;
};

type Competitor = Competing & { readonly newcomer: Newcomer };

/** Who competes for the slots of one office and day. */
type Group = {
  readonly slots: Slots;
  readonly plan: DrawPlan;
  readonly occupants: readonly OccupantRow[];
  readonly newcomers: readonly Newcomer[];
};

/**
 * Gives an assessed batch its controls, set-wise: who competes for the slots of an office and day competes with all that came before,
 * and what gives way is moved in the same transaction, at the moment it is done. An amended consignment keeps its slot and its draw.
 */
export async function selectBatch(
  tx: Tx,
  assessed: readonly Assessed[],
  standings: ReadonlyMap<string, Standing>,
  { slots, receivedAt, doneAt }: { readonly slots: LockedSlots; readonly receivedAt: Date; readonly doneAt: Date },
): Promise<Selected[]> {
  const policy = await policyInForce(tx, dayOf(receivedAt));
  const seed = await selectionSeed(tx);
  const kept = await keptSelections(tx, standings);
  const all = assessed.map((good) =>
    competing(good, standings.get(good.consignmentId), kept, { seed, policy, receivedAt }),
  );
  const competitors = all.filter((one): one is Competitor => one.newcomer !== null);
  const groups = await groupsOf(tx, competitors, { slots, policy, receivedAt });
  const decided = await settleGroups(tx, groups, policy.capacity.randomShare, doneAt);
  return all.map(({ good, stored, newcomer }) => {
    const selection = newcomer ? decided.get(newcomer.id) : undefined;
    const now = selection ? { ...stored, ...selection } : stored;
    const isSelectedAnew = selection !== undefined;
    return { ...good, selection: now, lane: now.lane, selectionReason: reasonOf(now, good), isSelectedAnew };
  });
}

/** Why it is where it is: chance, want of a slot, or what its assessment says. */
function reasonOf({ outcome }: StoredSelection, { assessment }: Assessed): SelectionReason {
  return outcome === 'random' || outcome === 'no_capacity' ? outcome : assessment.selectionReason;
}

type Deciding = { readonly slots: LockedSlots; readonly policy: Policy; readonly receivedAt: Date };

async function groupsOf(
  tx: Tx,
  competitors: readonly Competitor[],
  { slots, policy, receivedAt }: Deciding,
): Promise<Group[]> {
  const byKey = new Map<string, Competitor[]>();
  for (const one of competitors) {
    const key = slotKey(one.stored.officeId, one.stored.controlOn);
    const own = byKey.get(key) ?? [];
    byKey.set(key, own);
    own.push(one);
  }
  const days = [...byKey].flatMap(([key, [first]]) => {
    if (!first) return [];
    const { officeId, controlOn } = first.stored;
    return [{ key, officeId, controlOn, ...slots.on(officeId, controlOn) }];
  });
  const limited = days.filter((day) => isLimited(day.slots));
  const plans = await drawPlansFor(tx, days, policy, receivedAt);
  const occupants = await occupantsOf(
    tx,
    limited.map(({ officeId, controlOn, slots: own }) => ({
      officeId,
      controlOn,
      controls: CONTROL_TYPES.filter((control) => own[control] !== null),
    })),
    new Set(competitors.map(({ newcomer }) => newcomer.id)),
  );
  const even = evenDraw(Number(policy.randomProbability));
  return days.map(({ key, slots: own }) => ({
    slots: own,
    plan: plans.get(key) ?? even,
    occupants: occupants.get(key) ?? [],
    newcomers: (byKey.get(key) ?? []).map(({ newcomer }) => newcomer),
  }));
}

/**
 * Settles each office and day, and moves what gives way. Whoever was begun with in the very moment keeps the slot, and it is settled
 * again without: each round takes at least one out, so it ends.
 */
async function settleGroups(
  tx: Tx,
  groups: readonly Group[],
  randomShare: number,
  at: Date,
): Promise<Map<string, Selection>> {
  const begun = new Set<string>();
  for (;;) {
    const settled = groups.map(({ slots, plan, occupants, newcomers }) => {
      const standing = occupants.map((one) => (begun.has(one.id) ? { ...one, isMovable: false } : one));
      return selectDay(slots, randomShare, plan, standing, newcomers);
    });
    const receivedOn = new Map(groups.flatMap(({ occupants }) => occupants.map((one) => [one.id, one.receivedOn])));
    const moves: Moved[] = settled.flatMap((day) =>
      day.moves.map((move) => ({ ...move, receivedOn: receivedOn.get(move.id) ?? '' })),
    );
    const ours = await lockMovable(tx, moves, at);
    const lost = moves.filter(({ id }) => !ours.has(id));
    if (lost.length === 0) {
      // Whoever sent what is worth more did not decide it.
      await moveSelected(tx, SYSTEM_ACTOR, moves, { at, because: 'worthier' });
      return new Map(settled.flatMap((day) => [...day.selections]));
    }
    for (const { id } of lost) begun.add(id);
  }
}
