import { EU_COUNTRY_CODES } from '@/lib/codes/countries';
import { rows } from '../parameter';

/** Alcohol and tobacco: neither the reduced data set nor the vendor scheme is open to them. */
const EXCISE = ['2203', '2204', '2205', '2206', '2207', '2208', '24'];

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
      source: 'WCO Immediate Release Guidelines; Delegated Regulation (EU) 2015/2446; Council Directive 2006/112/EC',
      edition: 'consolidated 2021',
    },
    {
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
