import { BRAZIL, US } from '@/lib/charges/examples/americas';
import { AUSTRALIA, JAPAN, KOREA } from '@/lib/charges/examples/asia-pacific';
import { EU_AFTER, EU_BEFORE, EU_FLAT } from '@/lib/charges/examples/eu';
import { SWITZERLAND, UK } from '@/lib/charges/examples/europe';
import type { ExampleLaw } from '@/lib/charges/examples/example';
import { EU_COUNTRY_CODES } from '@/lib/codes/countries';
import type { ExampleId } from '@/lib/codes/example-ids';
import { CUSTOMS_OFFICES, type CustomsOffice } from '@/lib/codes/offices';
import type { ExampleSet } from './example-set';
import { AU_TARIFF, type PublishedTariff, UK_TARIFF, US_TARIFF } from './published-tariffs';

/** `code name` pairs of UN/LOCODE (UNECE, edition 2024-2). */
const offices = (pairs: Readonly<Record<string, string>>): readonly CustomsOffice[] =>
  Object.entries(pairs).map(([code, name]) => ({ code, name, country: code.slice(0, 2) }));

const published = (tariff: PublishedTariff) => ({ tariff: { kind: 'published', published: tariff } as const });
/** We have no source for the rates of this economy: its thresholds, its tax and its periods alone are entered. */
const NO_TARIFF = { tariff: { kind: 'none' } as const };
/** The form of number is ours: each economy has one of its own. */
const scheme = (state: string, limit: string, citation: string) => ({ prefix: 'VS', state, limit, citation });
const open = (law: ExampleLaw): ExampleLaw => ({ ...law, validTo: null });

const EU = {
  name: 'Example customs administration',
  currency: 'EUR',
  minorDigits: 2,
  territory: [...EU_COUNTRY_CODES],
  territorySource: 'Regulation (EU) No 952/2013, Article 4',
  unitsPerEuro: '1',
  lowValue: { limit: '150', citation: 'Council Regulation (EC) No 1186/2009, Article 23' },
  scheme: null,
  tariff: { kind: 'facts' },
  appeal: { days: 30, source: 'Regulation (EU) No 952/2013, Articles 22(7) and 44' },
  offices: CUSTOMS_OFFICES,
} as const;

/** Chapters of industrial goods alone: 1 to 24 are of agriculture, and some goods of 35 and 38 are. */
const SWISS_INDUSTRY = Array.from({ length: 73 }, (_, index) => String(index + 25)).filter(
  (chapter) => !['35', '38', '77'].includes(chapter),
);

