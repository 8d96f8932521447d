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
import type { Actor } from '@/lib/identity/actor';
import { authorise } from '@/lib/identity/permissions';
import { refuse } from '@/lib/kernel/errors';
import { accept, openChange } from './change/open-change';
import { recordEvent } from './change/record-event';
import { type Changed, writeChange } from './change/write-change';

/**
 * Takes back the officer's own last decision while the partner has not read it and the window is open, or withdraws a proposed
 * seizure. The consignment comes back to the officer. @throws RefusedError `undo.*`, `claim.*`, `row.*`
 */
export async function undoDecision(actor: Actor, input: z.input<typeof UNDO_INPUT>, at = new Date()): Promise<Changed> {
  authorise(actor, 'clearance.undo');
  const wish = parseInput(UNDO_INPUT, input);
  return inTransaction(async (tx) => {
    const open = await openChange(tx, actor, 'undo_release', wish, at);
    const { row, policy } = open;
    const last = await lastDecision(tx, row.consignmentId);
    const facts = {
      status: row.status,
      last,
      transmittedAt: row.transmittedAt,
      undoMinutes: policy.undoMinutes,
    };
    const { next } = accept(decideUndo(facts, actor.id, at));
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
    const { changed, standing } = await writeChange(tx, actor, open, {
      status: next,
      decidedAt: null,
      decidedBy: null,
      releasedAt: null,
    });
    await withdrawDecision(tx, row.consignmentId, last.decidedAt, at);
    await recordEvent(tx, actor, row, 'undone', { kind: last.kind, note: wish.note }, at);
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

async function lastDecision(tx: Tx, consignmentId: string) {
  const [last] = await tx
    .select()
    .from(decisions)
    .where(eq(decisions.consignmentId, consignmentId))
    .orderBy(desc(decisions.decidedAt))
    .limit(1);
  return last ?? null;
}
