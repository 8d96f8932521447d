import type { RECORD_COLUMNS } from './column-guide';

type RecordColumn = (typeof RECORD_COLUMNS)[number];

const element = (number: string) => `Delegated Regulation (EU) 2015/2446, Annex B, ${number}`;
const UPU = 'Universal Postal Convention, forms CN 22 and CN 23; UPU standard M33 (ITMATT)';
const ENTRY = 'Regulation (EU) No 952/2013, Article 127(4) and (6)';
const EXPORTER = element('13 01');
const IMPORTER = element('13 04');
const VENDOR = 'Council Directive 2006/112/EC, Articles 14a, 143(1)(ca) and 369q';

/**
 * What each column of the record is asked for by: the data element of Union law as it stands in Annex B, or the standard it comes from;
 * null for what no provision asks for. Whether a regime requires it is data of the policy (`lib/policy/facts/requirements.ts`).
 */
export const COLUMN_SOURCES: Readonly<Record<RecordColumn, string | null>> = {
  reference: element('12 08 and 12 09'),
  regime:
    'Regulation (EU) No 952/2013, Articles 6(2) and 158; Delegated Regulation (EU) 2015/2446, Articles 143a and 144',
  channel: null,
  transport_mode: `${element('19 03')}; UN/ECE Recommendation 19`,
  s10_id: 'UPU standard S10; Universal Postal Convention',
  house_ref: element('12 05'),
  master_ref: element('12 05'),
  lrn: element('12 09'),
  mrn: 'Implementing Regulation (EU) 2015/2447, Annex B: structure of the MRN',
  office: 'Regulation (EU) No 952/2013, Articles 139 and 159',
  expected_arrival_at: `${ENTRY}; Delegated Regulation (EU) 2015/2446, Articles 105 to 111`,
  dispatch_country: element('16 06'),
  transaction_type: `${element('11 10, additional procedures C07 and C08')}; ${UPU}`,
  sender_name: EXPORTER,
  sender_address: EXPORTER,
  sender_city: EXPORTER,
  sender_postcode: EXPORTER,
  sender_country: EXPORTER,
  sender_id: EXPORTER,
  recipient_name: IMPORTER,
  recipient_address: IMPORTER,
  recipient_city: IMPORTER,
  recipient_postcode: IMPORTER,
  recipient_country: IMPORTER,
  recipient_id: IMPORTER,
  recipient_phone: UPU,
  recipient_email: UPU,
  marketplace: 'Council Directive 2006/112/EC, Articles 14a and 242a',
  seller_name: 'Council Directive 2006/112/EC, Articles 14a and 242a; Regulation (EU) 2022/2065, Article 30',
  scheme_id: `${element('13 16')}; ${VENDOR}`,
  collection_model: `${VENDOR}; Articles 369y to 369zb`,
  gross_mass_kg: element('18 04'),
  transport_cost: `${element('14 15')}; Regulation (EU) No 952/2013, Article 71(1)(e)`,
  transport_currency: element('14 15'),
  item_number: element('11 03'),
  description: element('18 05'),
  commodity_code: `${element('18 09')}; Regulation (EEC) No 2658/87, Annex I`,
  origin_country: `${element('16 08')}; Regulation (EU) No 952/2013, Articles 59 to 61`,
  quantity: `${element('18 02')}; ${UPU}`,
  net_mass_kg: `${element('18 01')}; ${UPU}`,
  value: `${element('14 14')}; Delegated Regulation (EU) 2015/2446, Article 1(48)`,
  currency: `${element('14 14')}; ISO 4217`,
  listing_url: null,
};
