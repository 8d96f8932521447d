import { COUNTRY_CODES } from './countries';
import { CURRENCY_MINOR_DIGITS } from './currencies';
import { HS_2022, type Nomenclature } from './hs-2022';

/** Lists of codes that a record is judged by, as they stand on a day. */
export type CodeLists = {
  readonly countries: ReadonlySet<string>;
  /** Minor digits by currency code. */
  readonly currencies: ReadonlyMap<string, number>;
  readonly nomenclature: Nomenclature;
};

/** The lists an installation begins with. */
export const OWN_CODE_LISTS: CodeLists = {
  countries: COUNTRY_CODES,
  currencies: CURRENCY_MINOR_DIGITS,
  nomenclature: HS_2022,
};
