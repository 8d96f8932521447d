import 'server-only';
import { sql } from 'drizzle-orm';
import type { Tx } from '@/db/connection';
import type { TrustInForce } from '@/db/queries/partnership/trust-in-force';
import { selections } from '@/db/schema';
import { floorOf } from '@/lib/assessment/floor';
import type { Newcomer, Selection } from '@/lib/capacity/select-day';
import { laneOfControl } from '@/lib/capacity/slots';
import { stratumOf } from '@/lib/capacity/strata';
import { type Worth, worthOf } from '@/lib/capacity/worth';
import { isIdle, waitsForPapers } from '@/lib/clearance/admit';
import { isLetGo, OPEN_STATUSES } from '@/lib/clearance/transitions';
import { isControlLane, LANES, type Lane } from '@/lib/consignment/codes';
import { dayOf } from '@/lib/kernel/dates';
import { sha256Hex } from '@/lib/kernel/ids';
import { drawFromHex } from '@/lib/kernel/prng';
import type { Policy } from '@/lib/policy/policy';
import { type Assessed, valuedByModel } from './assess-batch';
import { placeOf, type Standing } from './standing';

type SelectionRow = typeof selections.$inferSelect;

/** A selection as it is stored, and the lane it puts the consignment in. */
export type StoredSelection = Omit<SelectionRow, 'consignmentId' | 'receivedOn'> & Pick<Selection, 'lane'>;
export type Kept = ReadonlyMap<string, StoredSelection>;

export type Competing = {
  readonly good: Assessed;
  /** What is known before it is decided; as it stands where nothing is to be decided anew. */
  readonly stored: StoredSelection;
  /** Null where the selection made before stays whatever the new data say. */
  readonly newcomer: Newcomer | null;
  /** Its selection stays as it was made, at another office, whose slot it takes. */
  readonly isRedirected: boolean;
  /** An officer sent it to the office it is in, and the new data make a physical control mandatory: it takes a slot there at once. */
  readonly isRaised: boolean;
  /** An officer decided it, or it has arrived: what it holds, it holds as it is stored already. */
  readonly isDone: boolean;
};

type Context = {
  readonly seed: string;
  readonly policy: Policy;
  readonly receivedAt: Date;
  /** In the partner whose batch it is; null where there is none. */
  readonly trust: TrustInForce | null;
};

/** The selections of consignments that are here, by id. */
export async function keptSelections(tx: Tx, standings: ReadonlyMap<string, Standing>): Promise<Kept> {
  if (standings.size === 0) return new Map();
  const asked = [...standings.values()].map(({ consignmentId, receivedOn }) => ({
    id: consignmentId,
    day: receivedOn,
  }));
  const rows = await tx
    .select()
    .from(selections)
    .where(
      sql`(${selections.consignmentId}, ${selections.receivedOn}) in
        (select k.id, k.day from json_to_recordset(${JSON.stringify(asked)}::json) as k(id uuid, day date))`,
    );
  return new Map(
    rows.map(({ consignmentId, receivedOn: _receivedOn, ...row }) => [consignmentId, { ...row, lane: laneOf(row) }]),
  );
}

function laneOf({ control, outcome, laneAssigned }: Pick<SelectionRow, 'control' | 'outcome' | 'laneAssigned'>): Lane {
  if (control !== null) return laneOfControl(control);
  return outcome === 'no_capacity' ? 'blue' : laneAssigned;
}

const stricter = (a: Lane, b: Lane): Lane => (LANES.indexOf(a) > LANES.indexOf(b) ? a : b);

/**
 * How an assessed consignment comes into the selection. What holds a slot keeps it, and competes for a better one by the most that any
 * version was worth; who was not selected, or waited unclaimed for its papers alone and needs nobody now, competes as it is. The draw
 * was made when it first came. What an officer decided, and what has arrived, stays as it was selected.
 */
