const PARTY = ['name', 'address', 'city', 'postcode', 'country', 'id'] as const;

/** Columns of the record that describe the consignment; every row of one reference must agree on them. */
export const CONSIGNMENT_COLUMNS = [
  'reference',
  'regime',
  'channel',
  'transport_mode',
  's10_id',
  'house_ref',
  'master_ref',
  'lrn',
  'mrn',
  'office',
  'expected_arrival_at',
  'dispatch_country',
  'transaction_type',
  ...PARTY.map((field) => `sender_${field}` as const),
  ...PARTY.map((field) => `recipient_${field}` as const),
  'recipient_phone',
  'recipient_email',
  'marketplace',
  'seller_name',
  'scheme_id',
  'collection_model',
  'gross_mass_kg',
  'transport_cost',
  'transport_currency',
] as const;

/** Columns of the record that describe one goods item. */
export const ITEM_COLUMNS = [
  'item_number',
  'description',
  'commodity_code',
  'origin_country',
  'quantity',
  'net_mass_kg',
  'value',
  'currency',
  'listing_url',
] as const;

export type ConsignmentColumn = (typeof CONSIGNMENT_COLUMNS)[number];
export type ItemColumn = (typeof ITEM_COLUMNS)[number];

/** What was sent, as text, before anything is judged: absent columns are absent, empty text counts as absent. */
export type SentItem = Partial<Record<ItemColumn, string>>;
export type SentRecord = Partial<Record<ConsignmentColumn, string>> & {
  readonly items: readonly SentItem[];
  /** Columns we do not know, kept as sent. */
  readonly unknown?: Readonly<Record<string, string>>;
  /** Columns that nobody sent: Luxor worked them out by what was agreed with the partner. They are not held against the sender. */
  readonly derived?: readonly ConsignmentColumn[];
  /** Set where these count from the moment of receipt: the same content sent on another day is the same content. */
  readonly isDatedByReceipt?: boolean;
};
