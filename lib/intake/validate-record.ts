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

type Context = { readonly offices: ReadonlySet<string>; readonly now: Date };
type Reader = FieldReader<ConsignmentColumn>;

/** Who accounts for the tax where nobody says: the holder of a scheme number, the express operator, else the buyer. */
function collectionModelOf(sent: CollectionModel | null, schemeId: string | null, channel: Channel): CollectionModel {
  return sent ?? (schemeId !== null ? 'vendor' : channel === 'express' ? 'operator' : 'buyer');
}

function readTransactionType(reader: Reader) {
  const sent = reader.choice('transaction_type', TRANSACTION_TYPES);
  if (reader.raw('transaction_type') === null) reader.warn('transaction_type_assumed', 'transaction_type');
  return sent ?? 'other';
}

function readTransportCost(reader: Reader) {
  const transportCost = reader.decimal('transport_cost', AMOUNT);
  const transportCurrency = reader.currency('transport_currency');
  if (transportCost !== null && transportCurrency === null) reader.fault('currency_required', 'transport_currency');
  return { transportCost, transportCurrency };
}

function judgeMasses(reader: Reader, record: ConsignmentRecord): void {
  const netG = record.items.reduce((sum, item) => sum + (item.netMassG ?? 0), 0);
  if (record.grossMassG !== null && netG > record.grossMassG)
    reader.warn('net_over_gross', 'gross_mass_kg', record.grossMassKg ?? '', { netG, grossG: record.grossMassG });
}

/**
 * Judges a sent record against the rules of the record: required fields, lengths, code lists, check digits, exact decimals.
 * Every problem is found, not only the first. Errors refuse the record; warnings go with it. Absent `regime` is `mail` for
 * post and `generic` otherwise; what law says about the goods is left to the assessment.
 */
export function validateRecord(sent: SentRecord, context: Context): ValidatedRecord {
  const problems: Problem[] = [];
  const reader = new FieldReader<ConsignmentColumn>(sent, '', problems);
  const channel = reader.choice('channel', CHANNELS, 'required') ?? 'post';
  const transactionType = readTransactionType(reader);
  const schemeId = readScheme(reader);
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
    expectedArrivalAt: readArrival(reader, context.now),
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
    items: readItems(sent.items, transactionType, problems),
    sent,
  };
  if (problems.some((problem) => problem.severity === 'error')) return { ok: false, problems };
  judgeMasses(reader, record);
  return { ok: true, record, warnings: problems };
}
