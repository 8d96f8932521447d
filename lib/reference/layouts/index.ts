import type { ReferenceKind } from '../kinds';
import type { Layout } from '../layout';
import { DENIED_PARTIES } from './denied-parties';
import { ECB_DAILY, FED_MONTHLY, OWN_RATES } from './exchange-rates';
import { LABELLED_DESCRIPTIONS } from './goods-terms';
import { CONTROLS, PHRASES, STOP_WORDS, VAGUE_DESCRIPTIONS } from './goods-words';
import { HS } from './hs';
import { CUSTOMS_COUNTRIES, ISO_COUNTRIES } from './iso-countries';
import { ISO_CURRENCIES, ISO_CURRENCIES_EVER } from './iso-currencies';
import { DESCRIPTION_RULES, PATTERNS } from './patterns';
import { AIRPORTS, EU_OFFICES, UNLOCODE_NAMES, UNLOCODE_PLACES } from './places';
import { SCHEME_NUMBERS } from './scheme-numbers';
import { AUSTRALIA, COMBINED_NOMENCLATURE, UNITED_STATES } from './tariff-by-line';
import { FOUR_TARIFFS, ONE_RATE } from './tariff-by-subheading';
import { VAT_BY_PERIOD, VAT_HISTORY, VAT_STANDARD } from './vat';

/** Every layout that can be read. Where the columns of one are among those of another, the longer stands first. */
export const LAYOUTS: readonly Layout[] = [
  HS,
  COMBINED_NOMENCLATURE,
  UNITED_STATES,
  AUSTRALIA,
  ONE_RATE,
  FOUR_TARIFFS,
  VAT_BY_PERIOD,
  VAT_STANDARD,
  VAT_HISTORY,
  ECB_DAILY,
  OWN_RATES,
  FED_MONTHLY,
  CONTROLS,
  STOP_WORDS,
  VAGUE_DESCRIPTIONS,
  PHRASES,
  LABELLED_DESCRIPTIONS,
  PATTERNS,
  DESCRIPTION_RULES,
  DENIED_PARTIES,
  SCHEME_NUMBERS,
  EU_OFFICES,
  UNLOCODE_PLACES,
  AIRPORTS,
  UNLOCODE_NAMES,
  ISO_COUNTRIES,
  CUSTOMS_COUNTRIES,
  ISO_CURRENCIES,
  ISO_CURRENCIES_EVER,
];

export function layoutsOf(kind: ReferenceKind): readonly Layout[] {
  return LAYOUTS.filter((layout) => layout.kind === kind);
}

/** The layout for lines of text that a series names; null where the file is CSV. */
export function textLayout(kind: ReferenceKind, series: string | null): Layout | null {
  return (
    layoutsOf(kind).find(({ isText, series: names }) => isText && series !== null && names?.includes(series)) ?? null
  );
}

/** The layout whose columns the header has; the order of columns is free. */
export function layoutOfHeader(kind: ReferenceKind, header: readonly string[]): Layout | null {
  const names = new Set(header);
  const fits = ({ isText, isNarrow, columns }: Layout) =>
    !isText && columns.every((column) => names.has(column)) && (!isNarrow || names.size === columns.length);
  return layoutsOf(kind).find(fits) ?? null;
}
