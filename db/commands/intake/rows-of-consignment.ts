import 'server-only';
import type {
  assessments,
  clearances,
  consignments,
  items,
  modelScores,
  parties,
  profileFacts,
  profileHits,
  selections,
  versions,
} from '@/db/schema';
import { admit } from '@/lib/clearance/admit';
import type { SentRecord } from '@/lib/consignment/columns';
import { isPersonalPath } from '@/lib/consignment/personal-path';
import type { Party } from '@/lib/consignment/record';
import { maskProblem } from '@/lib/intake/mask-problem';
import { type Assessed, chanceOf } from './assess-batch';
import type { Selected } from './select-batch';
import type { Place } from './standing';

export type RowContext = {
  readonly submissionId: string;
  readonly partnerId: string;
  readonly receivedAt: Date;
  /** First receipt of the consignment; the day of this one for a first version. */
  readonly receivedOn: string;
  /** Where it is handled. */
  readonly place: Place;
  /** It may leave and waits to be paid or covered. */
  readonly isUnpaid?: boolean;
};

export function consignmentRow(good: Assessed, context: RowContext): typeof consignments.$inferInsert {
  const { record, keys } = good;
  return {
    consignmentId: good.consignmentId,
    receivedOn: context.receivedOn,
    partnerId: context.partnerId,
    reference: record.reference,
    version: good.version,
    contentHash: good.contentHash,
    submissionId: context.submissionId,
    receivedAt: context.receivedAt,
    updatedAt: context.receivedAt,
    regime: record.regime,
    channel: record.channel,
    transportMode: record.transportMode,
    s10Id: record.s10Id,
    houseRef: record.houseRef,
    masterRef: record.masterRef,
    lrn: record.lrn,
    mrn: record.mrn,
    officeId: context.place.officeId,
    expectedArrivalAt: record.expectedArrivalAt,
    dispatchCountry: record.dispatchCountry,
    transactionType: record.transactionType,
    marketplace: record.marketplace,
    sellerName: record.sellerName,
    schemeId: record.schemeId,
    collectionModel: record.collectionModel,
    grossMassKg: record.grossMassKg,
    grossMassG: record.grossMassG,
    transportCost: record.transportCost,
    transportCurrency: record.transportCurrency,
    senderCountry: record.sender.country,
    recipientCountry: record.recipient.country,
    senderKey: keys.sender,
    recipientKey: keys.recipient,
    addressKey: keys.address,
    phoneKey: keys.phone,
    qualityScore: good.qualityScore,
    warnings: good.warnings.map(maskProblem),
    chargeFacts: good.assessment.chargeFacts,
  };
}

export function versionRow(good: Assessed, context: RowContext): typeof versions.$inferInsert {
  return {
    consignmentId: good.consignmentId,
    receivedOn: context.receivedOn,
    version: good.version,
    submissionId: context.submissionId,
    recordNumber: good.recordNumber,
    receivedAt: context.receivedAt,
    contentHash: good.contentHash,
    qualityScore: good.qualityScore,
    sent: withoutParties(good.record.sent),
  };
}

/** Personal data live in `parties` and nowhere else; what else was said of persons stays in the raw bytes. */
function withoutParties({ items, unknown, ...sent }: SentRecord): SentRecord {
  const kept = Object.entries(sent).filter(([column]) => !/^(sender|recipient)_/.test(column));
  const goods = Object.entries(unknown ?? {}).filter(([path]) => !isPersonalPath(path));
  return { ...Object.fromEntries(kept), items, ...(goods.length > 0 ? { unknown: Object.fromEntries(goods) } : {}) };
}

/** The item that carries the consignment in statistics: highest value, then lowest number. */
export function principalItemNumber(charges: readonly { itemNumber: number; valueMinor: bigint }[]): number {
  let principal = charges[0];
  for (const item of charges) {
    if (!principal || item.valueMinor > principal.valueMinor) principal = item;
    else if (item.valueMinor === principal.valueMinor && item.itemNumber < principal.itemNumber) principal = item;
  }
  return principal?.itemNumber ?? 1;
}

export function itemRows(good: Assessed, context: RowContext): (typeof items.$inferInsert)[] {
  const charges = new Map(good.assessment.charges.items.map((item) => [item.itemNumber, item]));
  const principal = principalItemNumber(good.assessment.charges.items);
  return good.record.items.map((item) => {
    const charged = charges.get(item.itemNumber);
    return {
      consignmentId: good.consignmentId,
      receivedOn: context.receivedOn,
      ...item,
      valueMinor: charged?.valueMinor ?? 0n,
      dutyMinor: charged?.dutyMinor ?? 0n,
      vatMinor: charged?.vatMinor ?? 0n,
      isPrincipal: item.itemNumber === principal ? 1 : 0,
    };
  });
}

