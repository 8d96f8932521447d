import type { Law } from '../law';
import { amount, band, EVERY_LINE_HALF_UP, type ExampleLaw, LAST_CHECKED } from './example';

const RELIEF = 'Council Regulation (EC) No 1186/2009';
const IOSS = 'Council Directive 2006/112/EC, Article 143(1)(ca)';
const EXCISE = ['2203', '2204', '2205', '2206', '2207', '2208', '24'];
const FLAT = 'Council Regulation (EU) 2026/382';

const common = {
  currency: 'EUR',
  minorDigits: 2,
  customsValue: 'cif',
  limitTests: 'intrinsic',
  taxesTransport: true,
  ...EVERY_LINE_HALF_UP,
  waived: null,
  fees: [],
} as const satisfies Partial<Law>;

const reliefs = [
  band({
    key: 'gift',
    when: { transactionTypes: ['gift'], upTo: amount('45', 'EUR') },
    closedTo: [...EXCISE, '3303'],
    duty: { kind: 'none' },
    tax: { kind: 'none' },
    citation: `${RELIEF}, Articles 25 to 27; Council Directive 2006/79/EC`,
  }),
  band({
    key: 'documents',
    when: { transactionTypes: ['documents'], upTo: amount('45', 'EUR') },
    duty: { kind: 'none' },
    tax: { kind: 'none' },
    citation: `${RELIEF}, Article 104`,
  }),
];

const returned = band({
  key: 'returned_goods',
  when: { transactionTypes: ['returned_goods'] },
  duty: { kind: 'none' },
  tax: { kind: 'none' },
  citation: 'Regulation (EU) No 952/2013, Article 203; Council Directive 2006/112/EC, Article 143(1)(e)',
});

const standard = band({
  key: 'standard',
  when: {},
  duty: { kind: 'tariff' },
  tax: { kind: 'on_duty_paid', ratePercent: null },
  citation: 'Council Regulation (EEC) No 2658/87, Annex I; Council Directive 2006/112/EC, Articles 85 and 86',
});

const base = {
  economy: 'EU',
  source: 'EUR-Lex; European Commission, DG TAXUD pages on e-commerce',
  lastChecked: LAST_CHECKED,
  isExample: true,
  standardTaxPercent: '21',
  leavesOut:
    'Tariff rates, preferences, excise, handling fees of Member States; the tax rate is that of one Member State',
} as const;

/** Until the end of June 2026: no duty up to 150 euro, value-added tax from the first cent. */
export const EU_BEFORE: ExampleLaw = {
  ...base,
  id: 'eu_until_2026_06',
  validFrom: '2021-07-01',
  validTo: '2026-06-30',
  instrument: {
    title: 'Community system of reliefs from customs duty',
    citation: `${RELIEF}, Articles 23 and 24`,
    textLink: 'https://eur-lex.europa.eu/eli/reg/2009/1186/oj',
  },
  law: {
    ...common,
    bands: [
      ...reliefs,
      returned,
      band({
        key: 'vendor_scheme',
        when: { underScheme: true, upTo: amount('150', 'EUR') },
        closedTo: [...EXCISE, '3303'],
        duty: { kind: 'none' },
        tax: { kind: 'vendor' },
        citation: IOSS,
      }),
      band({
        key: 'low_value',
        when: { upTo: amount('150', 'EUR') },
        closedTo: [...EXCISE, '3303'],
        duty: { kind: 'none' },
        tax: { kind: 'on_duty_paid', ratePercent: null },
        citation: `${RELIEF}, Article 23`,
      }),
      standard,
    ],
  },
};

const flat = { kind: 'flat_per_subheading', flat: amount('3', 'EUR'), digits: 6 } as const;

/** From July 2026 to June 2028: three euro for each tariff subheading of a consignment up to 150 euro. */
export const EU_FLAT: ExampleLaw = {
  ...base,
  id: 'eu_from_2026_07',
  validFrom: '2026-07-01',
  validTo: '2028-06-30',
  instrument: {
    title: 'Flat customs duty on goods in low-value consignments',
    citation: `${FLAT}; Commission Delegated Regulation (EU) 2026/1022`,
    textLink: 'https://eur-lex.europa.eu/eli/reg/2026/382/oj',
  },
  law: {
    ...common,
    bands: [
      ...reliefs,
      returned,
      band({
        key: 'vendor_scheme',
        when: { underScheme: true, upTo: amount('150', 'EUR') },
        closedTo: [...EXCISE, '3303'],
        duty: flat,
        tax: { kind: 'vendor' },
        citation: `${FLAT}; ${IOSS}`,
      }),
      band({
        key: 'low_value',
        when: { upTo: amount('150', 'EUR') },
        closedTo: [...EXCISE, '3303'],
        duty: flat,
        tax: { kind: 'on_duty_paid', ratePercent: null },
        citation: FLAT,
      }),
      standard,
    ],
  },
};
