import { COUNTRY_CODES } from '@/lib/codes/countries';
import { CURRENCY_MINOR_DIGITS } from '@/lib/codes/currencies';
import { HS_2022 } from '@/lib/codes/hs-2022';
import { HS_CHAPTERS } from '@/lib/codes/hs-chapters';
import { HS6 } from '@/lib/codes/hs6';
import type { CustomsOffice } from '@/lib/codes/offices';
import type { PolicyParameter } from '@/lib/policy/parameter';

const countryNames = new Intl.DisplayNames('en', { type: 'region', fallback: 'code' });
const currencyNames = new Intl.DisplayNames('en', { type: 'currency', fallback: 'code' });

type Origin = Pick<PolicyParameter, 'kind' | 'source' | 'edition'>;

function rows(origin: Origin, values: Iterable<readonly [key: string, value: object]>): readonly PolicyParameter[] {
  return [...values].map(([key, value]) => ({ ...origin, key, value, validFrom: '2024-01-01', validTo: null }));
}

const OWN = 'Luxor authors';

/** The code lists an installation begins with, as dated rows: the same that the product carries in `lib/codes`, and the offices of the administration. */
export const compactCodes = (offices: readonly CustomsOffice[]): readonly PolicyParameter[] => [
  ...rows(
    { kind: 'country', source: `${OWN}; ISO 3166-1 and EU customs codes`, edition: '2026-05' },
    [...COUNTRY_CODES].map((code) => [code, { name: countryNames.of(code) ?? code }]),
  ),
  ...rows(
    { kind: 'currency', source: `${OWN}; ISO 4217`, edition: '2026-02' },
    [...CURRENCY_MINOR_DIGITS].map(([code, minorDigits]) => [
      code,
      { name: currencyNames.of(code) ?? code, minorDigits },
    ]),
  ),
  ...rows(
    { kind: 'hs_code', source: `${OWN}; Harmonized System 2022, the wording is ours`, edition: 'HS 2022' },
    [...HS_2022.chapters, ...HS_2022.headings, ...HS_2022.subheadings].map((code) => {
      const name = HS_CHAPTERS.get(code) ?? HS6.get(code);
      return [code, name === undefined ? {} : { name }] as const;
    }),
  ),
  ...rows(
    { kind: 'office', source: `${OWN}; UN/LOCODE of the place`, edition: '2024-2' },
    offices.map(({ code, name, country }) => [code, { name, country, roles: [] }]),
  ),
];
