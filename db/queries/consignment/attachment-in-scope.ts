import 'server-only';
import { and, eq, gt, gte, inArray, type SQL, sql } from 'drizzle-orm';
import type { Tx } from '@/db/connection';
import { ofConsignment, withinScope } from '@/db/queries/clearance/scope';
import { isBlindAtFile, notOfFirst } from '@/db/queries/second-look/conditions';
import { attachments, auditLog, clearances, holds } from '@/db/schema';
import type { AuditAction } from '@/lib/audit/actions';
import { TRANSITIONS } from '@/lib/clearance/transitions';
import type { Actor } from '@/lib/identity/actor';
import { dayOf } from '@/lib/kernel/dates';
import { NotFoundError } from '@/lib/kernel/errors';

/** Looks of one person at one attachment within this time are one look, and so long a stated reason opens it. */
export const ONE_LOOK_MINUTES = 10;

/**
 * One attachment with what a change of its consignment is told to: within the actor's scope, and for a partner what it sent itself; what
 * customs made is not for it. An agency has those of goods it is still to answer about. Who looks blindly has what was there before the
 * first decision; neither of the two has the words of customs.
 * Whoever asks has authorised. @throws NotFoundError
 */
export async function attachmentInScope(tx: Tx, actor: Actor, consignmentId: string, attachmentId: string) {
  const [found] = await tx
    .select({
      attachment: attachments,
      consignmentId: clearances.consignmentId,
      receivedOn: clearances.receivedOn,
      partnerId: clearances.partnerId,
      reference: clearances.reference,
      officeId: clearances.officeId,
      isBlind: isBlindAtFile(actor),
    })
    .from(clearances)
    .innerJoin(attachments, eq(attachments.consignmentId, clearances.consignmentId))
    .where(
      and(
        ofConsignment(consignmentId),
        withinScope(actor),
        eq(attachments.attachmentId, attachmentId),
        notOfFirst(actor),
        actor.role === 'agency' ? isToAnswer(actor) : undefined,
      ),
    );
  if (!found || (actor.role === 'partner' && found.attachment.sentFrom !== 'partner')) {
    throw new NotFoundError('attachment');
  }
  const { isBlind, attachment, ...subject } = found;
  return { ...subject, attachment: isBlind || actor.role === 'agency' ? withoutWords(attachment) : attachment };
}

/** Whether an agency may still answer a hold placed for it on the consignment. Names are written out: a query of one table drops their qualifiers. */
const isToAnswer = (actor: Actor): SQL | undefined =>
  and(
    inArray(clearances.status, TRANSITIONS.answer_hold.from),
    sql`exists (select 1 from ${holds} as placed where placed.consignment_id = clearances.consignment_id
      and placed.agency_id = ${actor.agencyId} and placed.lifted_at is null)`,
  );

/** An attachment without what an officer called it or wrote of it; what the partner says of its own file stays. */
export function withoutWords<Row extends Pick<typeof attachments.$inferSelect, 'sentFrom' | 'fileName' | 'caption'>>(
  row: Row,
): Row {
  return row.sentFrom === 'customs' ? { ...row, fileName: null, caption: null } : row;
}

/** Whether the audit log holds such an act of this person on this attachment of the last ten minutes. */
export async function hasLately(
  tx: Tx,
  actor: Actor,
  action: AuditAction,
  { consignmentId, attachmentId }: { readonly consignmentId: string; readonly attachmentId: string },
  at: Date,
): Promise<boolean> {
  const since = new Date(at.getTime() - ONE_LOOK_MINUTES * 60_000);
  const [last] = await tx
    .select({ id: auditLog.id })
    .from(auditLog)
    .where(
      and(
        eq(auditLog.subjectType, 'consignment'),
        eq(auditLog.subjectId, consignmentId),
        gt(auditLog.at, since),
        gte(auditLog.receivedOn, dayOf(since)),
        eq(auditLog.actorId, actor.id),
        eq(auditLog.action, action),
        sql`${auditLog.details} ->> 'attachmentId' = ${attachmentId}`,
      ),
    )
    .limit(1);
  return last !== undefined;
}