export function partyRows(good: Assessed, context: RowContext): (typeof parties.$inferInsert)[] {
  const row = (kind: 'sender' | 'recipient', { id, ...party }: Party) => ({
    consignmentId: good.consignmentId,
    receivedOn: context.receivedOn,
    version: good.version,
    kind,
    ...party,
    identifier: id,
  });
  return [row('sender', good.record.sender), row('recipient', good.record.recipient)];
}

export function assessmentRow(good: Selected, context: RowContext): typeof assessments.$inferInsert {
  const { assessment } = good;
  return {
    consignmentId: good.consignmentId,
    receivedOn: context.receivedOn,
    version: good.version,
    assessedAt: context.receivedAt,
    policyVersion: assessment.policyVersion,
    engineVersion: assessment.engineVersion,
    score: assessment.score,
    chance: chanceOf(good),
    lane: assessment.lane,
    selectionReason: assessment.selectionReason,
    randomProbability: String(good.selection.drawProbability),
    releaseCategory: assessment.releaseCategory,
    indicators: [...assessment.indicators],
    currency: assessment.charges.currency,
    intrinsicValueMinor: assessment.charges.intrinsicValueMinor,
    customsValueMinor: assessment.charges.customsValueMinor,
    dutyMinor: assessment.charges.dutyMinor,
    vatMinor: assessment.charges.vatMinor,
    chargeLines: assessment.charges.lines.map((line) => ({
      ...line,
      baseMinor: line.baseMinor.toString(),
      amountMinor: line.amountMinor.toString(),
      working: { code: line.working.code, values: { ...line.working.values } },
    })),
    listedMatches: good.listedMatches.length === 0 ? null : [...good.listedMatches],
  };
}

export function selectionRow(
  { consignmentId, selection }: Selected,
  context: RowContext,
): typeof selections.$inferInsert {
  const { lane: _lane, ...row } = selection;
  return { consignmentId, receivedOn: context.receivedOn, ...row };
}

export function profileFactsRow(good: Assessed, context: RowContext): typeof profileFacts.$inferInsert {
  const { commodityCodes, originCountries, currencies, descriptions, warningCodes, indicatorCodes } = good.profileFacts;
  return {
    consignmentId: good.consignmentId,
    receivedOn: context.receivedOn,
    version: good.version,
    assessedAt: context.receivedAt,
    ...good.profileFacts,
    commodityCodes: [...commodityCodes],
    originCountries: [...originCountries],
    currencies: [...currencies],
    descriptions: [...descriptions],
    warningCodes: [...warningCodes],
    indicatorCodes: [...indicatorCodes],
  };
}

export function profileHitRows(good: Assessed, context: RowContext): (typeof profileHits.$inferInsert)[] {
  return good.profileHits.map(({ profileId, version, mode, met, keptBack, hasSlot }) => ({
    consignmentId: good.consignmentId,
    receivedOn: context.receivedOn,
    consignmentVersion: good.version,
    profileId,
    version,
    mode,
    keptBack,
    hasSlot,
    hitAt: context.receivedAt,
    met: [...met],
  }));
}

export function modelScoreRows(good: Assessed, context: RowContext): (typeof modelScores.$inferInsert)[] {
  return good.modelScores.map(({ objective: _objective, worth: _worth, ...score }) => ({
    consignmentId: good.consignmentId,
    receivedOn: context.receivedOn,
    version: good.version,
    scoredAt: context.receivedAt,
    ...score,
  }));
}

export function clearanceRow(good: Selected, context: RowContext): typeof clearances.$inferInsert {
  const { record, assessment, lane, selectionReason } = good;
  const status = admit(lane, context.isUnpaid);
  const principal = principalItemNumber(assessment.charges.items);
  const headline = record.items.find((item) => item.itemNumber === principal)?.description ?? '';
  return {
    consignmentId: good.consignmentId,
    receivedOn: context.receivedOn,
    ...context.place,
    partnerId: context.partnerId,
    reference: record.reference,
    channel: record.channel,
    status,
    rowVersion: 1,
    laneAssigned: assessment.lane,
    laneEffective: lane,
    selectionReason,
    releaseCategory: good.releaseCategory,
    score: assessment.score,
    topIndicators: [...assessment.indicators].sort((a, b) => b.points - a.points).map(({ code }) => code),
    actByAt: record.expectedArrivalAt,
    receivedAt: context.receivedAt,
    headline,
    itemCount: record.items.length,
    valueMinor: assessment.charges.intrinsicValueMinor,
    chargesMinor: assessment.charges.dutyMinor + assessment.charges.vatMinor + assessment.charges.feesMinor,
    dispatchCountry: record.dispatchCountry,
    releasedAt: status === 'released' ? context.receivedAt : null,
    transmittedAt: status === 'selected' ? null : context.receivedAt,
  };
}
