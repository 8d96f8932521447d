import 'server-only';
import { randomUUID } from 'node:crypto';
import type { z } from 'zod';
import { writeAudit } from '@/db/audit';
import { accept, openChange } from '@/db/commands/clearance/change/open-change';
import { recordEvent } from '@/db/commands/clearance/change/record-event';
import { type Changed, writeChange } from '@/db/commands/clearance/change/write-change';
import { postAudits } from '@/db/schema';
import { inTransaction } from '@/db/transaction';
import { decideFirm } from '@/lib/clearance/decide-outcome';
import { SELECT_FOR_AUDIT_INPUT } from '@/lib/clearance/inputs';
import { parseInput } from '@/lib/clearance/parse-input';
import { nextStatus } from '@/lib/clearance/transitions';
import type { Actor } from '@/lib/identity/actor';
import { authorise } from '@/lib/identity/permissions';
import { refuse } from '@/lib/kernel/errors';

/**
 * Selects a consignment that left, whatever its lane, to be audited, for a reason in words: once its release stands firm, and one audit at
 * a time (Regulation (EU) No 952/2013, Article 48).
 * @throws NotFoundError, RefusedError `post_audit.open_already`, `decision.not_firm`, `status.*`, `row.*`
 */
export async function selectForAudit(
  actor: Actor,
  input: z.input<typeof SELECT_FOR_AUDIT_INPUT>,
  at = new Date(),
): Promise<Changed> {
  authorise(actor, 'clearance.post_audit');
  const { reason, ...seen } = parseInput(SELECT_FOR_AUDIT_INPUT, input);
  return inTransaction(async (tx) => {
    const open = await openChange(tx, actor, 'audit_select', seen, at);
    const { row, policy } = open;
    const { consignmentId, receivedOn, officeId } = row;
    const { next } = accept(nextStatus('audit_select', row.status));
    // What a lane released, nobody undoes.
    if (row.decidedBy) accept(decideFirm({ ...row, undoMinutes: policy.undoMinutes }, at));
    const postAuditId = randomUUID();
    const opened = { openedBy: actor.id, openedByName: actor.name, openedAt: at };
    const written = await tx
      .insert(postAudits)
      .values({
        ...{ consignmentId, receivedOn, officeId, auditId: postAuditId, basis: 'selected', reason },
        ...{ firstBy: row.decidedBy, ...opened },
      })
      .onConflictDoNothing()
      .returning({ auditId: postAudits.auditId });
    if (written.length === 0) throw refuse('post_audit.open_already');
    const { changed, standing } = await writeChange(tx, actor, open, { status: next });
    await recordEvent(tx, actor, row, 'audit_selected', { note: reason }, at);
    await writeAudit(
      tx,
      actor,
      {
        action: 'clearance.select_for_audit',
        subjectType: 'consignment',
        subjectId: consignmentId,
        officeId,
        details: { ...standing, postAuditId },
        reason,
      },
      at,
    );
    return changed;
  });
}
