import { amount, band, EVERY_LINE_HALF_UP, type ExampleLaw, LAST_CHECKED } from './example';

const NONE = { kind: 'none' } as const;
const dollars = (text: string) => amount(text, 'USD');

/** The exemption of 800 dollars is suspended for all countries since 29 August 2025; duty on the price without freight. */
export const US: ExampleLaw = {
  id: 'us_from_2025_08_29',
  economy: 'US',
  validFrom: '2025-08-29',
  validTo: null,
  instrument: {
    title: 'Suspending Duty-Free De Minimis Treatment for All Countries',
    citation: 'Executive Order 14324 of 30 July 2025; 19 U.S.C. 1321',
    textLink:
      'https://www.federalregister.gov/documents/2025/08/05/2025-14897/suspending-duty-free-de-minimis-treatment-for-all-countries',
  },
  source: 'Federal Register; CBP e-commerce frequently asked questions',
  lastChecked: LAST_CHECKED,
  isExample: true,
  standardTaxPercent: null,
  leavesOut: 'Additional duties by origin (Sections 122, 232, 301), merchandise processing fee, sales tax of States',
  law: {
    currency: 'USD',
    minorDigits: 2,
    customsValue: 'fob',
    limitTests: 'customs',
    taxesTransport: false,
    ...EVERY_LINE_HALF_UP,
    waived: null,
    fees: [],
    bands: [
      band({
        key: 'gift',
        when: { transactionTypes: ['gift'], upTo: dollars('100') },
        closedTo: ['2203', '2204', '2205', '2206', '2208', '24'],
        duty: NONE,
        tax: NONE,
        citation: '19 U.S.C. 1321(a)(2)(A); 19 CFR 10.152',
      }),
      band({
        key: 'standard',
        when: {},
        duty: { kind: 'tariff' },
        tax: NONE,
        citation: '19 U.S.C. 1401a; Harmonized Tariff Schedule of the United States',
      }),
    ],
  },
};

/** Certified platforms: 20 % up to 50 dollars, 60 % less 20 dollars above, and state tax that is part of its own base. */
export const BRAZIL: ExampleLaw = {
  id: 'br_from_2024_08',
  economy: 'BR',
  validFrom: '2024-08-01',
  validTo: null,
  instrument: {
    title: 'Remessa Conforme: simplified taxation of international parcels',
    citation: 'Lei 14.902/2024, Article 32; Portaria MF 612/2023 and 1.086/2024; Convênio ICMS 81/2023',
    textLink: 'https://www.planalto.gov.br/ccivil_03/_ato2023-2026/2024/lei/L14902.htm',
  },
  source: 'Receita Federal, Programa Remessa Conforme; Comsefaz on the rates of ICMS',
  lastChecked: LAST_CHECKED,
  isExample: true,
  standardTaxPercent: '17',
  leavesOut:
    'The 20 % that ten States levy since April 2025, medicines, sellers outside the programme (60 % from the first dollar), rates of the tariff beyond 3,000 dollars',
  law: {
    currency: 'BRL',
    minorDigits: 2,
    customsValue: 'cif',
    limitTests: 'customs',
    taxesTransport: true,
    ...EVERY_LINE_HALF_UP,
    waived: null,
    fees: [],
    bands: [
      band({
        key: 'up_to_50_dollars',
        when: { underScheme: true, upTo: dollars('50') },
        duty: { kind: 'rate', rate: '20%', deduct: null },
        tax: { kind: 'inside', ratePercent: '17' },
        citation: 'Lei 14.902/2024, Article 32; Convênio ICMS 81/2023',
      }),
      band({
        key: 'up_to_3000_dollars',
        when: { underScheme: true, upTo: dollars('3000') },
        duty: { kind: 'rate', rate: '60%', deduct: dollars('20') },
        tax: { kind: 'inside', ratePercent: '17' },
        citation: 'Portaria MF 1.086/2024; Convênio ICMS 81/2023',
      }),
      band({
        key: 'simplified',
        when: { upTo: dollars('3000') },
        duty: { kind: 'rate', rate: '60%', deduct: null },
        tax: { kind: 'inside', ratePercent: '17' },
        citation: 'Decreto-Lei 1.804/1980; Portaria MF 156/1999',
      }),
      band({
        key: 'standard',
        when: {},
        duty: { kind: 'tariff' },
        tax: { kind: 'inside', ratePercent: '17' },
        citation: 'Tarifa Externa Comum; Lei Complementar 87/1996, Article 13',
      }),
    ],
  },
};

const FROM_PARTNERS = ['US', 'MX'];

/** Courier goods: nothing up to 20 dollars; from the United States and Mexico no tax up to 40 and no duty up to 150. */
export const CANADA: ExampleLaw = {
  id: 'ca_from_2020_07',
  economy: 'CA',
  validFrom: '2020-07-01',
  validTo: null,
  instrument: {
    title: 'Courier Imports Remission Order',
    citation: 'SI/85-182, as amended for the Canada-United States-Mexico Agreement, Article 7.8',
    textLink: 'https://laws-lois.justice.gc.ca/eng/regulations/SI-85-182/',
  },
  source: 'Canada Border Services Agency, importing by courier',
  lastChecked: LAST_CHECKED,
  isExample: true,
  standardTaxPercent: '5',
  leavesOut: 'Provincial parts of the sales tax, surtaxes by origin, excluded books and periodicals',
  law: {
    currency: 'CAD',
    minorDigits: 2,
    customsValue: 'fob',
    limitTests: 'customs',
    taxesTransport: false,
    ...EVERY_LINE_HALF_UP,
    waived: null,
    fees: [],
    bands: [
      band({
        key: 'gift',
        when: { transactionTypes: ['gift'], upTo: amount('60', 'CAD') },
        closedTo: ['2203', '2204', '2205', '2206', '2208', '24'],
        duty: NONE,
        tax: NONE,
        citation: 'Tariff item 9816.00.00',
      }),
      band({
        key: 'no_duty_no_tax_20',
        when: { upTo: amount('20', 'CAD') },
        closedTo: ['2203', '2204', '2205', '2206', '2208', '24'],
        duty: NONE,
        tax: NONE,
        citation: 'Courier Imports Remission Order, section 3',
      }),
      band({
        key: 'no_duty_no_tax_40',
        when: { dispatchedFrom: FROM_PARTNERS, upTo: amount('40', 'CAD') },
        closedTo: ['2203', '2204', '2205', '2206', '2208', '24'],
        duty: NONE,
        tax: NONE,
        citation: 'Canada-United States-Mexico Agreement, Article 7.8(1)(f)',
      }),
      band({
        key: 'no_duty_150',
        when: { dispatchedFrom: FROM_PARTNERS, upTo: amount('150', 'CAD') },
        closedTo: ['2203', '2204', '2205', '2206', '2208', '24'],
        duty: NONE,
        tax: { kind: 'on_duty_paid', ratePercent: null },
        citation: 'Canada-United States-Mexico Agreement, Article 7.8(1)(f)',
      }),
      band({
        key: 'standard',
        when: {},
        duty: { kind: 'tariff' },
        tax: { kind: 'on_duty_paid', ratePercent: null },
        citation: 'Customs Tariff; Excise Tax Act, section 215',
      }),
    ],
  },
};
