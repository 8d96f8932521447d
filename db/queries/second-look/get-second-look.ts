import 'server-only';
import { and, desc, eq, getTableColumns, gt, inArray, isNotNull, or } from 'drizzle-orm';
import { db } from '@/db/connection';
import { withinScope } from '@/db/queries/clearance/scope';
import type { ConsignmentDetail } from '@/db/queries/consignment/consignment-detail';
import { findWhere } from '@/db/queries/consignment/find-scoped';
import { readConsignment } from '@/db/queries/consignment/get-consignment';
import { type UnitValues, unitValuesOf } from '@/db/queries/consignment/get-unit-values';
import { type AttachmentDetail, listAttachmentsBlind } from '@/db/queries/consignment/list-attachments';
import { secondLooks } from '@/db/schema';
import type { LookAnswer, LookedAt } from '@/lib/clearance/second-look';
import type { Actor } from '@/lib/identity/actor';
import { authorise } from '@/lib/identity/permissions';
import { NotFoundError } from '@/lib/kernel/errors';
import { isUuid } from '@/lib/kernel/ids';
import { asItStood } from './as-it-stood';

type Choice<Code> = { readonly answer: Code; readonly reason: string | null };

/** A second look as its officer sees it: blind until it is answered, then with what was decided first. */
export type SecondLookDetail = { readonly lookId: string; readonly reference: string } & (
  | {
      readonly state: 'blind';
      readonly detail: ConsignmentDetail;
      readonly unitValues: UnitValues;
      /** Pictures and papers that were there before the first decision. */
      readonly attachments: readonly AttachmentDetail[];
      /** ISO instant at which it was read. */
      readonly readAt: string;
      /** ISO: until then nobody else takes it. */
      readonly until: string;
    }
  | {
      readonly state: 'answered';
      readonly own: Choice<LookAnswer>;
      readonly first: Choice<LookedAt>;
    }
);

/**
 * The second look that the actor has in hand, or answered last, at a consignment. @throws NotFoundError where there is none: to others it
 * does not exist
 */
export async function getSecondLook(actor: Actor, consignmentId: string, at = new Date()): Promise<SecondLookDetail> {
  authorise(actor, 'clearance.second_look');
  const [look] = isUuid(consignmentId)
    ? await db()
        .select(getTableColumns(secondLooks))
        .from(secondLooks)
        .where(
          and(
            eq(secondLooks.consignmentId, consignmentId),
            eq(secondLooks.takenBy, actor.id),
            inArray(secondLooks.officeId, [...actor.officeIds]),
            or(isNotNull(secondLooks.answeredAt), gt(secondLooks.takenUntil, at)),
          ),
        )
        .orderBy(desc(secondLooks.takenAt))
        .limit(1)
    : [];
  if (!look?.takenUntil) throw new NotFoundError('second look');
  const found = await findWhere(consignmentId, withinScope(actor));
  const { lookId, answer, reason, firstChoice, firstReason, takenUntil } = look;
  const { reference } = found.clearance;
  if (answer !== null) {
    const first = { answer: firstChoice, reason: firstReason };
    return { state: 'answered', lookId, reference, own: { answer, reason }, first };
  }
  const [detail, unitValues, attachments] = await Promise.all([
    readConsignment(actor, found, at),
    unitValuesOf(found.clearance, at),
    listAttachmentsBlind(actor, consignmentId),
  ]);
  return {
    state: 'blind',
    lookId,
    reference,
    detail: asItStood(detail, look),
    unitValues,
    attachments,
    readAt: at.toISOString(),
    until: takenUntil.toISOString(),
  };
}
