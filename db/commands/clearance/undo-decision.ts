import 'server-only';
import { and, desc, eq } from 'drizzle-orm';
import type { z } from 'zod';
import { writeAudit } from '@/db/audit';
import { withdrawDecision } from '@/db/commands/webhook/withdraw-decision';
import type { Tx } from '@/db/connection';
import { decisions } from '@/db/schema';
import { inTransaction } from '@/db/transaction';
import { decideUndo } from '@/lib/clearance/decide-undo';
import { UNDO_INPUT } from '@/lib/clearance/inputs';
import { parseInput } from '@/lib/clearance/parse-input';
import { isDecided, type Status } from '@/lib/clearance/transitions';
import type { Actor } from '@/lib/identity/actor';
import { authorise } from '@/lib/identity/permissions';
import { refuse } from '@/lib/kernel/errors';
import { accept, type ClearanceRow, openChange } from './change/open-change';
import { recordEvent } from './change/record-event';
import { type Changed, writeChange } from './change/write-change';

/**
 * Takes back the officer's own last decision while the partner has not read it and the window is open, or withdraws what the
 * officer proposed. The consignment stands where it stood; what comes back to the queue comes back to the officer. @throws RefusedError `undo.*`, `claim.*`, `row.*`
 */
export async function undoDecision(actor: Actor, input: z.input<typeof UNDO_INPUT>, at = new Date()): Promise<Changed> {
  authorise(actor, 'clearance.undo');
  const wish = parseInput(UNDO_INPUT, input);
  return inTransaction(async (tx) => {
    const open = await openChange(tx, actor, 'undo', wish, at);
    const { row, policy } = open;
    const [last, ...earlier] = await decisionsOf(tx, row.consignmentId);
    const facts = {
      status: row.status,
      last: last ?? null,
      transmittedAt: row.transmittedAt,
      undoMinutes: policy.undoMinutes,
    };
    const { next, act } = accept(decideUndo(facts, actor.id, at));
    if (!last) throw refuse('undo.nothing');
    await tx
      .update(decisions)
      .set({ state: 'undone' })
      .where(
        and(
          eq(decisions.consignmentId, row.consignmentId),
          eq(decisions.decisionId, last.decisionId),
          eq(decisions.state, last.state),
        ),
      );
    const isProposal = act === 'withdraw_proposal';
    const { changed, standing } = await writeChange(tx, actor, open, {
      status: next,
      ...(isProposal ? { proposedKind: null, proposedFrom: null } : standingDecision(next, earlier)),
    });
    if (!isProposal) await withdrawDecision(tx, row.consignmentId, last.decidedAt, at);
    await recordEvent(tx, actor, row, 'undone', { kind: last.kind, of: last.state, note: wish.note }, at);
    await writeAudit(
      tx,
      actor,
      {
        action: 'clearance.undo',
        subjectType: 'consignment',
        subjectId: row.consignmentId,
        officeId: row.officeId,
        details: { ...standing, decisionId: last.decisionId, kind: last.kind },
        reason: wish.note,
      },
      at,
    );
    return changed;
  });
}

/** Columns of the decision that stands again when the one after it is taken back; of none, where it goes back to the queue. */
function standingDecision(next: Status, earlier: readonly (typeof decisions.$inferSelect)[]): Partial<ClearanceRow> {
  const stands = isDecided(next) ? earlier.find(({ state }) => state === 'final') : undefined;
  return {
    releasedAt: null,
    decidedAt: stands ? (stands.secondAt ?? stands.decidedAt) : null,
    decidedBy: stands?.decidedBy ?? null,
  };
}

/** Decisions on a consignment, the last one first. */
async function decisionsOf(tx: Tx, consignmentId: string) {
  return tx
    .select()
    .from(decisions)
    .where(eq(decisions.consignmentId, consignmentId))
    .orderBy(desc(decisions.decidedAt));
}
