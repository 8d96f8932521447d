import 'server-only';
import { and, desc, eq, gte } from 'drizzle-orm';
import type { z } from 'zod';
import { writeAudit } from '@/db/audit';
import { now } from '@/db/clock';
import { withdrawDecision } from '@/db/commands/webhook/withdraw-decision';
import type { Tx } from '@/db/connection';
import { decisions, events } from '@/db/schema';
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
export async function undoDecision(actor: Actor, input: z.input<typeof UNDO_INPUT>, at = now()): Promise<Changed> {
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
      ...(isProposal ? { proposedKind: null, proposedFrom: null } : await standingDecision(tx, next, earlier)),
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
async function standingDecision(
  tx: Tx,
  next: Status,
  earlier: readonly (typeof decisions.$inferSelect)[],
): Promise<Partial<ClearanceRow>> {
  const stands = isDecided(next) ? earlier.find(({ state }) => state === 'final') : undefined;
  if (!stands) return { releasedAt: null, decidedAt: null, decidedBy: null };
  const { consignmentId, decidedBy, secondAt } = stands;
  const decidedAt = secondAt ?? stands.decidedAt;
  return {
    releasedAt: null,
    decidedAt,
    decidedBy,
    transmittedAt: await transmittedSince(tx, consignmentId, decidedAt),
  };
}

/** When the partner read a decision first: what was told once is not taken back because a later decision was. */
async function transmittedSince(tx: Tx, consignmentId: string, decidedAt: Date): Promise<Date | null> {
  const [told] = await tx
    .select({ at: events.at })
    .from(events)
    .where(and(eq(events.consignmentId, consignmentId), eq(events.kind, 'transmitted'), gte(events.at, decidedAt)))
    .orderBy(events.at)
    .limit(1);
  return told?.at ?? null;
}

/** Decisions on a consignment, the last one first. */
async function decisionsOf(tx: Tx, consignmentId: string) {
  return tx
    .select()
    .from(decisions)
    .where(eq(decisions.consignmentId, consignmentId))
    .orderBy(desc(decisions.decidedAt));
}
