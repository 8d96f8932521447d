import 'server-only';
import { and, eq } from 'drizzle-orm';
import type { Tx } from '@/db/connection';
import { clearances } from '@/db/schema';
import { ledgerEntry, recordChange } from '@/db/statistics';
import type { StandingChange } from '@/lib/audit/known-details';
import { leaseUntil } from '@/lib/clearance/decide-claim';
import { claimEffect } from '@/lib/clearance/transitions';
import { isOwingAlike } from '@/lib/collection/owing-alike';
import type { Actor } from '@/lib/identity/actor';
import { refuse } from '@/lib/kernel/errors';
import { followDemand } from './follow-demand';
import type { ClearanceRow, OpenChange } from './open-change';

/** What every command answers with: the row's new version for the next act of the same officer. */
export type Changed = {
  readonly consignmentId: string;
  readonly status: ClearanceRow['status'];
  readonly rowVersion: number;
  readonly claimNumber: number;
  /** ISO instant until which the officer holds the consignment; null when nobody does. */
  readonly leaseUntil: string | null;
};

export type Written = { readonly changed: Changed; readonly standing: StandingChange };

/** Columns that end a claim. */
export const UNCLAIMED = { claimedBy: null, claimedByName: null, claimedAt: null, leaseUntil: null } as const;

/** Columns that name the holder of a lease that begins now. */
export function holderColumns(actor: Pick<Actor, 'id' | 'name'>, at: Date, leaseMinutes: number) {
  return {
    claimedBy: actor.id,
    claimedByName: actor.name,
    claimedAt: at,
    leaseUntil: leaseUntil(at, leaseMinutes),
  };
}

/** Columns of a claim that begins now; the fencing number goes up. */
export function claimColumns(
  row: ClearanceRow,
  actor: Pick<Actor, 'id' | 'name'>,
  at: Date,
  leaseMinutes: number,
): Partial<ClearanceRow> {
  return { ...holderColumns(actor, at, leaseMinutes), claimNumber: row.claimNumber + 1, ...begun(row) };
}

/** Columns of one that is not put off and was not. */
export const PUT_OFF_NO_MORE = { snoozedUntil: null, snooze: null, wokeAt: null } as const;

/** What a claim that begins leaves of what went before: why it came back is told until it is decided; what is put off is so no more. */
function begun(row: Pick<ClearanceRow, 'snoozedUntil'>): Partial<ClearanceRow> {
  return { isReturned: false, ...(row.snoozedUntil ? PUT_OFF_NO_MORE : {}) };
}

/**
 * Writes the change on the condition that the row is still the one that was decided on, with what the act does to the claim,
 * and the statistics it moves. Call it last, after the rows that hang off the consignment. @throws RefusedError `row.changed`
 */
export async function writeChange(
  tx: Tx,
  actor: Actor,
  open: OpenChange,
  set: Partial<ClearanceRow>,
): Promise<Written> {
  const { row } = open;
  const [after] = await tx
    .update(clearances)
    .set({ ...claimAfter(open, actor, set.status ?? row.status), ...set, rowVersion: row.rowVersion + 1 })
    .where(
      and(
        eq(clearances.consignmentId, row.consignmentId),
        eq(clearances.receivedOn, row.receivedOn),
        eq(clearances.status, row.status),
        eq(clearances.rowVersion, row.rowVersion),
        eq(clearances.claimNumber, row.claimNumber),
      ),
    )
    .returning();
  if (!after) throw refuse('row.changed');
  await followDemand(tx, open, after);
  const now = await ledgerEntry(tx, row.consignmentId, row.receivedOn);
  await recordChange(tx, open.before, now, isOwingAlike(open.act, open.before, now));
  return {
    changed: changedOf(after),
    standing: { before: standingOf(row), after: standingOf(after), rowVersion: row.rowVersion },
  };
}

/** The answer of a command from the row it wrote. */
export function changedOf(row: ClearanceRow): Changed {
  return {
    consignmentId: row.consignmentId,
    status: row.status,
    rowVersion: row.rowVersion,
    claimNumber: row.claimNumber,
    leaseUntil: row.leaseUntil?.toISOString() ?? null,
  };
}

function claimAfter(
  { act, row, holder, policy, at }: OpenChange,
  actor: Actor,
  next: ClearanceRow['status'],
): Partial<ClearanceRow> {
  switch (claimEffect(act, row.status, next)) {
    case 'end':
      return {
        ...UNCLAIMED,
        ...PUT_OFF_NO_MORE,
        isReturned: false,
        answeredFor: null,
        answeredAlsoFor: null,
        skippedBy: null,
      };
    case 'take':
      if (holder === 'self') return { leaseUntil: leaseUntil(at, policy.leaseMinutes) };
      return claimColumns(row, actor, at, policy.leaseMinutes);
    case 'leave':
      return {};
  }
}

function standingOf(row: ClearanceRow) {
  return {
    status: row.status,
    claimedBy: row.claimedBy,
    openHolds: row.openHolds,
    openReferrals: row.openReferrals,
    examinationOutcome: row.examinationOutcome,
  };
}
