import 'server-only';
import { db } from '@/db/connection';
import type { DeclaredHeader, ItemDetail } from '@/db/queries/consignment/consignment-detail';
import { getConsignment } from '@/db/queries/consignment/get-consignment';
import { policyInForce } from '@/db/queries/policy/policy-in-force';
import type { MaskedParty } from '@/lib/clearance/mask-party';
import { type Notice, noticeOf } from '@/lib/clearance/notice';
import { dayOf } from '@/lib/kernel/dates';
import type { Actor } from '@/lib/identity/actor';
import { authorise } from '@/lib/identity/permissions';
import { NotFoundError } from '@/lib/kernel/errors';

export type NoticeDetail = {
  readonly notice: Notice;
  readonly reference: string;
  readonly administration: string;
  readonly officeName: string;
  readonly recipient: MaskedParty | null;
  readonly sent: Pick<DeclaredHeader, 's10Id' | 'houseRef' | 'mrn' | 'dispatchCountry'>;
  readonly items: readonly Pick<ItemDetail, 'itemNumber' | 'description' | 'quantity' | 'declaredValue'>[];
};

/** The notice of one decision to the recipient, by the law of its day. @throws NotFoundError where none is due, or it is of another office */
export async function getNotice(actor: Actor, consignmentId: string, decisionId: string): Promise<NoticeDetail> {
  authorise(actor, 'consignment.read');
  const { row, officeName, declared, items, parties, decisions } = await getConsignment(actor, consignmentId);
  const decision = decisions.find((one) => one.decisionId === decisionId);
  if (!decision) throw new NotFoundError('decision');
  const policy = await policyInForce(db(), dayOf(new Date(decision.secondAt ?? decision.decidedAt)));
  const notice = decision.told && noticeOf({ ...decision, ...decision.told }, policy.appeal);
  if (!notice) throw new NotFoundError('notice');
  const { administration } = policy;
  return {
    notice,
    reference: row.reference,
    administration,
    officeName,
    recipient: parties.recipient,
    sent: declared,
    items,
  };
}
