import type { AgencyChoice } from '@/db/queries/agency/agency-in-force';
import type { OfficerOfOffice } from '@/db/queries/clearance/list-officers';
import type { OfficeChoice } from '@/db/queries/clearance/list-transfer-offices';
import type { QueueRow } from '@/db/queries/clearance/queue-row';
import type { ConsignmentDetail } from '@/db/queries/consignment/consignment-detail';
import type { HoldDetail } from '@/db/queries/consignment/load-holds';
import type { AdviceFacts } from '@/lib/clearance/advise-act';
import type { DeclaredItem } from '@/lib/clearance/decide-result';
import { isWaiting } from '@/lib/clearance/referral-state';
import type { ResultCode } from '@/lib/clearance/results';
import type { UnusualFacts } from '@/lib/clearance/unusual-release';
import type { ControlType, DecisionKind } from '@/lib/consignment/codes';
import type { Actor } from '@/lib/identity/actor';
import { hasStatedDuty, isStatable } from '@/lib/revenue/stated-duty';

/** What the desk needs of a consignment to act on it: nothing personal, nothing it does not show. */
export type DeskSubject = Pick<
  QueueRow,
  | 'consignmentId'
  | 'reference'
  | 'officeId'
  | 'rowVersion'
  | 'claimNumber'
  | 'status'
  | 'holder'
  | 'claimedByName'
  | 'claimedAt'
  | 'leaseUntil'
  | 'examinationOutcome'
> & {
  readonly officeName: string;
  readonly items: readonly DeclaredItem[];
  readonly openHolds: readonly OpenHold[];
  /** Agencies a hold may be placed for, those competent for these goods first. */
  readonly agencies: readonly HoldAgency[];
  /** Offices it may be sent to. */
  readonly otherOffices: readonly OfficeChoice[];
  /** Officers it may be given to by who supervises, the one who holds it left out; nobody for others. */
  readonly officers: readonly OfficerOfOffice[];
  readonly openReferrals: readonly { readonly referralId: string; readonly type: string; readonly question: string }[];
  readonly orderedExamination: {
    readonly examinationId: string;
    readonly kind: string;
    readonly instruction: string | null;
  } | null;
  /** The control it was given a slot for; null without one. */
  readonly plannedControl: ControlType | null;
  /** Without its ground: the second officer opens it by an act of its own. */
  readonly proposal: { readonly decisionId: string; readonly kind: DecisionKind; readonly isOwn: boolean } | null;
  readonly hasCorrections: boolean;
  /** Duties an officer may state: those that are open, and those stated before. */
  readonly openDuties: readonly OpenDuty[];
  /** There is a correction or a stated duty to release with. */
  readonly isCorrectable: boolean;
  /** The rule that asks for a second officer, by decision; absent where one decides. */
  readonly secondRules: ConsignmentDetail['secondRules'];
  readonly powersAgainst: ConsignmentDetail['powersAgainst'];
  /** Of the administration, in which a duty is stated. */
  readonly currency: string;
  readonly undoUntil: string | null;
  /** What an act may rest on, as the commands see it. */
  readonly facts: AdviceFacts;
  readonly isSupervisor: boolean;
  /** How long the policy in force gives a partner to answer. */
  readonly answerMinutes: number;
  /** When the time to act ends. */
  readonly actByAt: string;
  /** What may be out of the ordinary about a release. */
  readonly unusual: UnusualFacts;
};

export type OpenHold = Pick<HoldDetail, 'holdId' | 'ground' | 'agencyName' | 'verdict'>;
export type HoldAgency = { readonly id: string; readonly name: string; readonly isCompetent: boolean };

export type OpenDuty = {
  readonly itemNumber: number;
  /** What was stated so far: decimal text and what it rests on; null while it is open. */
  readonly stated: { readonly amount: string; readonly ground: string } | null;
  /** What has to be shown for the goods to be free; null where nothing is relieved against proof. */
  readonly proof: string | null;
};

