import { isPostcodeShaped } from '@/lib/codes/postcodes';
import { embeddedPartyPhrase, partyStopTermOf } from '@/lib/consignment/description';
import type { ConsignmentRecord, Party } from '@/lib/consignment/record';
import { moneyText } from '@/lib/kernel/money';
import type { Limit } from '@/lib/policy/policy';
import type { Judgement } from './judgement';

/** A name or address that is a stop term, or holds a phrase of several words that is one. */
function judgeWords(text: string, pointer: string, judgement: Judgement): void {
  const { policy } = judgement.context;
  const { source: list, edition } = policy.stopWordLists.party;
  const term = partyStopTermOf(text, policy);
  const phrase = term === null ? embeddedPartyPhrase(text, policy) : null;
  if (term !== null) judgement.report('party_stop_word', pointer, text, { term, list, edition });
  if (phrase !== null) judgement.report('party_stop_phrase', pointer, text, { term: phrase, list, edition });
}

function judgeParty(party: Party, role: 'sender' | 'recipient', judgement: Judgement): void {
  judgeWords(party.name, `${role}_name`, judgement);
  if (party.address !== null) judgeWords(party.address, `${role}_address`, judgement);
  if (party.postcode !== null && !isPostcodeShaped(party.postcode, party.country))
    judgement.report('postcode_shape', `${role}_postcode`, party.postcode, { country: party.country });
}

function judgeParties({ sender, recipient }: ConsignmentRecord, judgement: Judgement): void {
  judgeParty(sender, 'sender', judgement);
  judgeParty(recipient, 'recipient', judgement);
  const name = recipient.name.trim().toLowerCase();
  if (name !== '' && name === sender.name.trim().toLowerCase())
    judgement.report('sender_is_recipient', 'recipient_name', recipient.name);
}

/** Sum of the values that could be converted: where it is above a limit, the whole is above it too. */
function worthOf(values: readonly (bigint | null)[]): bigint {
  let sum = 0n;
  for (const value of values) sum += value ?? 0n;
  return sum;
}

function valuePointer({ items }: ConsignmentRecord): string {
  return items.length === 1 ? 'items.0.value' : 'items';
}

type LimitRule = 'h7_over_limit' | 'gift_over_limit' | 'documents_over_limit' | 'scheme_over_limit';

function judgeLimit(
  code: LimitRule,
  limit: Limit | null,
  worth: bigint,
  record: ConsignmentRecord,
  judgement: Judgement,
): void {
  if (limit === null || worth <= limit.limitMinor) return;
  const { minorDigits, currency } = judgement.context.policy;
  judgement.report(code, valuePointer(record), null, {
    worth: moneyText(worth, minorDigits),
    limit: moneyText(limit.limitMinor, minorDigits),
    currency,
  });
}

function judgeLimits(record: ConsignmentRecord, worth: bigint, judgement: Judgement): void {
  const { reducedDataset, gift, documents, vendorScheme } = judgement.context.policy;
  if (record.regime === 'h7') judgeLimit('h7_over_limit', reducedDataset, worth, record, judgement);
  if (record.transactionType === 'gift') judgeLimit('gift_over_limit', gift, worth, record, judgement);
  if (record.transactionType === 'documents') judgeLimit('documents_over_limit', documents, worth, record, judgement);
  if (record.schemeId !== null) judgeLimit('scheme_over_limit', vendorScheme, worth, record, judgement);
}

function isUnder(prefixes: ReadonlySet<string>, code: string): boolean {
  return prefixes.has(code.slice(0, 2)) || prefixes.has(code.slice(0, 4)) || prefixes.has(code.slice(0, 6));
}

/** Goods that a simplification is closed to, whatever they are worth. */
function judgeExcluded(record: ConsignmentRecord, judgement: Judgement): void {
  const { reducedDataset, vendorScheme } = judgement.context.policy;
  for (const [index, { commodityCode }] of record.items.entries()) {
    if (commodityCode === null) continue;
    const pointer = `items.${index}.commodity_code`;
    if (record.regime === 'h7' && isUnder(reducedDataset.excluded, commodityCode))
      judgement.report('h7_excluded_goods', pointer, commodityCode);
    if (record.schemeId !== null && isUnder(vendorScheme.excluded, commodityCode))
      judgement.report('scheme_excluded_goods', pointer, commodityCode);
  }
}

function judgeGift(record: ConsignmentRecord, judgement: Judgement): void {
  if (record.transactionType !== 'gift') return;
  const by =
    record.marketplace !== null
      ? 'marketplace'
      : record.sellerName !== null
        ? 'seller_name'
        : record.schemeId !== null
          ? 'scheme_id'
          : null;
  if (by !== null) judgement.report('gift_with_trade', 'transaction_type', record.transactionType, { by });
}

function judgeCollection({ schemeId, sent }: ConsignmentRecord, judgement: Judgement): void {
  const model = sent.collection_model;
  if (schemeId !== null && (model === 'buyer' || model === 'operator'))
    judgement.report('scheme_collection', 'collection_model', model);
}

/** Parties, reliefs, scheme and limits; `values` are those of the items in minor units. */
export function judgeTrade(record: ConsignmentRecord, values: readonly (bigint | null)[], judgement: Judgement): void {
  judgeParties(record, judgement);
  judgeGift(record, judgement);
  judgeCollection(record, judgement);
  judgeLimits(record, worthOf(values), judgement);
  judgeExcluded(record, judgement);
}
