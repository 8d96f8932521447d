import { band, type ExampleLaw, LAST_CHECKED } from './example';
import { lawOfReliefs } from './reliefs';

const RELIEF = 'Council Regulation (EC) No 1186/2009';
const IOSS = 'Council Directive 2006/112/EC, Article 143(1)(ca)';
const EXCISE = ['2203', '2204', '2205', '2206', '2207', '2208', '24'];
const FLAT = 'Council Regulation (EU) 2026/382';

const returned = band({
  key: 'returned_goods',
  when: { transactionTypes: ['returned_goods'] },
  // What the declarant says of goods that come back proves nothing: the Code asks that their state and their export are shown.
  duty: {
    kind: 'upon_proof',
    proof:
      'the export declaration (MRN) or postal receipt of at most three years ago, and that the goods come back to who sent them, unaltered',
  },
  tax: { kind: 'none' },
  citation:
    'Regulation (EU) No 952/2013, Articles 203 and 254(4); Commission Delegated Regulation (EU) 2015/2446, Article 158; Commission Implementing Regulation (EU) 2015/2447, Article 253; Council Directive 2006/112/EC, Article 143(1)(e)',
});

/** The law of the Union with what is due in low-value consignments, which is what changes. */
const lawWith = (lowValue: { limit: string; flat: string | null; citation: string }) =>
  lawOfReliefs({
    currency: 'EUR',
    minorDigits: 2,
    gift: { limit: '45', citation: `${RELIEF}, Articles 25 to 27; Council Directive 2006/79/EC` },
    documents: { limit: '45', citation: `${RELIEF}, Article 104` },
    scheme: { limit: '150', excluded: EXCISE, citation: IOSS },
    lowValue: { ...lowValue, excluded: [...EXCISE, '3303'] },
    further: [returned],
    tariff: 'Council Regulation (EEC) No 2658/87, Annex I; Council Directive 2006/112/EC, Articles 85 and 86',
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
  law: lawWith({ limit: '150', flat: null, citation: `${RELIEF}, Article 23` }),
};

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
  law: lawWith({ limit: '150', flat: '3', citation: FLAT }),
};

/** From July 2028: the tariff from the first cent; the vendor scheme stays. */
export const EU_AFTER: ExampleLaw = {
  ...base,
  id: 'eu_from_2028_07',
  validFrom: '2028-07-01',
  validTo: null,
  instrument: { ...EU_FLAT.instrument, title: 'End of the relief from duty for low-value consignments' },
  law: lawWith({ limit: '0', flat: null, citation: FLAT }),
};
