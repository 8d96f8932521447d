import type { SentItem, SentRecord } from '@/lib/consignment/columns';
import { parseInstant } from '@/lib/kernel/dates';
import type { Problem } from '@/lib/kernel/problem';
import { arrivalAfter } from './derived-arrival';
import { type JsonObject, jsonObject, scalarText } from './json-record';
import { MAX_ITEMS } from './limits';
import { CONTENT_CATEGORIES } from './postal-fields';
import { fault } from './problem-codes';
import type { ReadOptions } from './staged-row';

/** Posts carry the vendor's scheme number (Council Directive (EU) 2017/2455) in the sender's customs reference. */
const SCHEME_NUMBER = /^IM\d{10}$/;

const NOTHING: JsonObject = new Map();

/** Whether a parsed JSON object is an ITMATT-shaped postal item rather than a record of our own. */
export function isItmattItem(value: unknown): boolean {
  const item = jsonObject(value);
  return item?.has('item_id') === true && item.has('content_pieces');
}

/** Reads fields of one object and remembers which were used, so that the others are kept as unknown. */
class Fields {
  private readonly used = new Set<string>();
  constructor(
    private readonly source: JsonObject,
    private readonly prefix: string,
    private readonly line: number,
    private readonly problems: Problem[],
  ) {}

  text(key: string): string | undefined {
    this.used.add(key);
    return scalarText(this.source.get(key), `${this.prefix}${key}`, this.line, this.problems) ?? undefined;
  }

  object(key: string): Fields {
    this.used.add(key);
    const value = this.source.get(key);
    const inner = jsonObject(value);
    if (!inner && value !== null && value !== undefined)
      this.problems.push(fault('row_json_object_expected', `${this.prefix}${key}`, { line: this.line }));
    return new Fields(inner ?? NOTHING, `${this.prefix}${key}.`, this.line, this.problems);
  }

  list(key: string): Fields[] {
    this.used.add(key);
    const value = this.source.get(key) ?? [];
    const pointer = `${this.prefix}${key}`;
    if (!Array.isArray(value) || value.length > MAX_ITEMS) {
      this.problems.push(fault('row_json_items_expected', pointer, { line: this.line }));
      return [];
    }
    return value.map((entry, index) => {
      const inner = jsonObject(entry);
      if (!inner) this.problems.push(fault('row_json_object_expected', `${pointer}.${index}`, { line: this.line }));
      return new Fields(inner ?? NOTHING, `${pointer}.${index}.`, this.line, this.problems);
    });
  }

  /** Scalars nobody asked for, by pointer. Nested values of no use to the record are in the raw text only. */
  rest(): [string, string][] {
    return [...this.source].flatMap(([key, value]): [string, string][] => {
      if (this.used.has(key) || typeof value === 'object' || typeof value === 'boolean') return [];
      const text = scalarText(value, `${this.prefix}${key}`, this.line, this.problems);
      return text === null ? [] : [[`${this.prefix}${key}`, text]];
    });
  }
}

function dropAbsent<T extends object>(fields: T): T {
  for (const [key, value] of Object.entries(fields)) if (value === undefined) Reflect.deleteProperty(fields, key);
  return fields;
}

/** Where no arrival is sent: posting plus the transit days agreed with the partner; never guessed. */
function derivedArrival(postedAt: string | undefined, transitDays: number | undefined): string | undefined {
  const posted = postedAt === undefined || transitDays === undefined ? null : parseInstant(postedAt);
  return posted && transitDays !== undefined ? arrivalAfter(posted, transitDays) : undefined;
}

function itemOf(piece: Fields): SentItem {
  return dropAbsent({
    item_number: piece.text('sequence'),
    description: piece.text('description'),
    commodity_code: piece.text('hs_code'),
    origin_country: piece.text('country_of_origin'),
    quantity: piece.text('units'),
    net_mass_kg: piece.text('net_weight_kg'),
    value: piece.text('declared_value'),
    currency: piece.text('currency'),
  });
}

/**
 * Maps an ITMATT-shaped postal item (UPU message ITMATT, form CN 23) onto the record: the S10 identifier is its reference,
 * the channel post, the mode 5 (mail, UN/ECE Rec 19). Office and arrival come from the message (`destination_office`,
 * `expected_arrival_at`), else from the partner's settings; where neither says, validation reports them missing.
 */
export function sentFromItmatt(
  value: unknown,
  line: number,
  options: ReadOptions,
): { readonly sent: SentRecord; readonly problems: readonly Problem[] } {
  const problems: Problem[] = [];
  const message = new Fields(jsonObject(value) ?? NOTHING, '', line, problems);
  const sender = message.object('sender');
  const addressee = message.object('addressee');
  const postage = message.object('postage');
  const pieces = message.list('content_pieces');
  const category = message.text('content_category');
  const itemId = message.text('item_id');
  const postedAt = message.text('posting_datetime');
  const arrivesAt = message.text('expected_arrival_at');
  const derivesAt = arrivesAt === undefined ? derivedArrival(postedAt, options.transitDays) : undefined;
  const senderReference = message.text('sender_customs_reference');
  const isScheme = senderReference !== undefined && SCHEME_NUMBER.test(senderReference);
  const consignment = dropAbsent({
    reference: itemId,
    regime: 'mail',
    channel: 'post',
    transport_mode: '5',
    s10_id: itemId,
    office: message.text('destination_office') ?? options.defaultOffice,
    expected_arrival_at: arrivesAt ?? derivesAt,
    dispatch_country: message.text('origin_country'),
    transaction_type: category === undefined ? undefined : (CONTENT_CATEGORIES.get(category) ?? category),
    sender_name: sender.text('name'),
    sender_address: sender.text('address_line'),
    sender_city: sender.text('city'),
    sender_postcode: sender.text('postcode'),
    sender_country: sender.text('country'),
    sender_id: isScheme ? undefined : senderReference,
    scheme_id: isScheme ? senderReference : undefined,
    collection_model: isScheme ? 'vendor' : undefined,
    recipient_name: addressee.text('name'),
    recipient_address: addressee.text('address_line'),
    recipient_city: addressee.text('city'),
    recipient_postcode: addressee.text('postcode'),
    recipient_country: addressee.text('country'),
    recipient_id: message.text('importer_tax_reference'),
    recipient_phone: addressee.text('phone'),
    recipient_email: addressee.text('email'),
    gross_mass_kg: message.text('gross_weight_kg'),
    transport_cost: postage.text('amount'),
    transport_currency: postage.text('currency'),
  });
  const items = pieces.map(itemOf);
  const kept = [
    ...(postedAt === undefined ? [] : ([['posting_datetime', postedAt]] as [string, string][])),
    ...message.rest(),
    ...sender.rest(),
    ...addressee.rest(),
    ...postage.rest(),
    ...pieces.flatMap((piece) => piece.rest()),
  ];
  const sent: SentRecord = {
    ...consignment,
    items,
    ...(kept.length > 0 ? { unknown: Object.fromEntries(kept) } : {}),
    ...(derivesAt === undefined ? {} : { derived: ['expected_arrival_at'] }),
  };
  return { sent, problems };
}
