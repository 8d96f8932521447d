import 'server-only';
import { db } from '@/db/connection';
import type {
  ConsignmentDetail,
  CorrectedDetail,
  DeclaredHeader,
  ExaminationDetail,
  ItemDetail,
} from '@/db/queries/consignment/consignment-detail';
import { getConsignment } from '@/db/queries/consignment/get-consignment';
import { policyInForce } from '@/db/queries/policy/policy-in-force';
import type { MaskedParty } from '@/lib/clearance/mask-party';
import { type Notice, noticeNumber, noticeOf } from '@/lib/clearance/notice';
import { dayOf } from '@/lib/kernel/dates';
import type { Actor } from '@/lib/identity/actor';
import { authorise } from '@/lib/identity/permissions';
import { NotFoundError } from '@/lib/kernel/errors';

export type NoticeDetail = {
  readonly notice: Notice;
  /** What it is named by in an appeal. */
  readonly number: string;
  readonly reference: string;
  readonly administration: string;
  readonly officeName: string;
  readonly recipient: MaskedParty | null;
  readonly sent: Pick<DeclaredHeader, 's10Id' | 'houseRef' | 'mrn' | 'dispatchCountry'>;
  readonly items: readonly Pick<ItemDetail, 'itemNumber' | 'description' | 'quantity' | 'declaredValue'>[];
  /** What a release with correction rests on; null for every other decision. */
  readonly correction: NoticedCorrection | null;
};

export type NoticedCorrection = {
  /** What was declared and what was found, field by field; a later examination stands for an earlier one. */
  readonly found: ExaminationDetail['corrections'];
  /** Value and charges as declared and as corrected; null once examinations after the decision changed them. */
  readonly charges: CorrectedDetail | null;
  readonly declaredLines: CorrectedDetail['chargeLines'];
};

/** The notice of one decision to the recipient, by the law of its day. @throws NotFoundError where none is due, or it is of another office */
export async function getNotice(actor: Actor, consignmentId: string, decisionId: string): Promise<NoticeDetail> {
  authorise(actor, 'consignment.read');
  const detail = await getConsignment(actor, consignmentId);
  const { row, officeName, declared, items, parties, decisions } = detail;
  const decision = decisions.find((one) => one.decisionId === decisionId);
  if (!decision) throw new NotFoundError('decision');
  const policy = await policyInForce(db(), dayOf(new Date(decision.secondAt ?? decision.decidedAt)));
  const notice = decision.told && noticeOf({ ...decision, ...decision.told }, policy.appeal);
  if (!notice) throw new NotFoundError('notice');
  const { administration } = policy;
  return {
    notice,
    number: noticeNumber(row.reference, decisions, decisionId),
    reference: row.reference,
    administration,
    officeName,
    recipient: parties.recipient,
    sent: declared,
    items,
    correction: notice.kind === 'release_with_correction' ? correctionOf(detail, decision.decidedAt) : null,
  };
}

/** What the examinations had found when it was decided. */
function correctionOf(
  { examinations, corrected, assessments }: ConsignmentDetail,
  decidedAt: string,
): NoticedCorrection {
  const known = examinations.filter(({ recordedAt }) => recordedAt !== null && recordedAt <= decidedAt);
  const isChanged = examinations.some(
    ({ recordedAt, corrections }) => recordedAt !== null && recordedAt > decidedAt && corrections.length > 0,
  );
  const found = new Map(
    known.flatMap(({ corrections }) => corrections.map((one) => [`${one.itemNumber} ${one.field}`, one] as const)),
  );
  return {
    found: [...found.values()],
    charges: isChanged ? null : corrected,
    declaredLines: assessments[0]?.chargeLines ?? [],
  };
}
