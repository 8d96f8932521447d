import { type Decision, isDecided, type Status } from './transitions';

export type ClaimFacts = {
  readonly status: Status;
  readonly rowVersion: number;
  readonly claimedBy: string | null;
  readonly claimedByName: string | null;
  readonly claimedAt: Date | null;
  readonly leaseUntil: Date | null;
  readonly isReturned: boolean;
  readonly decidedAt: Date | null;
  /** Null when the lane released it. */
  readonly decidedByName: string | null;
};

export type Holder = 'nobody' | 'self';

/**
 * Who holds the consignment, for an officer about to act. Another officer's lease that has run out holds nothing;
 * one's own does not either, so that an act that comes too late is told so. Instants in refusals are epoch milliseconds.
 */
export function decideHolder(claim: ClaimFacts, actorId: string, at: Date): Decision<{ holder: Holder }> {
  if (!claim.claimedBy) return { ok: true, holder: 'nobody' };
  const isExpired = claim.leaseUntil !== null && claim.leaseUntil <= at;
  if (claim.claimedBy === actorId) {
    return isExpired ? { ok: false, reasons: [{ code: 'claim.expired' }] } : { ok: true, holder: 'self' };
  }
  if (isExpired) return { ok: true, holder: 'nobody' };
  return { ok: false, reasons: [heldBy(claim)] };
}

/** Whether the officer saw the row as it is. The refusal says what happened meanwhile, as far as the row tells. */
export function decideSeen(claim: ClaimFacts, seenVersion: number, actorId: string, at: Date): Decision<object> {
  if (claim.rowVersion === seenVersion) return { ok: true };
  if (isDecided(claim.status)) return { ok: false, reasons: [decidedBy(claim)] };
  if (claim.status === 'withdrawn') return { ok: false, reasons: [{ code: 'row.withdrawn' }] };
  if (claim.claimedBy && claim.claimedBy !== actorId && claim.leaseUntil && claim.leaseUntil > at) {
    return { ok: false, reasons: [heldBy(claim)] };
  }
  if (!claim.claimedBy && claim.isReturned) return { ok: false, reasons: [{ code: 'claim.expired' }] };
  return { ok: false, reasons: [{ code: 'row.changed' }] };
}

function heldBy(claim: ClaimFacts) {
  return {
    code: 'claim.held',
    params: { name: claim.claimedByName ?? '', since: claim.claimedAt?.getTime() ?? 0 },
  };
}

function decidedBy(claim: ClaimFacts) {
  if (!claim.decidedByName || !claim.decidedAt) return { code: 'row.released_by_lane' };
  return { code: 'row.decided', params: { name: claim.decidedByName, at: claim.decidedAt.getTime() } };
}

/** Until when a claim made or kept now lasts. */
export function leaseUntil(at: Date, leaseMinutes: number): Date {
  return new Date(at.getTime() + leaseMinutes * 60_000);
}
