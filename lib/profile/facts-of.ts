import type { AssessmentFacts, PartyHistory } from '@/lib/assessment/facts';
import type { Assessment } from '@/lib/assessment/types';
import { foldText } from '@/lib/consignment/fold';
import type { ConsignmentRecord } from '@/lib/consignment/record';
import { daysBetween } from '@/lib/kernel/dates';
import type { OpenCharge } from '@/lib/revenue/open-charges';
import type { ProfileFacts } from './fields';

/** Beside the record and its assessment: who sent it, how good it is, and the day it is seen on (`YYYY-MM-DD`). */
export type FactContext = {
  readonly partnerId: string;
  readonly qualityScore: number | null;
  readonly day: string;
  /** The amounts that could not be worked out; they are missing, never nil. */
  readonly open: readonly OpenCharge[];
};

/** What profiles see of one version: from here a test panel, the import and a back-test take the same facts. */
export function profileFactsOf(
  record: ConsignmentRecord,
  facts: AssessmentFacts,
  assessment: Assessment,
  { partnerId, qualityScore, day, open }: FactContext,
): ProfileFacts {
  const { items } = record;
  const { charges } = assessment;
  const isOpen = (charge: OpenCharge['charge']) => open.some((one) => one.charge === charge);
  const known = (charge: OpenCharge['charge'], minor: bigint) => (isOpen(charge) ? null : Number(minor));
  const given = <Value>(values: readonly (Value | null)[]) =>
    values.filter((value): value is Value & {} => value !== null);
  return {
    regime: record.regime,
    channel: record.channel,
    transportMode: record.transportMode,
    officeId: record.office,
    partnerId,
    dispatchCountry: record.dispatchCountry,
    senderCountry: record.sender.country,
    recipientCountry: record.recipient.country,
    transactionType: record.transactionType,
    collectionModel: record.collectionModel,
    schemeId: record.schemeId,
    marketplace: record.marketplace === null ? null : foldText(record.marketplace),
    sellerName: record.sellerName === null ? null : foldText(record.sellerName),
    commodityCodes: given(items.map(({ commodityCode }) => commodityCode)),
    originCountries: given(items.map(({ originCountry }) => originCountry)),
    currencies: items.map(({ currency }) => currency),
    descriptions: items.map(({ description }) => foldText(description)),
    itemCount: items.length,
    pieces: sumOf(items.map(({ quantity }) => piecesOf(quantity))),
    netMassG: sumOf(items.map(({ netMassG }) => netMassG)),
    grossMassG: record.grossMassG,
    intrinsicValueMinor: known('value', charges.intrinsicValueMinor),
    customsValueMinor: known('value', charges.customsValueMinor),
    dutyMinor: known('duty', charges.dutyMinor),
    vatMinor: known('vat', charges.vatMinor),
    valuePerKgMinor: isOpen('value') ? null : perKg(charges.intrinsicValueMinor, record.grossMassG),
    minutesToArrival: Math.floor((record.expectedArrivalAt.getTime() - facts.receivedAt.getTime()) / 60_000),
    qualityScore,
    warningCodes: [...new Set(assessment.warnings.map(({ code }) => code))],
    indicatorCodes: assessment.indicators.map(({ code }) => code),
    score: assessment.score,
    releaseCategory: assessment.releaseCategory,
    deniedMatches: facts.deniedMatches.length,
    ...senderFacts(facts.sender, day),
    ...recipientFacts(facts.recipient, day),
    recipientSenders1d: facts.recipientSenders.senders1d,
    recipientSenders7d: facts.recipientSenders.senders7d,
    recipientSenders30d: facts.recipientSenders.senders30d,
    ...addressFacts(facts.address, day),
    addressSenders1d: facts.addressSenders.senders1d,
    addressSenders7d: facts.addressSenders.senders7d,
    addressSenders30d: facts.addressSenders.senders30d,
    schemeSenders30d: facts.scheme?.senders30d ?? null,
    ...marketplaceFacts(facts.marketplace),
    ...schemeFacts(facts.schemeTraffic),
  };
}

