import type { Regime } from '@/lib/consignment/codes';
import { ALWAYS_REQUIRED, STOOD_FOR_BY } from '@/lib/consignment/column-guide';
import { type Condition, RECORD_COLUMNS, type RecordColumn, type Requirement } from '@/lib/consignment/requirements';
import { type PolicyParameter, rows } from '../parameter';

type Matrix = {
  readonly asked: readonly RecordColumn[];
  readonly conditional: Readonly<Partial<Record<Condition, readonly RecordColumn[]>>>;
  readonly unused: readonly RecordColumn[];
};
type Origin = Pick<PolicyParameter, 'validFrom' | 'source' | 'edition'> & { readonly validTo?: string };

/** In every regime: the category of the transaction is asked for, and an amount without its currency cannot be understood. */
const EVERYWHERE: Readonly<Partial<Record<RecordColumn, Requirement>>> = {
  transaction_type: { presence: 'required', severity: 'warning' },
  transport_currency: { presence: 'conditional', severity: 'error', condition: 'cost_given' },
};

function cellOf(column: RecordColumn, matrix: Matrix): Requirement {
  if (ALWAYS_REQUIRED.has(column) || STOOD_FOR_BY.has(column)) return { presence: 'required', severity: 'error' };
  const general = EVERYWHERE[column];
  if (general) return general;
  if (matrix.asked.includes(column)) return { presence: 'required', severity: 'warning' };
  const [condition] = Object.entries(matrix.conditional).find(([, columns]) => columns.includes(column)) ?? [];
  if (condition) return { presence: 'conditional', severity: 'warning', condition: condition as Condition };
  return { presence: matrix.unused.includes(column) ? 'unused' : 'optional' };
}

function regimeRows(
  regime: Regime,
  origin: Origin,
  matrix: Matrix,
  later: readonly RecordColumn[] = [],
): readonly PolicyParameter[] {
  const columns = RECORD_COLUMNS.filter((column) => !later.includes(column));
  return rows(
    { kind: 'requirement', ...origin },
    Object.fromEntries(columns.map((column) => [`${regime}/${column}`, cellOf(column, matrix)])),
  );
}

/** Name and address of a party in a customs declaration: asked for where no number is given that identifies it. */
function partyRows(
  regime: Regime,
  origin: Origin,
  asked: Readonly<Record<'sender' | 'recipient', readonly RecordColumn[]>>,
): readonly PolicyParameter[] {
  const cells = (['sender', 'recipient'] as const).flatMap((party) =>
    asked[party].map((column) => {
      const severity = STOOD_FOR_BY.has(column) ? 'error' : 'warning';
      const cell: Requirement = { presence: 'conditional', severity, condition: `${party}_unidentified` };
      return [`${regime}/${column}`, cell] as const;
    }),
  );
  return rows({ kind: 'requirement', ...origin }, Object.fromEntries(cells));
}

const H7_PARTIES = {
  sender: ['sender_name', 'sender_address', 'sender_city'],
  recipient: ['recipient_name', 'recipient_address', 'recipient_city', 'recipient_postcode'],
} as const;
const ENTRY_PARTIES = { ...H7_PARTIES, sender: ['sender_name', 'sender_address'] } as const;

const SINCE = '2021-07-01';
const POSTAL_UNION =
  'Universal Postal Union, Postal Parcel Regulations, forms CN 22 and CN 23, and message ITMATT (M33)';

/**
 * What each regime asks of each column. `asked` and `conditional` columns that are missing are reported and cost quality;
 * only the indispensable ones refuse a record, because a consignment nobody knows of is worse than one badly described.
 */
export const REQUIREMENTS = [
  ...regimeRows(
    'h7',
    {
      validFrom: SINCE,
      source: 'Commission Delegated Regulation (EU) 2015/2446, Annex B, column H7',
      edition: 'consolidated 2024',
    },
    {
      asked: ['gross_mass_kg', 'commodity_code'],
      conditional: {
        transport_document: ['house_ref', 's10_id', 'master_ref'],
        vendor_collects: ['scheme_id'],
        declaration_lodged: ['lrn'],
      },
      unused: ['transport_mode', 'origin_country', 'net_mass_kg', 'listing_url'],
    },
    [...H7_PARTIES.sender, ...H7_PARTIES.recipient],
  ),
  ...partyRows(
    'h7',
    {
      validFrom: SINCE,
      // Annex B has the number beside name and address. That it may stand for them is published for the United Kingdom only, see `entry`.
      source:
        'Commission Delegated Regulation (EU) 2015/2446, Annex B, exporter (13 01) and importer (13 04). That an identification number stands for name and address is an assumption of Luxor after the practice of the United Kingdom: check it against your own rules',
      edition: 'consolidated 2024',
    },
    H7_PARTIES,
  ),
  ...regimeRows(
    'mail',
    { validFrom: SINCE, source: POSTAL_UNION, edition: '2021' },
    {
      asked: [
        's10_id',
        'sender_address',
        'recipient_city',
        'recipient_postcode',
        'gross_mass_kg',
        'quantity',
        'net_mass_kg',
      ],
      conditional: {
        contact: ['recipient_phone', 'recipient_email'],
        vendor_collects: ['scheme_id'],
        commercial: ['origin_country'],
      },
      unused: ['house_ref', 'master_ref', 'listing_url'],
    },
    ['commodity_code'],
  ),
  ...rows(
    {
      kind: 'requirement',
      validFrom: SINCE,
      validTo: '2025-08-31',
      source: `${POSTAL_UNION}: asked for of commercial items where known`,
      edition: '2021',
    },
    { 'mail/commodity_code': { presence: 'optional' } satisfies Requirement },
  ),
  ...rows(
    {
      kind: 'requirement',
      validFrom: '2025-09-01',
      source: `${POSTAL_UNION}: code of the Harmonized System for every commercial item`,
      edition: '2025',
    },
    {
      'mail/commodity_code': {
        presence: 'conditional',
        severity: 'warning',
        condition: 'commercial',
      } satisfies Requirement,
    },
  ),
  ...regimeRows(
    'entry',
    {
      validFrom: SINCE,
      source: 'US notice of proposed rulemaking on low-value shipments, enhanced entry (90 FR 3048)',
      edition: 'January 2025',
    },
    {
      asked: ['house_ref', 'transport_mode', 'dispatch_country', 'commodity_code', 'origin_country', 'quantity'],
      conditional: {
        seller: ['marketplace', 'seller_name'],
        vendor_collects: ['scheme_id'],
        declaration_lodged: ['lrn'],
      },
      unused: ['s10_id'],
    },
    [...ENTRY_PARTIES.sender, ...ENTRY_PARTIES.recipient],
  ),
  ...partyRows(
    'entry',
    {
      validFrom: SINCE,
      source:
        'HMRC, annotated example declarations of the Customs Declaration Service: exporter by name and address (3/1) where no recognised EORI number is given (3/2), importer by EORI number alone (3/16)',
      edition: 'June 2026',
    },
    ENTRY_PARTIES,
  ),
  ...regimeRows(
    'generic',
    {
      validFrom: SINCE,
      source:
        'WCO and ICAO guiding principles on pre-loading advance cargo information: seven data elements and the waybill',
      edition: '2021',
    },
    {
      asked: ['sender_address', 'recipient_city', 'recipient_postcode', 'gross_mass_kg', 'commodity_code'],
      conditional: {
        transport_document: ['house_ref', 's10_id', 'master_ref'],
        vendor_collects: ['scheme_id'],
        declaration_lodged: ['lrn'],
      },
      unused: ['listing_url'],
    },
  ),
];
