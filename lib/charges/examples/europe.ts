import { amount, band, EVERY_LINE_HALF_UP, type ExampleLaw, halfUpTo, LAST_CHECKED } from './example';

const TARIFF_20 = { kind: 'on_duty_paid', ratePercent: null } as const;

/** No duty up to 135 pounds; the value-added tax of such sales is charged at the sale. */
export const UK: ExampleLaw = {
  id: 'uk_from_2021',
  economy: 'GB',
  validFrom: '2021-01-01',
  validTo: null,
  instrument: {
    title: 'VAT and overseas goods sold directly to customers in the UK',
    citation:
      'Value Added Tax Act 1994, Part 9A of Schedule 9ZC; Customs (Reliefs from a Liability to Import Duty) Regulations 2020',
    textLink: 'https://www.gov.uk/guidance/vat-and-overseas-goods-sold-directly-to-customers-in-the-uk',
  },
  source: 'GOV.UK guidance on goods of low value and on gifts',
  lastChecked: LAST_CHECKED,
  isExample: true,
  standardTaxPercent: '20',
  leavesOut: 'The reduced rate of 2.5 % on gifts up to 630 pounds, excise, Northern Ireland, sales to businesses',
  law: {
    currency: 'GBP',
    minorDigits: 2,
    customsValue: 'cif',
    limitTests: 'intrinsic',
    taxesTransport: true,
    ...EVERY_LINE_HALF_UP,
    waived: null,
    fees: [],
    bands: [
      band({
        key: 'gift',
        when: { transactionTypes: ['gift'], upTo: amount('39', 'GBP') },
        closedTo: ['22', '24', '3303'],
        duty: { kind: 'none' },
        tax: { kind: 'none' },
        citation: 'GOV.UK: tax and customs for goods sent from abroad, gifts worth 39 pounds or less',
      }),
      band({
        key: 'gift_low_value',
        when: { transactionTypes: ['gift'], upTo: amount('135', 'GBP') },
        closedTo: ['22', '24', '3303'],
        duty: { kind: 'none' },
        tax: TARIFF_20,
        citation: 'GOV.UK: tax and customs for goods sent from abroad, no duty up to 135 pounds',
      }),
      band({
        key: 'low_value',
        when: { upTo: amount('135', 'GBP') },
        closedTo: ['22', '24', '3303'],
        duty: { kind: 'none' },
        tax: { kind: 'vendor' },
        citation: 'GOV.UK: VAT and overseas goods sold directly to customers, consignments not above 135 pounds',
      }),
      band({
        key: 'standard',
        when: {},
        duty: { kind: 'tariff' },
        tax: TARIFF_20,
        citation: 'Taxation (Cross-border Trade) Act 2018; Value Added Tax Act 1994, section 21',
      }),
    ],
  },
};

/** Import tax of five francs or less is not collected; industrial goods are free of duty since 2024. */
export const SWITZERLAND: ExampleLaw = {
  id: 'ch_from_2025',
  economy: 'CH',
  validFrom: '2025-01-01',
  validTo: null,
  instrument: {
    title: 'Federal Act on Value Added Tax, taxation of imports',
    citation: 'MWSTG (SR 641.20), Articles 20a and 50 to 54; SR 641.204, Article 1',
    textLink: 'https://www.fedlex.admin.ch/eli/cc/2009/615/de',
  },
  source: 'Federal Office for Customs and Border Security; Federal Tax Administration',
  lastChecked: LAST_CHECKED,
  isExample: true,
  standardTaxPercent: '8.1',
  leavesOut:
    'Duties by gross weight on farm goods, which are open until they are loaded, clearance fees of carriers, the gift allowance for several senders',
  law: {
    currency: 'CHF',
    minorDigits: 2,
    customsValue: 'cif',
    limitTests: 'intrinsic',
    taxesTransport: true,
    dutyBase: halfUpTo('0.01'),
    duty: halfUpTo('0.05'),
    taxBase: halfUpTo('0.01'),
    tax: halfUpTo('0.05'),
    // The ordinance frees the tax of not more than five francs an assessment, which takes in the five francs themselves; short texts
    // on the rule that say `below CHF 5` leave that edge out. The golden case of 62 francs (5.022, rounded to 5.00) rests on it.
    waived: {
      of: 'tax',
      amount: amount('5', 'CHF'),
      isInclusive: true,
      citation: 'SR 641.204, Article 1: tax of not more than five francs',
    },
    fees: [],
    bands: [
      band({
        key: 'gift',
        when: { transactionTypes: ['gift'], upTo: amount('100', 'CHF') },
        closedTo: ['22', '24'],
        duty: { kind: 'none' },
        tax: { kind: 'none' },
        citation: 'SR 631.01, Article 16 and SR 641.204, Article 1: gifts between private people up to 100 francs',
      }),
      band({
        key: 'platform',
        when: { underScheme: true },
        duty: { kind: 'tariff' },
        tax: { kind: 'vendor' },
        citation: 'MWSTG, Articles 7(3)(b) and 20a: mail-order vendors and platforms',
      }),
      band({
        key: 'standard',
        when: {},
        duty: { kind: 'tariff' },
        tax: { kind: 'on_duty_paid', ratePercent: null },
        citation: 'MWSTG, Article 54; customs tariff (SR 632.10)',
      }),
    ],
  },
};
