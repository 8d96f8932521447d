import { rows } from '../parameter';

/** Fields that are not required to accept a record, but that its regime asks for; each that is missing is named. */
export const REQUIREMENTS = [
  ...rows(
    {
      kind: 'requirement',
      validFrom: '2021-07-01',
      source: 'Commission Delegated Regulation (EU) 2015/2446, Annex B, column H7',
      edition: 'consolidated 2024',
    },
    {
      h7: {
        consignment: ['sender_address', 'sender_city', 'recipient_city', 'recipient_postcode', 'gross_mass_kg'],
        items: ['commodity_code'],
        oneOf: [['house_ref', 's10_id', 'master_ref']],
      },
    },
  ),
  ...rows(
    {
      kind: 'requirement',
      validFrom: '2021-07-01',
      source: 'Universal Postal Union, CN 23 and ITMATT; HS code of commercial items from September 2025',
      edition: '2025',
    },
    {
      mail: {
        consignment: ['s10_id', 'sender_address', 'recipient_city', 'recipient_postcode', 'gross_mass_kg'],
        items: ['commodity_code', 'quantity', 'net_mass_kg'],
        oneOf: [['recipient_phone', 'recipient_email']],
      },
    },
  ),
  ...rows(
    {
      kind: 'requirement',
      validFrom: '2021-07-01',
      source: 'US notice of proposed rulemaking on low-value shipments, enhanced entry (90 FR 3048)',
      edition: 'January 2025',
    },
    {
      entry: {
        consignment: ['house_ref', 'dispatch_country', 'sender_address', 'recipient_city', 'recipient_postcode'],
        items: ['commodity_code', 'origin_country', 'quantity'],
        oneOf: [['marketplace', 'seller_name']],
      },
    },
  ),
  ...rows(
    {
      kind: 'requirement',
      validFrom: '2021-07-01',
      source:
        'WCO and ICAO guiding principles on pre-loading advance cargo information: seven data elements and the waybill',
      edition: '2021',
    },
    {
      generic: {
        consignment: ['sender_address', 'recipient_city', 'recipient_postcode', 'gross_mass_kg'],
        items: ['commodity_code'],
        oneOf: [['house_ref', 's10_id', 'master_ref']],
      },
    },
  ),
];
