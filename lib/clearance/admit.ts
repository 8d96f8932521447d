import { LANES, type Lane, type SelectionReason } from '@/lib/consignment/codes';
import { isDecided, isLetGo, type Status } from './transitions';

/** Lanes whose consignments an officer must act on before release. */
export const SELECTED_LANES: readonly Lane[] = ['yellow', 'red'];

/**
 * Where the assessment of a first version puts a consignment: the green and blue lanes release by themselves, but for what is to be paid,
 * or covered, before.
 */
export function admit(lane: Lane, isUnpaid = false): 'selected' | 'released' | 'awaiting_payment' {
  if (SELECTED_LANES.includes(lane)) return 'selected';
  return isUnpaid ? 'awaiting_payment' : 'released';
}

export type Standing = {
  readonly status: Status;
  /** Lane the consignment is in now, and why. */
  readonly lane: Lane;
  readonly selectionReason: SelectionReason;
  /** Whether an officer decided, rather than the lane. */
  readonly isDecidedByOfficer: boolean;
  /** An officer decided once, whether that is still in force or not. */
  readonly wasDecided: boolean;
  readonly isClaimed: boolean;
  readonly openHolds: number;
  readonly openReferrals: number;
  readonly actByAt: Date;
};

type Assessed = { readonly lane: Lane; readonly selectionReason: SelectionReason };

/**
 * What a new version of the data does to a consignment.
 * `reselect`: released by its lane, or waiting for its payment only, not yet here, and the new data would have selected it: it comes back
 * to the queue.
 * `release`: it waited unclaimed, free of holds and questions, for its papers only, and the new data need nobody.
 * `raise`: it is open, and the new data call for more than the lane it is in.
 * `relane`: released by its lane, not yet here, and it would be again, but for want of a slot before or now: that is told as it is now.
 * `keep`: whatever the new data say, a person looks at the row, which is marked UPDATED. What was sent to examination, or detained,
 * stays there: who is told that goods are under control could else describe them anew until they are not.
 * `lodge`: it was withdrawn, and goes where a first version would. `return`: it was selected for more than its papers when it was
 * withdrawn, and comes back to the lane it was in: to withdraw and send anew is no way around a control.
 */
export function onNewVersion(
  standing: Standing,
  assessed: Assessed,
  at: Date,
): 'reselect' | 'relane' | 'release' | 'raise' | 'keep' | 'lodge' | 'return' {
  const needsOfficer = SELECTED_LANES.includes(assessed.lane);
  if (standing.status === 'withdrawn') return staysSelected(standing, assessed) ? 'return' : 'lodge';
  if (isLetGo(standing.status)) {
    const isOnItsWay = !standing.isDecidedByOfficer && standing.openHolds === 0 && standing.actByAt > at;
    if (!isOnItsWay) return 'keep';
    return needsOfficer ? 'reselect' : lacksSlot(standing) || lacksSlot(assessed) ? 'relane' : 'keep';
  }
  if (isDecided(standing.status)) return 'keep';
  if (isStricter(assessed, standing)) return 'raise';
  return isIdle(standing) && waitsForPapers(standing) && !needsOfficer ? 'release' : 'keep';
}

const lacksSlot = ({ selectionReason }: Assessed) => selectionReason === 'no_capacity';

/** Whether nobody acts or acted on it and nothing is asked. */
export function isIdle({
  status,
  wasDecided,
  isClaimed,
  openHolds,
  openReferrals,
}: Pick<Standing, 'status' | 'wasDecided' | 'isClaimed' | 'openHolds' | 'openReferrals'>): boolean {
  return status === 'selected' && !wasDecided && !isClaimed && openHolds === 0 && openReferrals === 0;
}

/** Whether papers are all it waits for, by its score alone. */
export function waitsForPapers({ lane, selectionReason }: Assessed): boolean {
  return lane === 'yellow' && selectionReason === 'score';
}

/** Whether a withdrawn consignment keeps the lane it was selected into: unless the new data call for more, or papers were all. */
function staysSelected(standing: Standing, assessed: Assessed): boolean {
  if (!SELECTED_LANES.includes(standing.lane) || isStricter(assessed, standing)) return false;
  return !waitsForPapers(standing);
}

function isStricter(assessed: Assessed, standing: Assessed): boolean {
  const isMandatory = ({ selectionReason }: Assessed) => selectionReason === 'mandatory';
  return (
    LANES.indexOf(assessed.lane) > LANES.indexOf(standing.lane) || (isMandatory(assessed) && !isMandatory(standing))
  );
}
