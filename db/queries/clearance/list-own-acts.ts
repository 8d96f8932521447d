import 'server-only';
import { and, desc, eq, gte, inArray } from 'drizzle-orm';
import { db } from '@/db/connection';
import { policyInForce } from '@/db/queries/policy/policy-in-force';
import { auditLog, clearances, decisions } from '@/db/schema';
import { decideUndo } from '@/lib/clearance/decide-undo';
import { OWN_ACTS, OWN_ACTS_HOURS, OWN_ACTS_MAX, type OwnActKind } from '@/lib/clearance/own-acts';
import type { Status } from '@/lib/clearance/transitions';
import type { Actor } from '@/lib/identity/actor';
import { authorise, can } from '@/lib/identity/permissions';
import { dayOf } from '@/lib/kernel/dates';
import { amongRows, shownTo } from './scope';

export type OwnAct = {
  readonly id: string;
  /** ISO. */
  readonly at: string;
  readonly kind: OwnActKind;
  readonly consignmentId: string;
  readonly reference: string;
  /** Where the consignment stands now. */
  readonly status: Status;
  /** The words that were given. */
  readonly reason: string | null;
  /** What takes it back, where that still stands: the version of the row, and until when; `open` for a proposal. */
  readonly undo: { readonly rowVersion: number; readonly until: string; readonly isProposal: boolean } | null;
};

/**
 * What the actor did to consignments in the last day, the latest first, as the audit log has it; each decision that still can be taken
 * back with what that takes. Of what lies with another office now, or is looked at blindly, nothing.
 */
export async function listOwnActs(actor: Actor, at = new Date()): Promise<readonly OwnAct[]> {
  authorise(actor, 'clearance.queue');
  const since = new Date(at.getTime() - OWN_ACTS_HOURS * 3_600_000);
  const logged = await db()
    .select()
    .from(auditLog)
    .where(
      and(
        eq(auditLog.actorId, actor.id),
        gte(auditLog.at, since),
        gte(auditLog.receivedOn, dayOf(since)),
        eq(auditLog.subjectType, 'consignment'),
        inArray(auditLog.action, [...OWN_ACTS]),
      ),
    )
    .orderBy(desc(auditLog.at), desc(auditLog.id))
    .limit(OWN_ACTS_MAX);
  if (logged.length === 0) return [];
  const ids = [...new Set(logged.map(({ subjectId }) => subjectId))];
  const [rows, decided, { undoMinutes }] = await Promise.all([
    db()
      .select()
      .from(clearances)
      .where(and(amongRows(ids.map((consignmentId) => ({ consignmentId }))), shownTo(actor))),
    db().select().from(decisions).where(inArray(decisions.consignmentId, ids)).orderBy(desc(decisions.decidedAt)),
    policyInForce(db(), dayOf(at)),
  ]);
  const standing = new Map(rows.map((row) => [row.consignmentId, row]));
  /** The last decision of a consignment, where the actor may take it back now. */
  const undoable = (row: typeof clearances.$inferSelect) => {
    const last = decided.find(({ consignmentId }) => consignmentId === row.consignmentId);
    if (!last || !can(actor, 'clearance.undo')) return null;
    const isHeldByOther = row.claimedBy !== null && row.claimedBy !== actor.id;
    const facts = { status: row.status, last, transmittedAt: row.transmittedAt, undoMinutes };
    if (isHeldByOther || !decideUndo(facts, actor.id, at).ok) return null;
    const isProposal = last.state === 'proposed';
    const until = new Date(last.decidedAt.getTime() + undoMinutes * 60_000).toISOString();
    return {
      decisionId: last.decisionId,
      undo: { rowVersion: row.rowVersion, until: isProposal ? 'open' : until, isProposal },
    };
  };
  return logged.flatMap(({ id, at: actedAt, action, subjectId, details, reason }): OwnAct[] => {
    const row = standing.get(subjectId);
    if (!row) return [];
    const back = undoable(row);
    return [
      {
        ...{ id, reason, kind: action as OwnActKind, consignmentId: subjectId, reference: row.reference },
        at: actedAt.toISOString(),
        status: row.status,
        undo: back && back.decisionId === details.decisionId && action !== 'clearance.undo' ? back.undo : null,
      },
    ];
  });
}