export function competing(good: Assessed, standing: Standing | undefined, kept: Kept, context: Context): Competing {
  const fresh = factsOf(good, context);
  const { newcomer } = fresh;
  if (!standing) return { good, ...fresh, isRedirected: false, isRaised: false, isDone: false };
  const { clearance } = standing;
  const before = kept.get(good.consignmentId) ?? { ...fresh.stored, ...beforeSelections(standing, context.policy) };
  const again = { ...newcomer, drawnWith: before.drawProbability };
  // The draw was made with the trust of the day it first came.
  const stored = { ...fresh.stored, trustLevel: before.trustLevel };
  const isWithdrawn = clearance.status === 'withdrawn';
  const isOpen = OPEN_STATUSES.some((status) => status === clearance.status);
  const isOnItsWay =
    isLetGo(clearance.status) &&
    clearance.openHolds === 0 &&
    clearance.decidedBy === null &&
    clearance.actByAt > context.receivedAt;
  if (isOnItsWay) return { good, stored, newcomer: again, isRedirected: false, isRaised: false, isDone: false };
  if (!isOpen && !isWithdrawn)
    return { good, stored: before, newcomer: null, isRedirected: false, isRaised: false, isDone: true };
  if (isOpen && placeOf(good.record, standing).transfer) return sentHere(good, before, newcomer);
  const isForPapers = waitsForPapers({ lane: clearance.laneEffective, selectionReason: clearance.selectionReason });
  const needsNobody = newcomer.floor === null && !isControlLane(newcomer.lane);
  const isIdleNow = isIdle({ ...clearance, isClaimed: clearance.claimedBy !== null });
  const isFree = isWithdrawn ? before.control === null || isForPapers : isForPapers && needsNobody && isIdleNow;
  if (isFree) return { good, stored, newcomer: again, isRedirected: false, isRaised: false, isDone: false };
  const held = before.control ?? (clearance.laneEffective === 'red' ? 'physical' : 'documents');
  const isSeenTo = before.outcome === 'random' || before.outcome === 'mandatory';
  const asksForMore = newcomer.floor === 'red' ? before.outcome !== 'mandatory' || held === 'documents' : false;
  const isBoundToPapers = before.outcome === 'mandatory' && held === 'documents' && newcomer.lane === 'red';
  const isRedirected = before.officeId !== stored.officeId;
  const place = isRedirected ? stored.controlOn : before.controlOn;
  if (isSeenTo && !asksForMore && !isBoundToPapers) {
    const moved = { ...before, officeId: stored.officeId, controlOn: place };
    return {
      good,
      stored: isRedirected ? moved : before,
      newcomer: null,
      isRedirected,
      isRaised: false,
      isDone: false,
    };
  }
  const isWorthMore = before.worthBasis === stored.worthBasis && before.worth > stored.worth;
  const most: Worth = isWorthMore ? before : stored;
  const lane = stricter(before.laneAssigned, newcomer.lane);
  const floor = newcomer.floor ?? (isBoundToPapers ? 'yellow' : null);
  return {
    good,
    stored: { ...stored, ...pickWorth(most), laneAssigned: lane, controlOn: place, floor },
    newcomer: { ...again, lane, worth: most.worth, held, floor },
    isRedirected,
    isRaised: false,
    isDone: false,
  };
}

/** What an officer sent to its office keeps its slot there whatever the new data say; a mandatory physical control asks for no free slot. */
function sentHere(good: Assessed, before: StoredSelection, { floor }: Newcomer): Competing {
  const isRaised = floor === 'red' && (before.outcome !== 'mandatory' || before.control !== 'physical');
  const raised = { outcome: 'mandatory', control: 'physical', lane: 'red', laneAssigned: 'red', floor } as const;
  const stored = isRaised ? { ...before, ...raised, inclusionProbability: 1 } : before;
  return { good, stored, newcomer: null, isRedirected: false, isRaised, isDone: false };
}

const pickWorth = ({ worth, worthBasis }: Worth): Worth => ({ worth, worthBasis });

function factsOf(good: Assessed, { seed, policy, receivedAt, trust }: Context) {
  const { record, assessment, profileFacts, profileHits } = good;
  const floor = floorOf(assessment.indicators, profileHits);
  // One draw a consignment, not a version: nobody may send data anew until the draw spares them.
  const hex = sha256Hex(`${seed}:${good.consignmentId}`);
  const draw = drawFromHex(hex);
  // Digits the draw does not use, so that neither tells of the other; seven fit an integer.
  const tieBreak = Number.parseInt(hex.slice(13, 20), 16);
  const { worth, worthBasis } = worthOf({ model: valuedByModel(good), score: assessment.score });
  const stratum = stratumOf({
    channel: record.channel,
    valueMinor: assessment.charges.intrinsicValueMinor,
    lowValueMinor: policy.lowValue.limitMinor,
    // Who first came earlier on the same day is known for no day either, but came.
    isNewSender: profileFacts.senderKnownDays === 0 && profileFacts.senderConsignments30d === 0,
  });
  const [today, arrival] = [dayOf(receivedAt), dayOf(record.expectedArrivalAt)];
  const stored: StoredSelection = {
    version: good.version,
    officeId: record.office,
    controlOn: arrival > today ? arrival : today,
    outcome: 'none',
    control: null,
    lane: assessment.lane,
    laneAssigned: assessment.lane,
    floor,
    ...{ worth, worthBasis, tieBreak, stratum },
    rank: null,
    places: null,
    drawProbability: 0,
    isDrawn: false,
    inclusionProbability: 0,
    decidedAt: receivedAt,
    trustLevel: trust?.level ?? null,
  };
  const newcomer: Newcomer = {
    id: good.consignmentId,
    ...{ worth, tieBreak, lane: assessment.lane, floor, stratum, draw },
    drawnWith: null,
    ...(trust ? { drawShare: trust.drawShare } : {}),
    held: null,
  };
  return { stored, newcomer };
}

const NO_CONTROL = { outcome: 'none', control: null, trustLevel: null } as const;

/** What a consignment that came before selections were kept was selected for, as its clearance tells. */
function beforeSelections({ clearance }: Standing, policy: Policy): Partial<StoredSelection> {
  const drawProbability = Number(policy.randomProbability);
  const { laneEffective, selectionReason } = clearance;
  if (!isControlLane(laneEffective))
    return { ...NO_CONTROL, laneAssigned: laneEffective, lane: laneEffective, drawProbability };
  const outcome = selectionReason === 'mandatory' || selectionReason === 'random' ? selectionReason : 'ranked';
  return {
    outcome,
    control: laneEffective === 'red' ? 'physical' : 'documents',
    laneAssigned: laneEffective,
    lane: laneEffective,
    drawProbability,
    isDrawn: outcome === 'random',
    trustLevel: null,
  };
}