/** Takes what the desk needs out of the screen's detail. */
export function deskSubject(
  detail: ConsignmentDetail,
  actor: Pick<Actor, 'role'>,
  agencies: readonly AgencyChoice[],
  offices: readonly OfficeChoice[],
  openMatches: number,
  officers: readonly OfficerOfOffice[] = [],
): DeskSubject {
  const { row, items, holds, referrals, examinations, decisions, undoUntil } = detail;
  const proposed = decisions.find(({ state }) => state === 'proposed');
  const ordered = examinations.findLast(({ resultCode }) => resultCode === null);
  const hasCorrections = examinations.some(({ corrections }) => corrections.length > 0);
  const overLimit = detail.corrected?.overLimit;
  const last = examinations.findLast(({ resultCode }) => resultCode !== null);
  const chargeLines = (detail.corrected ?? detail.assessments[0])?.chargeLines ?? [];
  const openDuties: OpenDuty[] = chargeLines.flatMap((line) => {
    const isStated = hasStatedDuty([line]);
    if (!isStated && !isStatable(line)) return [];
    const stated = isStated ? { amount: line.amount.amount, ground: line.citation } : null;
    const { proof } = line.working.values;
    return [{ itemNumber: line.itemNumber, stated, proof: proof === undefined ? null : String(proof) }];
  });
  return {
    consignmentId: row.consignmentId,
    reference: row.reference,
    officeId: row.officeId,
    officeName: detail.officeName,
    rowVersion: row.rowVersion,
    claimNumber: row.claimNumber,
    status: row.status,
    holder: row.holder,
    claimedByName: row.claimedByName,
    claimedAt: row.claimedAt,
    leaseUntil: row.leaseUntil,
    examinationOutcome: row.examinationOutcome,
    items: items.map(({ itemNumber, declaredValue, quantity, commodityCode, description, originCountry }) => ({
      itemNumber,
      value: declaredValue.amount,
      currency: declaredValue.currency,
      quantity,
      commodityCode,
      description,
      originCountry,
    })),
    openHolds: holds
      .filter(({ liftedAt }) => liftedAt === null)
      .map(({ holdId, ground, agencyName, verdict }) => ({ holdId, ground, agencyName, verdict })),
    agencies: competentFirst(agencies, detail),
    officers: officers.filter(({ officeId, name }) => officeId === row.officeId && name !== row.claimedByName),
    otherOffices: offices.filter(({ id }) => id !== row.officeId),
    openReferrals: referrals
      .filter(({ state }) => isWaiting(state))
      .map(({ referralId, type, question }) => ({ referralId, type, question })),
    orderedExamination: ordered
      ? { examinationId: ordered.examinationId, kind: ordered.kind, instruction: ordered.instruction }
      : null,
    proposal: proposed ? { decisionId: proposed.decisionId, kind: proposed.kind, isOwn: proposed.isOwn } : null,
    plannedControl: detail.selection?.control ?? null,
    hasCorrections,
    openDuties,
    isCorrectable: (hasCorrections && row.examinationOutcome === 'finding') || hasStatedDuty(chargeLines),
    secondRules: detail.secondRules,
    powersAgainst: detail.powersAgainst,
    currency: row.charges.currency,
    undoUntil,
    facts: {
      status: row.status,
      lane: row.laneEffective,
      selectionReason: row.selectionReason,
      openHolds: row.openHolds,
      openReferrals: row.openReferrals,
      lastResult: (last?.resultCode ?? null) as ResultCode | null,
      hasCorrections: (last?.corrections.length ?? 0) > 0,
      hasStatedDuty: hasStatedDuty(chargeLines),
      uncovered: overLimit?.needsDeclaration ? overLimit : null,
      // What its debtor owes moves by the second: whether the guarantee covers this is looked at when it is released.
      overGuarantee: null,
      excluded: detail.corrected?.excluded ?? null,
      hasOpenDuty: openDuties.some(({ stated }) => stated === null),
      answeredReferrals: referrals.filter(({ answeredAt }) => answeredAt !== null).length,
    },
    isSupervisor: actor.role === 'supervisor',
    answerMinutes: detail.referralAnswerMinutes,
    actByAt: row.actByAt,
    unusual: {
      openMatches,
      charges: detail.corrected && {
        declared: detail.corrected.total.declared,
        corrected: detail.corrected.total.corrected,
      },
    },
  };
}

/** Agencies by whether a control on goods they are competent for was met, each group in the order given. */
function competentFirst(agencies: readonly AgencyChoice[], { assessments }: ConsignmentDetail): HoldAgency[] {
  const met = new Set((assessments[0]?.indicators ?? []).map(({ values }) => values.control));
  const told = agencies.map(({ id, name, controls }) => ({
    id,
    name,
    isCompetent: controls.some((one) => met.has(one)),
  }));
  return [...told.filter(({ isCompetent }) => isCompetent), ...told.filter(({ isCompetent }) => !isCompetent)];
}