/** The sum; null where one is missing, because the rest would pass for the whole. */
function sumOf(values: readonly (number | null)[]): number | null {
  let sum = 0;
  for (const value of values) {
    if (value === null) return null;
    sum += value;
  }
  return sum;
}

/** Whole pieces; a part of one counts as one. */
function piecesOf(quantity: string | null): number | null {
  const pieces = quantity === null ? Number.NaN : Math.ceil(Number(quantity));
  return Number.isSafeInteger(pieces) ? pieces : null;
}

function perKg(valueMinor: bigint, grossMassG: number | null): number | null {
  return grossMassG ? Number((valueMinor * 1_000n) / BigInt(grossMassG)) : null;
}

/** Who was never seen before is known for no day: that is a figure, not a gap in the data. */
const knownDays = ({ firstSeenOn }: PartyHistory, day: string) =>
  firstSeenOn === null ? 0 : daysBetween(firstSeenOn, day);

function senderFacts(history: PartyHistory, day: string) {
  return {
    senderKnownDays: knownDays(history, day),
    senderConsignments1d: history.consignments1d,
    senderConsignments7d: history.consignments7d,
    senderConsignments30d: history.consignments30d,
    senderValueMinor1d: Number(history.valueMinor1d),
    senderValueMinor7d: Number(history.valueMinor7d),
    senderValueMinor30d: Number(history.valueMinor30d),
    senderGifts30d: history.gifts30d,
    senderExamined365d: history.examined365d,
    senderFindings365d: history.findings365d,
  };
}

function recipientFacts(history: PartyHistory, day: string) {
  return {
    recipientKnownDays: knownDays(history, day),
    recipientConsignments1d: history.consignments1d,
    recipientConsignments7d: history.consignments7d,
    recipientConsignments30d: history.consignments30d,
    recipientValueMinor1d: Number(history.valueMinor1d),
    recipientValueMinor7d: Number(history.valueMinor7d),
    recipientValueMinor30d: Number(history.valueMinor30d),
    recipientGifts30d: history.gifts30d,
    recipientExamined365d: history.examined365d,
    recipientFindings365d: history.findings365d,
  };
}

function addressFacts(history: PartyHistory, day: string) {
  return {
    addressKnownDays: knownDays(history, day),
    addressConsignments1d: history.consignments1d,
    addressConsignments7d: history.consignments7d,
    addressConsignments30d: history.consignments30d,
    addressValueMinor1d: Number(history.valueMinor1d),
    addressValueMinor7d: Number(history.valueMinor7d),
    addressValueMinor30d: Number(history.valueMinor30d),
    addressGifts30d: history.gifts30d,
  };
}

function marketplaceFacts(history: PartyHistory | null) {
  return {
    marketplaceConsignments1d: history?.consignments1d ?? null,
    marketplaceConsignments7d: history?.consignments7d ?? null,
    marketplaceConsignments30d: history?.consignments30d ?? null,
    marketplaceValueMinor1d: figure(history?.valueMinor1d),
    marketplaceValueMinor7d: figure(history?.valueMinor7d),
    marketplaceValueMinor30d: figure(history?.valueMinor30d),
  };
}

function schemeFacts(history: PartyHistory | null) {
  return {
    schemeConsignments1d: history?.consignments1d ?? null,
    schemeConsignments7d: history?.consignments7d ?? null,
    schemeConsignments30d: history?.consignments30d ?? null,
    schemeValueMinor1d: figure(history?.valueMinor1d),
    schemeValueMinor7d: figure(history?.valueMinor7d),
    schemeValueMinor30d: figure(history?.valueMinor30d),
  };
}

const figure = (minor: bigint | undefined) => (minor === undefined ? null : Number(minor));