/** The administrations to start from, by their id. The parameters of `eu` are those of the fact files, as they are. */
export const EXAMPLE_SETS: Readonly<Record<ExampleId, ExampleSet>> = {
  eu: { ...EU, id: 'eu', laws: [EU_BEFORE, EU_FLAT, EU_AFTER] },
  // As it stood until the end of June 2026, carried on to compare with.
  'eu-before': { ...EU, id: 'eu-before', laws: [open(EU_BEFORE)] },
  uk: {
    id: 'uk',
    name: 'Example customs administration, United Kingdom',
    laws: [UK],
    ...{ currency: 'GBP', minorDigits: 2, territory: ['GB'], unitsPerEuro: '1' },
    territorySource: 'Taxation (Cross-border Trade) Act 2018, section 37',
    lowValue: { limit: '135', citation: 'Customs (Reliefs from a Liability to Import Duty) Regulations 2020' },
    scheme: scheme('826', '135', 'Value Added Tax Act 1994, Part 9A of Schedule 9ZC'),
    ...published(UK_TARIFF),
    appeal: { days: 30, source: 'Finance Act 1994, sections 15A to 16' },
    offices: offices({
      GBFXT: 'Felixstowe',
      GBCVT: 'Coventry',
      GBLHR: 'London Heathrow',
      GBEMA: 'East Midlands Airport',
      GBSTN: 'London Stansted',
    }),
  },
  us: {
    id: 'us',
    name: 'Example customs administration, United States',
    laws: [US],
    ...{ currency: 'USD', minorDigits: 2, territory: ['US', 'PR'], unitsPerEuro: '1' },
    territorySource: '19 CFR 101.1',
    lowValue: { limit: '100', citation: '19 U.S.C. 1321(a)(2)(A); 19 CFR 10.152' },
    scheme: null,
    ...published(US_TARIFF),
    appeal: { days: 180, source: '19 U.S.C. 1514(c)(3)' },
    offices: offices({
      USLGB: 'Long Beach',
      USORD: 'Chicago O’Hare',
      USJFK: 'New York John F. Kennedy',
      USMIA: 'Miami',
      USLAX: 'Los Angeles',
    }),
  },
  au: {
    id: 'au',
    name: 'Example customs administration, Australia',
    laws: [AUSTRALIA],
    ...{ currency: 'AUD', minorDigits: 2, territory: ['AU'], unitsPerEuro: '2' },
    territorySource: 'Customs Act 1901, section 4',
    lowValue: { limit: '1000', citation: 'Customs Regulation 2015; GST Act 1999, section 84-79' },
    scheme: scheme('036', '1000', 'GST Act 1999, Subdivision 84-C'),
    ...published(AU_TARIFF),
    appeal: { days: 28, source: 'Illustrative, after the periods of review of Australian tribunals' },
    offices: offices({
      AUBNE: 'Brisbane',
      AUSYD: 'Sydney',
      AUMEL: 'Melbourne',
      AUPER: 'Perth',
      AUADL: 'Adelaide',
    }),
  },
  jp: {
    id: 'jp',
    name: 'Example customs administration, Japan',
    laws: [JAPAN, { ...JAPAN, id: 'jp_after_2028_03', validFrom: '2028-04-01', validTo: null }],
    ...{ currency: 'JPY', minorDigits: 0, territory: ['JP'], unitsPerEuro: '180' },
    territorySource: 'Customs Act, Article 2',
    lowValue: { limit: '10000', citation: 'Customs Tariff Act, Article 14(xviii)' },
    scheme: null,
    ...NO_TARIFF,
    appeal: { days: 90, source: 'Customs Act, Article 89; Act on General Rules for National Taxes, Article 77' },
    offices: offices({
      JPYOK: 'Yokohama',
      JPKWS: 'Kawasaki',
      JPNRT: 'Narita',
      JPKIX: 'Kansai International Airport',
      JPNGO: 'Nagoya',
    }),
  },
  br: {
    id: 'br',
    name: 'Example customs administration, Brazil',
    laws: [BRAZIL],
    ...{ currency: 'BRL', minorDigits: 2, territory: ['BR'], unitsPerEuro: '6' },
    territorySource: 'Decreto 6.759/2009, Article 2',
    lowValue: { limit: '270', citation: 'Lei 14.902/2024, Article 32: 50 dollars, here in round reais' },
    scheme: scheme('076', '16000', 'Portaria MF 1.086/2024: 3,000 dollars, here in round reais'),
    ...NO_TARIFF,
    appeal: { days: 30, source: 'Decreto 70.235/1972, Article 15' },
    offices: offices({
      BRSSZ: 'Santos',
      BRCWB: 'Curitiba',
      BRGRU: 'São Paulo Guarulhos',
      BRVCP: 'Campinas Viracopos',
      BRRIO: 'Rio de Janeiro',
    }),
  },
  ch: {
    id: 'ch',
    name: 'Example customs administration, Switzerland',
    laws: [SWITZERLAND],
    ...{ currency: 'CHF', minorDigits: 2, territory: ['CH', 'LI'], unitsPerEuro: '1' },
    territorySource: 'Customs Act (SR 631.0), Article 3; Customs Treaty with Liechtenstein of 1923',
    lowValue: { limit: '62', citation: 'SR 641.204, Article 1: five francs of tax at the standard rate' },
    scheme: scheme('756', '1000000', 'MWSTG, Articles 7(3)(b) and 20a'),
    tariff: {
      kind: 'free',
      chapters: SWISS_INDUSTRY,
      citation:
        'Customs Tariff Act (SR 632.10), as amended on 1 October 2021: industrial goods free since 1 January 2024',
    },
    appeal: { days: 60, source: 'Customs Act (SR 631.0), Article 116(3)' },
    offices: offices({
      CHBSL: 'Basel',
      CHBRN: 'Bern',
      CHZRH: 'Zürich',
      CHGVA: 'Genève',
      CHCHI: 'Chiasso',
    }),
  },
  kr: {
    id: 'kr',
    name: 'Example customs administration, Korea',
    laws: [KOREA],
    ...{ currency: 'KRW', minorDigits: 0, territory: ['KR'], unitsPerEuro: '1700' },
    territorySource: 'Customs Act, Article 2',
    lowValue: { limit: '220000', citation: 'Customs Act, Article 94(iv): 150 dollars, here in round won' },
    scheme: null,
    ...NO_TARIFF,
    appeal: { days: 90, source: 'Customs Act, Articles 121 and 131' },
    offices: offices({
      KRPUS: 'Busan',
      KRSEL: 'Seoul',
      KRICN: 'Incheon Airport',
      KRPTK: 'Pyeongtaek',
      KRINC: 'Incheon',
    }),
  },
};
