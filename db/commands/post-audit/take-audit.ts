import 'server-only';
import type { z } from 'zod';
import { writeAudit } from '@/db/audit';
import { accept, openChange } from '@/db/commands/clearance/change/open-change';
import { recordEvent } from '@/db/commands/clearance/change/record-event';
import { type Changed, writeChange } from '@/db/commands/clearance/change/write-change';
import { auditWithin, isAudit } from '@/db/queries/post-audit/audit-rows';
import { postAudits } from '@/db/schema';
import { inTransaction } from '@/db/transaction';
import { TAKE_AUDIT_INPUT } from '@/lib/clearance/inputs';
import { parseInput } from '@/lib/clearance/parse-input';
import { decideTake } from '@/lib/clearance/post-audit';
import { nextStatus } from '@/lib/clearance/transitions';
import type { Actor } from '@/lib/identity/actor';
import { authorise } from '@/lib/identity/permissions';

/**
 * Takes an open audit, from a colleague too where it was seen with that colleague; never of goods the officer released.
 * @throws NotFoundError, RefusedError `post_audit.*`, `status.*`, `row.*`
 */
export async function takeAudit(
  actor: Actor,
  input: z.input<typeof TAKE_AUDIT_INPUT>,
  at = new Date(),
): Promise<Changed> {
  authorise(actor, 'clearance.post_audit');
  const { auditId, seenWith, ...seen } = parseInput(TAKE_AUDIT_INPUT, input);
  return inTransaction(async (tx) => {
    const open = await openChange(tx, actor, 'audit_take', seen, at);
    const { row } = open;
    const { next } = accept(nextStatus('audit_take', row.status));
    const audit = await auditWithin(tx, actor, { consignmentId: row.consignmentId, auditId });
    accept(decideTake(audit, seenWith, actor.id));
    await tx
      .update(postAudits)
      .set({ takenBy: actor.id, takenByName: actor.name, takenAt: at })
      .where(isAudit(row.consignmentId, auditId));
    const { changed, standing } = await writeChange(tx, actor, open, { status: next });
    await recordEvent(tx, actor, row, 'audit_taken', {}, at);
    await writeAudit(
      tx,
      actor,
      {
        action: 'clearance.take_audit',
        subjectType: 'consignment',
        subjectId: row.consignmentId,
        officeId: row.officeId,
        details: { ...standing, postAuditId: auditId },
      },
      at,
    );
    return changed;
  });
}
