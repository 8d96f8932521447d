import { COUNTRY_CODES } from '@/lib/codes/countries';
import { foldedTokens } from '@/lib/consignment/fold';

/** Names of countries on published lists that are not the everyday ones, written down for this project. */
const OTHER_NAMES = `
  KP korea north, democratic people's republic of korea, dprk; KR korea south, republic of korea; RU russian federation, former soviet union;
  IR iran islamic republic of; SY syrian arab republic; CD congo democratic republic of the, democratic republic of the congo, drc;
  CG congo republic of the, congo; BS bahamas the; GM the gambia; MM burma, myanmar; VG virgin islands british; PS palestinian, west bank, state of palestine, gaza;
  TR turkey; CZ czech republic; CI cote d ivoire, ivory coast; TZ united republic of tanzania; VN viet nam; MO macau, macao;
  US united states of america, usa; GB united kingdom of great britain and northern ireland, uk, great britain; CN prc, people's republic of china;
  HK china hong kong special administrative region, hong kong; MK macedonia; LA lao people's democratic republic; VE venezuela bolivarian republic of; BO bolivia plurinational state of; MD republic of moldova`;

const keyOf = (name: string) => [...foldedTokens(name)].sort().join(' ');

function names(): ReadonlyMap<string, string> {
  const index = new Map<string, string>();
  const english = new Intl.DisplayNames(['en'], { type: 'region' });
  for (const code of COUNTRY_CODES) index.set(keyOf(english.of(code) ?? code), code);
  for (const line of OTHER_NAMES.split(';')) {
    const [code = '', ...words] = line.trim().split(' ');
    for (const name of words.join(' ').split(',')) index.set(keyOf(name), code);
  }
  return index;
}

let known: ReadonlyMap<string, string> | null = null;

/** The code of a country by its code or an English name of it; null for what is neither. */
export function countryOf(name: string): string | null {
  const text = name.trim();
  if (COUNTRY_CODES.has(text)) return text;
  known ??= names();
  return known.get(keyOf(text)) ?? null;
}
