import 'server-only';
import { db } from '@/db/connection';
import { toQueueRow } from '@/db/queries/clearance/queue-row';
import { policyInForce } from '@/db/queries/policy/policy-in-force';
import type { consignments } from '@/db/schema';
import { amountIn } from '@/lib/clearance/amount';
import { decideUndo } from '@/lib/clearance/decide-undo';
import { maskIndicators } from '@/lib/clearance/mask-match';
import { maskSeller } from '@/lib/clearance/mask-party';
import type { Actor } from '@/lib/identity/actor';
import { authorise, can } from '@/lib/identity/permissions';
import { dayOf } from '@/lib/kernel/dates';
import type { Policy } from '@/lib/policy/policy';
import { qualityOf } from '@/lib/quality/score';
import { exciseGoodsOf, withCodesFound } from '@/lib/revenue/excise';
import type { ConsignmentDetail, DecisionDetail, DeclaredHeader } from './consignment-detail';
import { type FoundConsignment, findScoped } from './find-scoped';
import { lastWithdrawal } from './last-withdrawal';
import { loadBeside } from './load-beside';
import { loadCorrected } from './load-corrected';
import { loadExhibits } from './load-exhibits';
import { loadAssessments, loadItems } from './load-goods';
import { loadHistory } from './load-history';
import { loadHolds } from './load-holds';
import {
  loadDecisions,
  loadEvents,
  loadExaminations,
  loadReferrals,
  loadStatedDuties,
  withoutGround,
} from './load-proceedings';
import { loadSelection } from './load-selection';
import { loadUnpaid } from './load-unpaid';
import { loadVersions } from './load-versions';
import { policyOfDetail } from './policy-of-detail';
import { secondFacts } from './second-facts';

/** Everything one screen shows of a consignment, personal data masked. @throws NotFoundError for a foreign one too */
export async function getConsignment(actor: Actor, consignmentId: string, at = new Date()): Promise<ConsignmentDetail> {
  authorise(actor, 'consignment.read');
  return readConsignment(actor, await findScoped(actor, consignmentId), at);
}

/** The same of a consignment that was found already; whoever calls has authorised. */
export async function readConsignment(
  actor: Actor,
  { clearance, consignment, partnerName, officeName }: FoundConsignment,
  at: Date,
): Promise<ConsignmentDetail> {
  const { consignmentId } = clearance;
  const policy = await policyInForce(db(), dayOf(at));
  const amount = amountIn(policy.currency, policy.minorDigits);
  const [
    items,
    assessments,
    selection,
    told,
    history,
    holds,
    referrals,
    examinations,
    statedDuties,
    decisions,
    events,
    withdrawn,
    second,
    exhibits,
  ] = await Promise.all([
    loadItems(clearance, amount, policy),
    loadAssessments(clearance, policy.minorDigits),
    loadSelection(clearance),
    loadVersions(clearance, consignment.version),
    loadHistory(consignment, at),
    loadHolds(consignmentId, at),
    loadReferrals(consignmentId, at),
    loadExaminations(consignmentId, amount),
    loadStatedDuties(consignmentId, amount),
    loadDecisions(consignmentId, actor),
    loadEvents(clearance),
    clearance.status === 'withdrawn' ? lastWithdrawal(db(), clearance) : null,
    secondFacts(db(), clearance),
    loadExhibits(consignmentId),
  ]);
  const policyOfDay = await policyInForce(db(), dayOf(consignment.updatedAt));
  const [corrected, beside, unpaid, kept] = await Promise.all([
    loadCorrected(clearance, assessments[0]),
    loadBeside(actor, consignment, clearance.valueMinor, policyOfDay),
    loadUnpaid(clearance, policy.minorDigits),
    policyOfDetail(actor, clearance, second, policy),
  ]);
  const undo = { status: clearance.status, transmittedAt: clearance.transmittedAt, undoMinutes: policy.undoMinutes };
  return {
    row: toQueueRow(clearance, partnerName, actor.id, policy),
    officeName,
    declared: declaredHeader(consignment, policy),
    items,
    assessments: assessments.map((assessment) => ({
      ...assessment,
      indicators: maskIndicators(assessment.indicators, consignment.transactionType),
    })),
    selection,
    corrected,
    beside,
    unpaid,
    exciseGoods: exciseGoodsOf(
      withCodesFound(
        items,
        examinations.flatMap(({ corrections }) => corrections),
      ),
      policyOfDay,
    ),
    parties: told.parties,
    history,
    holds,
    referrals,
    examinations,
    statedDuties,
    decisions: decisions.map((decision, index) => ({
      ...decision,
      undoableUntil:
        index === 0 && decision.state === 'final' ? undoUntil(undo, decision, decision.decidedBy, at) : null,
    })),
    ...kept,
    exhibits,
    versions: told.versions,
    events: withoutGround(events, decisions),
    withdrawn,
    undoUntil: can(actor, 'clearance.undo') ? undoUntil(undo, decisions[0], actor.id, at) : null,
    referralAnswerMinutes: policy.referralAnswerMinutes,
  };
}

function undoUntil(
  facts: Omit<Parameters<typeof decideUndo>[0], 'last'>,
  last: DecisionDetail | undefined,
  actorId: string,
  at: Date,
): string | null {
  if (!last) return null;
  const decidedAt = new Date(last.decidedAt);
  if (!decideUndo({ ...facts, last: { ...last, decidedAt } }, actorId, at).ok) return null;
  return last.state === 'proposed' ? 'open' : new Date(decidedAt.getTime() + facts.undoMinutes * 60_000).toISOString();
}

/** The score is the one kept with the version; the points lost are told by today's weights. */
function declaredHeader(row: typeof consignments.$inferSelect, { quality }: Policy): DeclaredHeader {
  return {
    version: row.version,
    regime: row.regime,
    channel: row.channel,
    transportMode: row.transportMode,
    s10Id: row.s10Id,
    houseRef: row.houseRef,
    masterRef: row.masterRef,
    lrn: row.lrn,
    mrn: row.mrn,
    dispatchCountry: row.dispatchCountry,
    transactionType: row.transactionType,
    marketplace: row.marketplace,
    sellerName: maskSeller(row.sellerName, row.transactionType),
    schemeId: row.schemeId,
    collectionModel: row.collectionModel,
    grossMassKg: row.grossMassKg,
    transportCost: row.transportCost,
    transportCurrency: row.transportCurrency,
    expectedArrivalAt: row.expectedArrivalAt.toISOString(),
    updatedAt: row.updatedAt.toISOString(),
    submissionId: row.submissionId,
    warnings: row.warnings,
    quality: row.qualityScore === null ? null : { ...qualityOf(row.warnings, quality), score: row.qualityScore },
  };
}
