import { amount, band, EVERY_LINE_HALF_UP, type ExampleLaw, LAST_CHECKED } from './example';

const NONE = { kind: 'none' } as const;
const BY_GOODS = { kind: 'on_duty_paid', ratePercent: null } as const;

/** Up to 1,000 dollars the vendor charges the tax; above, duty without freight and tax with it. */
export const AUSTRALIA: ExampleLaw = {
  id: 'au_from_2018_07',
  economy: 'AU',
  validFrom: '2018-07-01',
  validTo: null,
  instrument: {
    title: 'GST on low value imported goods',
    citation:
      'A New Tax System (Goods and Services Tax) Act 1999, Subdivision 84-C and section 13-20; Customs Act 1901, section 154',
    textLink: 'https://www.legislation.gov.au/C2004A00446/latest',
  },
  source: 'Australian Taxation Office; Australian Border Force, cost of importing goods',
  lastChecked: LAST_CHECKED,
  isExample: true,
  standardTaxPercent: '10',
  leavesOut: 'Import processing charges, alcohol and tobacco, vendors under the turnover of 75,000 dollars',
  law: {
    currency: 'AUD',
    minorDigits: 2,
    customsValue: 'fob',
    limitTests: 'customs',
    taxesTransport: true,
    ...EVERY_LINE_HALF_UP,
    waived: null,
    fees: [],
    bands: [
      band({
        key: 'low_value',
        when: { upTo: amount('1000', 'AUD') },
        closedTo: ['2203', '2204', '2205', '2206', '2208', '24'],
        duty: NONE,
        tax: { kind: 'vendor' },
        citation: 'Customs (International Obligations) by-laws; GST Act 1999, section 84-79',
      }),
      band({
        key: 'standard',
        when: {},
        duty: { kind: 'tariff' },
        tax: BY_GOODS,
        citation: 'GST Act 1999, section 13-20',
      }),
    ],
  },
};

/** Nothing up to 10,000 yen; bases go down to a thousand yen and charges down to a hundred. */
export const JAPAN: ExampleLaw = {
  id: 'jp_until_2028_03',
  economy: 'JP',
  validFrom: '2019-10-01',
  validTo: '2028-03-31',
  instrument: {
    title: 'Customs Tariff Act, goods of 10,000 yen or less',
    citation: 'Customs Tariff Act, Article 14(xviii); Act on General Rules for National Taxes, Articles 118 and 119',
    textLink: 'https://www.customs.go.jp/english/c-answer_e/imtsukan/1006_e.htm',
  },
  source: 'Japan Customs, answers 1006 and 1111',
  lastChecked: LAST_CHECKED,
  isExample: true,
  standardTaxPercent: '10',
  leavesOut:
    'The valuation of personal imports at 60 % of retail, simplified rates; national and local tax are taken together. Rates of the tariff: duty above the limit is open until they are loaded',
  law: {
    currency: 'JPY',
    minorDigits: 0,
    customsValue: 'cif',
    limitTests: 'customs',
    taxesTransport: true,
    dutyBase: { step: '1000', mode: 'down', level: 'line' },
    duty: { step: '100', mode: 'down', level: 'consignment' },
    taxBase: { step: '1000', mode: 'down', level: 'line' },
    tax: { step: '100', mode: 'down', level: 'consignment' },
    waived: null,
    fees: [],
    bands: [
      band({
        key: 'low_value',
        when: { upTo: amount('10000', 'JPY') },
        closedTo: ['22', '24', '42', '64'],
        duty: NONE,
        tax: NONE,
        citation: 'Customs Tariff Act, Article 14(xviii)',
      }),
      band({
        key: 'standard',
        when: {},
        duty: { kind: 'tariff' },
        tax: BY_GOODS,
        citation: 'Customs Tariff Act, Article 3',
      }),
    ],
  },
};

/** Personal use: nothing up to 150 dollars, 200 from the United States; charges go down to ten won. */
export const KOREA: ExampleLaw = {
  id: 'kr_from_2016',
  economy: 'KR',
  validFrom: '2016-01-01',
  validTo: null,
  instrument: {
    title: 'Customs Act, reduction or exemption for small goods',
    citation: 'Customs Act, Article 94(iv); Enforcement Rule, Article 45; Korea-United States FTA, Article 7.7(g)',
    textLink: 'https://elaw.klri.re.kr/eng_service/lawView.do?lang=ENG&hseq=49310',
  },
  source: 'Korea Customs Service, overseas direct purchase',
  lastChecked: LAST_CHECKED,
  isExample: true,
  standardTaxPercent: '10',
  leavesOut:
    'Goods of general clearance (food supplements, medicines), simplified flat rates, education and rural taxes. Rates of the tariff: duty above the limit is open until they are loaded',
  law: {
    currency: 'KRW',
    minorDigits: 0,
    customsValue: 'cif',
    limitTests: 'intrinsic',
    taxesTransport: true,
    dutyBase: { step: '1', mode: 'down', level: 'line' },
    duty: { step: '10', mode: 'down', level: 'line' },
    taxBase: { step: '1', mode: 'down', level: 'line' },
    tax: { step: '10', mode: 'down', level: 'line' },
    waived: null,
    fees: [],
    bands: [
      band({
        key: 'list_clearance_us',
        when: { dispatchedFrom: ['US'], upTo: amount('200', 'USD') },
        closedTo: ['2203', '2204', '2205', '2206', '2208', '24'],
        duty: NONE,
        tax: NONE,
        citation: 'Korea-United States FTA, Article 7.7(g)',
      }),
      band({
        key: 'list_clearance',
        when: { upTo: amount('150', 'USD') },
        closedTo: ['2203', '2204', '2205', '2206', '2208', '24'],
        duty: NONE,
        tax: NONE,
        citation: 'Customs Act, Article 94(iv); Enforcement Rule, Article 45',
      }),
      band({ key: 'standard', when: {}, duty: { kind: 'tariff' }, tax: BY_GOODS, citation: 'Customs Act, Article 50' }),
    ],
  },
};

/** Retail imports: no duty and 70 % of the taxes up to 5,000 yuan an order. */
export const CHINA: ExampleLaw = {
  id: 'cn_from_2019',
  economy: 'CN',
  validFrom: '2019-01-01',
  validTo: null,
  instrument: {
    title: 'Tax policy for cross-border e-commerce retail imports',
    citation: 'Cai Guan Shui [2016] No 18 and [2018] No 49',
    textLink: null,
  },
  source: 'Ministry of Finance, General Administration of Customs and State Taxation Administration',
  lastChecked: LAST_CHECKED,
  isExample: true,
  standardTaxPercent: '13',
  leavesOut:
    'The limit of 26,000 yuan a year and person, the positive list; goods with consumption tax need its rate in the law',
  law: {
    currency: 'CNY',
    minorDigits: 2,
    customsValue: 'cif',
    limitTests: 'customs',
    taxesTransport: true,
    ...EVERY_LINE_HALF_UP,
    waived: null,
    fees: [],
    bands: [
      band({
        key: 'retail_import',
        when: { underScheme: true, upTo: amount('5000', 'CNY') },
        duty: NONE,
        tax: { kind: 'composite', vatPercent: null, consumptionPercent: '0', sharePercent: '70' },
        citation: 'Cai Guan Shui [2018] No 49',
      }),
      band({ key: 'standard', when: {}, duty: { kind: 'tariff' }, tax: BY_GOODS, citation: 'Tariff Law of 2024' }),
    ],
  },
};
