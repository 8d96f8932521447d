import 'server-only';
import { and, eq, inArray, sql } from 'drizzle-orm';
import { writeAudits } from '@/db/audit';
import { recordEvents } from '@/db/commands/clearance/change/record-event';
import type { Tx } from '@/db/connection';
import { IS_OPEN_AUDIT } from '@/db/queries/post-audit/audit-rows';
import { clearances, postAudits } from '@/db/schema';
import type { AuditEnd } from '@/lib/clearance/post-audit';
import type { Actor } from '@/lib/identity/actor';

/**
 * Ends, set-wise, the audits of goods that came back: they are controlled again as goods that have not left, and a later release is
 * audited anew. Part of the command that brings them back, which has authorised and holds their rows; where none is audited it is one
 * look at an index.
 */
export async function endAudits(
  tx: Tx,
  actor: Actor,
  consignmentIds: readonly string[],
  endedAs: AuditEnd,
  at: Date,
): Promise<void> {
  if (consignmentIds.length === 0) return;
  const ended = await tx
    .update(postAudits)
    .set({ closedAt: at, endedAs })
    .where(and(inArray(postAudits.consignmentId, [...consignmentIds]), IS_OPEN_AUDIT))
    .returning({ consignmentId: postAudits.consignmentId, auditId: postAudits.auditId });
  if (ended.length === 0) return;
  const rows = await tx
    .select({
      consignmentId: clearances.consignmentId,
      receivedOn: clearances.receivedOn,
      partnerId: clearances.partnerId,
      reference: clearances.reference,
      officeId: clearances.officeId,
    })
    .from(clearances)
    .where(
      inArray(
        clearances.consignmentId,
        ended.map(({ consignmentId }) => consignmentId),
      ),
    );
  for (const partnerId of new Set(rows.map((row) => row.partnerId))) {
    const own = rows.filter((row) => row.partnerId === partnerId);
    const lines = own.map((row) => ({ row, kind: 'audit_ended' as const, values: { endedAs } }));
    await recordEvents(tx, actor, partnerId, lines, at);
  }
  const auditOf = new Map(ended.map(({ consignmentId, auditId }) => [consignmentId, auditId]));
  await writeAudits(
    tx,
    actor,
    rows.map(({ consignmentId, officeId }) => ({
      action: 'clearance.end_audit' as const,
      subjectType: 'consignment' as const,
      subjectId: consignmentId,
      officeId,
      details: { postAuditId: auditOf.get(consignmentId) ?? '', endedAs },
    })),
    at,
  );
}

/** Open audits go with their goods where new data name another office: there they are listed, drawn beside and gone on with. */
export async function moveAudits(tx: Tx, consignmentIds: readonly string[]): Promise<void> {
  if (consignmentIds.length === 0) return;
  await tx
    .update(postAudits)
    .set({ officeId: sql`${clearances.officeId}` })
    .from(clearances)
    .where(
      and(
        inArray(postAudits.consignmentId, [...consignmentIds]),
        IS_OPEN_AUDIT,
        eq(clearances.consignmentId, postAudits.consignmentId),
        eq(clearances.receivedOn, postAudits.receivedOn),
      ),
    );
}
