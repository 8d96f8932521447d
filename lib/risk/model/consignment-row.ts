import type { ProfileFacts } from '@/lib/profile/fields';
import { commodityKeys } from './commodity-keys';
import type { FeatureRow } from './plan';

/**
 * A consignment as the model reads it, from the facts kept with its assessment: the same at intake, in training and when a score is
 * told again. Goods and origin are those of the first item that names them. `day` is that of the first receipt.
 */
export function consignmentRow(facts: ProfileFacts, day: string): FeatureRow {
  const { intrinsicValueMinor, pieces, dutyMinor, vatMinor } = facts;
  const goods = commodityKeys(facts.commodityCodes[0] ?? null);
  return {
    day,
    codes: {
      hs2: goods?.hs2 ?? null,
      hs4: goods?.hs4 ?? null,
      hs6: goods?.hs6 ?? null,
      origin: facts.originCountries[0] ?? null,
      dispatch: facts.dispatchCountry,
      marketplace: facts.marketplace,
      channel: facts.channel,
      collection: facts.collectionModel,
      transaction: facts.transactionType,
    },
    numbers: {
      intrinsicValueMinor,
      itemCount: facts.itemCount,
      pieces,
      valuePerKgMinor: facts.valuePerKgMinor,
      valuePerPieceMinor: intrinsicValueMinor !== null && pieces ? intrinsicValueMinor / pieces : null,
      massG: facts.netMassG || facts.grossMassG || null,
      chargesMinor: dutyMinor === null || vatMinor === null ? null : dutyMinor + vatMinor,
      senderExamined365d: facts.senderExamined365d,
      senderFindings365d: facts.senderFindings365d,
      senderKnownDays: ageOf(facts.senderKnownDays, facts.senderConsignments30d),
      senderConsignments7d: facts.senderConsignments7d,
      senderConsignments30d: facts.senderConsignments30d,
      senderGifts30d: facts.senderGifts30d,
      recipientExamined365d: facts.recipientExamined365d,
      recipientFindings365d: facts.recipientFindings365d,
      recipientKnownDays: ageOf(facts.recipientKnownDays, facts.recipientConsignments30d),
      recipientConsignments7d: facts.recipientConsignments7d,
      recipientConsignments30d: facts.recipientConsignments30d,
      recipientValueMinor30d: facts.recipientValueMinor30d,
      addressConsignments30d: facts.addressConsignments30d,
      qualityScore: facts.qualityScore,
      warnings: facts.warningCodes.length,
      schemeSenders30d: facts.schemeSenders30d,
      schemeConsignments30d: facts.schemeConsignments30d,
    },
  };
}

/**
 * Days a party has been known; missing for one that was never seen, which facts tell as no day and no consignment, and older facts as
 * missing: to the model both are the same, a party without an age.
 */
function ageOf(knownDays: number | null, consignments30d: number | null): number | null {
  return knownDays === 0 && consignments30d === 0 ? null : knownDays;
}
