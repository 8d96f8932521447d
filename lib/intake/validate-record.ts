import {
  CHANNELS,
  type Channel,
  COLLECTION_MODELS,
  type CollectionModel,
  REGIMES,
  TRANSACTION_TYPES,
  TRANSPORT_MODES,
} from '@/lib/consignment/codes';
import type { ConsignmentColumn, SentRecord } from '@/lib/consignment/columns';
import type { ConsignmentRecord } from '@/lib/consignment/record';
import type { Problem } from '@/lib/kernel/problem';
import { FieldReader, gramsOf } from './field-reader';
import { judgeGoods } from './judge-goods';
import { judgeRequirements } from './judge-requirements';
import { judgeTrade } from './judge-trade';
import { judgeTransport } from './judge-transport';
import { type JudgeContext, Judgement } from './judgement';
import {
  readArrival,
  readMrn,
  readOffice,
  readReference,
  readS10,
  readScheme,
  readTransportReference,
} from './validate-identity';
import { AMOUNT, MASS_KG, readItems } from './validate-items';
import { readRecipient, readSender } from './validate-party';

export type ValidatedRecord =
  | { readonly ok: true; readonly record: ConsignmentRecord; readonly warnings: readonly Problem[] }
  | { readonly ok: false; readonly problems: readonly Problem[] };

type Reader = FieldReader<ConsignmentColumn>;

/** Who accounts for the tax where nobody says: the holder of a scheme number, the express operator, else the buyer. */
function collectionModelOf(sent: CollectionModel | null, schemeId: string | null, channel: Channel): CollectionModel {
  return sent ?? (schemeId !== null ? 'vendor' : channel === 'express' ? 'operator' : 'buyer');
}

function readTransportCost(reader: Reader) {
  const transportCost = reader.decimal('transport_cost', AMOUNT);
  const transportCurrency = reader.currency('transport_currency');
  return { transportCost, transportCurrency };
}

/**
 * Judges a sent record: lengths, code lists, check digits and exact decimals of each field, what the regime asks for, and the
 * fields against each other and the limits of the day. Every problem is found, not only the first. Errors refuse the record;
 * warnings go with it. Absent `regime` is `mail` for post and `generic` otherwise.
 */
export function validateRecord(sent: SentRecord, context: JudgeContext): ValidatedRecord {
  const problems: Problem[] = [];
  const reader = new FieldReader<ConsignmentColumn>(sent, '', problems, context.codes);
  const channel = reader.choice('channel', CHANNELS) ?? 'post';
  const transactionType = reader.choice('transaction_type', TRANSACTION_TYPES) ?? 'other';
  const schemeId = readScheme(reader, context.policy.vendorScheme);
  const arrival = readArrival(reader, context.now);
  const grossMassKg = reader.decimal('gross_mass_kg', MASS_KG);
  const record: ConsignmentRecord = {
    reference: readReference(reader),
    regime: reader.choice('regime', REGIMES) ?? (channel === 'post' ? 'mail' : 'generic'),
    channel,
    transportMode: reader.choice('transport_mode', TRANSPORT_MODES),
    s10Id: readS10(reader),
    houseRef: readTransportReference(reader, 'house_ref'),
    masterRef: readTransportReference(reader, 'master_ref'),
    lrn: reader.text('lrn', 35),
    mrn: readMrn(reader),
    office: readOffice(reader, context.offices),
    expectedArrivalAt: arrival ?? context.now,
    dispatchCountry: reader.country('dispatch_country'),
    transactionType,
    sender: readSender(reader),
    recipient: readRecipient(reader),
    marketplace: reader.text('marketplace', 200),
    sellerName: reader.text('seller_name', 200),
    schemeId,
    collectionModel: collectionModelOf(reader.choice('collection_model', COLLECTION_MODELS), schemeId, channel),
    grossMassKg,
    grossMassG: gramsOf(grossMassKg),
    ...readTransportCost(reader),
    items: readItems(sent.items, transactionType, problems, context.codes),
    sent,
  };
  judgeRequirements(sent, record.regime, context.policy.requirements[record.regime], problems);
  const values = context.valuesOf(record.items);
  const judgement = new Judgement(context, problems);
  judgeTransport(record, arrival !== null, judgement);
  judgeGoods(record, values, judgement);
  judgeTrade(record, values, judgement);
  if (!problems.some(isError)) return { ok: true, record, warnings: problems };
  // What refuses the record is read first.
  return { ok: false, problems: [...problems.filter(isError), ...problems.filter((problem) => !isError(problem))] };
}

function isError({ severity }: Problem): boolean {
  return severity === 'error';
}
