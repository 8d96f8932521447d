import type { Lane } from '@/lib/consignment/codes';

/** Lanes whose consignments an officer must act on before release. */
export const SELECTED_LANES: readonly Lane[] = ['yellow', 'red'];

/** Where the assessment of a first version puts a consignment: the green and blue lanes release by themselves. */
export function admit(lane: Lane): 'selected' | 'released' {
  return SELECTED_LANES.includes(lane) ? 'selected' : 'released';
}

export type Standing = {
  readonly status: 'selected' | 'examination' | 'awaiting_second' | 'released' | 'seized';
  /** Whether an officer decided, rather than the lane. */
  readonly isDecidedByOfficer: boolean;
  readonly isClaimed: boolean;
  readonly openHolds: number;
  readonly openReferrals: number;
  readonly actByAt: Date;
};

/**
 * What a new version of the data does to a consignment.
 * `reselect`: released by its lane, not yet here, and the new data would have selected it: it comes back to the queue.
 * `release`: it waited unclaimed, free of holds and questions, and the new data need nobody.
 * `keep`: an officer has it, or decided it; the row is marked UPDATED and a person looks.
 */
export function onNewVersion(standing: Standing, lane: Lane, at: Date): 'reselect' | 'release' | 'keep' {
  const needsOfficer = SELECTED_LANES.includes(lane);
  if (standing.status === 'released') {
    return needsOfficer && !standing.isDecidedByOfficer && standing.actByAt > at ? 'reselect' : 'keep';
  }
  const isIdle =
    standing.status === 'selected' && !standing.isClaimed && standing.openHolds === 0 && standing.openReferrals === 0;
  return isIdle && !needsOfficer ? 'release' : 'keep';
}
