import { EU_COUNTRY_CODES } from '@/lib/codes/countries';
import { rows } from '../parameter';

const RELIEF_REGULATION = 'Council Regulation (EC) No 1186/2009';

/** Goods outside low-value relief: alcoholic products, tobacco, perfumes and toilet waters (Article 24). */
const EXCISE = ['2203', '2204', '2205', '2206', '2207', '2208', '24'];
const EXCLUDED_FROM_RELIEF = [...EXCISE, '3303'];

/** Vendor scheme states: ISO 3166-1 numeric codes of the Member States of identification and 900 for Northern Ireland. */
const SCHEME_STATES =
  '040 056 100 191 196 203 208 233 246 250 276 300 348 372 380 428 440 442 470 528 616 620 642 703 705 724 752 900'.split(
    ' ',
  );

/** Example administration: a customs office of the European Union that keeps its books in euro. */
export const THRESHOLDS = [
  ...rows(
    {
      kind: 'administration',
      validFrom: '2021-07-01',
      source: 'Regulation (EU) No 952/2013, Article 4',
      edition: 'example 2026-1',
    },
    {
      own: {
        name: 'Example customs administration',
        currency: 'EUR',
        minorDigits: 2,
        territory: [...EU_COUNTRY_CODES],
      },
    },
  ),
  ...rows(
    {
      kind: 'threshold',
      validFrom: '2021-07-01',
      validTo: '2026-06-30',
      source: `${RELIEF_REGULATION}, Articles 23 and 24`,
      edition: 'consolidated 2021',
    },
    {
      duty_relief: {
        limit: '150',
        flatPerSubheading: null,
        excluded: EXCLUDED_FROM_RELIEF,
        citation: `${RELIEF_REGULATION}, Article 23`,
      },
    },
  ),
  ...rows(
    {
      kind: 'threshold',
      validFrom: '2026-07-01',
      validTo: '2028-06-30',
      source: 'Council Regulation (EU) 2026/382: EUR 3 for each tariff subheading of a consignment up to EUR 150',
      edition: 'as adopted 2026',
    },
    {
      duty_relief: {
        limit: '150',
        flatPerSubheading: '3',
        excluded: EXCLUDED_FROM_RELIEF,
        citation: 'Council Regulation (EU) 2026/382',
      },
    },
  ),
  ...rows(
    {
      kind: 'threshold',
      validFrom: '2028-07-01',
      source: 'Council Regulation (EU) 2026/382: the customs tariff applies from the first cent',
      edition: 'as adopted 2026',
    },
    {
      duty_relief: {
        limit: '0',
        flatPerSubheading: null,
        excluded: EXCLUDED_FROM_RELIEF,
        citation: 'Council Regulation (EU) 2026/382',
      },
    },
  ),
  ...rows(
    {
      kind: 'threshold',
      validFrom: '2021-07-01',
      source: `${RELIEF_REGULATION} and Council Directives 2006/79/EC and 2006/112/EC`,
      edition: 'consolidated 2021',
    },
    {
      gift: { limit: '45', citation: `${RELIEF_REGULATION}, Articles 25 to 27; Council Directive 2006/79/EC` },
      documents: { limit: '45', citation: `${RELIEF_REGULATION}, Article 104` },
      low_value: { limit: '150', citation: 'WCO Immediate Release Guidelines, version 3 (2018), categories 2 and 3' },
      reduced_dataset: {
        limit: '150',
        excluded: EXCISE,
        citation: 'Commission Delegated Regulation (EU) 2015/2446, Article 143a',
      },
      vendor_scheme: {
        limit: '150',
        prefix: 'IM',
        intermediaryPrefix: 'IN',
        digitsAfterState: 7,
        stateCodes: SCHEME_STATES,
        excluded: EXCISE,
        citation: 'Council Directive 2006/112/EC, Article 143(1)(ca) and Title XII, Chapter 6, Section 4',
      },
    },
  ),
];
