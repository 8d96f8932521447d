import 'server-only';
import { and, desc, eq, getTableColumns, isNotNull } from 'drizzle-orm';
import type { Tx } from '@/db/connection';
import { ofConsignment, versionInForce, withinScope } from '@/db/queries/clearance/scope';
import { policyInForce } from '@/db/queries/policy/policy-in-force';
import { clearances, decisions, offices } from '@/db/schema';
import { ledgerEntry } from '@/db/statistics';
import { type ClaimFacts, decideHolder, decideSeen } from '@/lib/clearance/decide-claim';
import type { Act, Decision } from '@/lib/clearance/transitions';
import type { Actor } from '@/lib/identity/actor';
import { dayOf } from '@/lib/kernel/dates';
import { NotFoundError, RefusedError, refuse } from '@/lib/kernel/errors';
import type { Policy } from '@/lib/policy/policy';
import type { LedgerEntry } from '@/lib/statistics/contributions';

export type ClearanceRow = typeof clearances.$inferSelect;

/** A consignment locked for one act, with what its change is measured against. */
export type OpenChange = {
  readonly act: Act;
  readonly row: ClearanceRow;
  /** Version of the advance data in force. */
  readonly version: number;
  readonly holder: 'nobody' | 'self' | 'other';
  readonly before: LedgerEntry;
  readonly policy: Policy;
  readonly at: Date;
};

/** Acts that others may do beside the officer who holds the consignment. */
const BESIDE_THE_HOLDER: readonly Act[] = ['answer', 'answer_hold', 'appeal', 'decide_appeal', 'attach'];

/** A locked row that is as the actor saw it. */
export type SeenRow = { readonly row: ClearanceRow; readonly claim: ClaimFacts; readonly version: number };

/**
 * Locks the row of one consignment within the actor's scope and checks that it is as the actor saw it. `rowVersion` null skips
 * that check for acts that are conditional on something else (an open question). @throws NotFoundError, RefusedError `row.*`
 */
export async function lockSeen(
  tx: Tx,
  actor: Actor,
  seen: { readonly consignmentId: string; readonly rowVersion: number | null },
  at: Date,
): Promise<SeenRow> {
  const [found] = await tx
    .select({
      row: getTableColumns(clearances),
      version: versionInForce(seen.consignmentId),
    })
    .from(clearances)
    .where(and(ofConsignment(seen.consignmentId), withinScope(actor)))
    .for('update');
  if (!found) {
    await refuseTransferred(tx, actor, seen.consignmentId);
    throw new NotFoundError('consignment');
  }
  const { row, version } = found;
  const isStale = seen.rowVersion !== null && row.rowVersion !== seen.rowVersion;
  const decidedByName = isStale && row.decidedBy ? await deciderOf(tx, row.consignmentId) : null;
  const claim = { ...row, decidedByName };
  if (seen.rowVersion !== null) accept(decideSeen(claim, seen.rowVersion, actor.id, at));
  return { row, claim, version };
}

/**
 * Opens one act on a consignment: the row locked, as the actor saw it, not held by another, with the statistics it stood in.
 * @throws NotFoundError, RefusedError `row.*`, `claim.*`
 */
export async function openChange(
  tx: Tx,
  actor: Actor,
  act: Act,
  seen: { readonly consignmentId: string; readonly rowVersion: number | null },
  at: Date,
): Promise<OpenChange> {
  const { row, claim, version } = await lockSeen(tx, actor, seen, at);
  const holder = BESIDE_THE_HOLDER.includes(act) ? 'other' : accept(decideHolder(claim, actor.id, at)).holder;
  const before = await ledgerEntry(tx, row.consignmentId, row.receivedOn);
  return { act, row, version, holder, before, policy: await policyInForce(tx, dayOf(at)), at };
}

/** Turns a refused decision into the refusal that rolls the transaction back. @throws RefusedError */
export function accept<T>(decision: Decision<T>): { readonly ok: true } & T {
  if (!decision.ok) throw new RefusedError(decision.reasons);
  return decision;
}

/** Tells the office it was sent from where it went. @throws RefusedError `row.transferred` */
async function refuseTransferred(tx: Tx, actor: Actor, consignmentId: string): Promise<void> {
  const [gone] = await tx
    .select({ transfer: clearances.transfer, office: offices.name })
    .from(clearances)
    .innerJoin(offices, eq(offices.id, clearances.officeId))
    .where(and(ofConsignment(consignmentId), isNotNull(clearances.transfer)));
  if (!gone?.transfer || !actor.officeIds.includes(gone.transfer.from)) return;
  const { byName, at } = gone.transfer;
  throw refuse('row.transferred', { name: byName, office: gone.office, at: Date.parse(at) });
}

async function deciderOf(tx: Tx, consignmentId: string): Promise<string | null> {
  const [last] = await tx
    .select({ name: decisions.decidedByName })
    .from(decisions)
    .where(eq(decisions.consignmentId, consignmentId))
    .orderBy(desc(decisions.decidedAt))
    .limit(1);
  return last?.name ?? null;
}
