import { EXAMPLE_IDS, type ExampleId } from '@/lib/codes/example-ids';
import { formatScaled } from '@/lib/kernel/decimal';
import { compare, ONE, rational, times, toMinor } from '@/lib/kernel/rational';
import { NEWEST_RATES } from '../facts/exchange-rates';
import { THRESHOLDS } from '../facts/thresholds';
import type { PolicyParameter } from '../parameter';
import { PARAMETERS } from '../parameters';
import { crossRate } from './cross-rates';
import type { ExampleSet } from './example-set';
import { ratesOf } from './published-rates';
import { EXAMPLE_SETS } from './sets';

const SINCE = '2021-07-01';
const EDITION = /^example ([a-z-]+), /;
/** The edition of the administration that the fact files hold. */
const FACTS_EDITION = THRESHOLDS.find(({ kind }) => kind === 'administration')?.edition;

/** Which example an administration's row is of; null where an administration entered its own. */
export function exampleOf({ edition }: Pick<PolicyParameter, 'edition'>): ExampleId | null {
  const named = EDITION.exec(edition)?.[1];
  return EXAMPLE_IDS.find((id) => id === named) ?? (edition === FACTS_EDITION ? 'eu' : null);
}

/** The parameters an installation begins with as an example administration. */
export function parametersOf(id: ExampleId): readonly PolicyParameter[] {
  const set = EXAMPLE_SETS[id];
  if (id === 'eu') return PARAMETERS;
  if (id === 'eu-before') return [...lawsOf(set), ...PARAMETERS.flatMap((row) => ofUnion(row, set))];
  const beside = PARAMETERS.flatMap((row) => adapted(row, set));
  return [...lawsOf(set), ...limitsOf(set), ...taxOf(set), ...dutyOf(set), ...beside];
}

/** Units of each currency that one unit of the administration's buys, of the newest rates we ship. */
export function newestRates(id: ExampleId): readonly { readonly currency: string; readonly unitsPerBase: string }[] {
  const { currency: own } = EXAMPLE_SETS[id];
  const known = Object.entries(NEWEST_RATES.rates).map(([currency, { unitsPerBase }]) => ({ currency, unitsPerBase }));
  const base = own === 'EUR' ? undefined : known.find(({ currency }) => currency === own)?.unitsPerBase;
  if (base === undefined) return known;
  return [...known, { currency: 'EUR', unitsPerBase: '1' }]
    .filter(({ currency }) => currency !== own)
    .map(({ currency, unitsPerBase }) => ({ currency, unitsPerBase: crossRate(unitsPerBase, base) }));
}

function ofUnion(row: PolicyParameter, set: ExampleSet): readonly PolicyParameter[] {
  if (row.kind === 'charge_law') return [];
  return row.kind === 'administration' ? [{ ...row, edition: editionOf(set) }] : [row];
}

const editionOf = ({ id, laws }: ExampleSet) => `example ${id}, checked ${laws[0]?.lastChecked ?? ''}`;
const exampleEdition = ({ laws }: ExampleSet) => `example, checked ${laws[0]?.lastChecked ?? ''}`;

function lawsOf({ laws }: ExampleSet): readonly PolicyParameter[] {
  return laws.map(({ validFrom, validTo, instrument, law, lastChecked }) => ({
    ...{ kind: 'charge_law', key: 'own', value: law, validFrom, validTo },
    ...{ source: instrument.citation, edition: `example, checked ${lastChecked}` },
  }));
}

const since = (set: ExampleSet, kind: string, key: string, value: unknown, source: string): PolicyParameter => ({
  ...{ kind, key, value, validFrom: SINCE, validTo: null, source, edition: exampleEdition(set) },
});

function limitsOf(set: ExampleSet): readonly PolicyParameter[] {
  const { name, currency, minorDigits, territory, territorySource, lowValue, scheme, appeal } = set;
  const own = { name, currency, minorDigits, territory: [...territory] };
  const excluded = ['2203', '2204', '2205', '2206', '2207', '2208', '24'];
  return [
    { ...since(set, 'administration', 'own', own, territorySource), edition: editionOf(set) },
    since(set, 'threshold', 'low_value', lowValue, lowValue.citation),
    since(set, 'threshold', 'reduced_dataset', { ...lowValue, excluded }, lowValue.citation),
    since(
      set,
      'threshold',
      'vendor_scheme',
      {
        limit: scheme?.limit ?? '0',
        citation: scheme?.citation ?? 'No vendor scheme in this law',
        prefix: scheme?.prefix ?? 'VS',
        intermediaryPrefix: scheme ? 'VI' : 'VS',
        digitsAfterState: 7,
        stateCodes: scheme ? [scheme.state] : [],
        excluded,
      },
      scheme?.citation ?? lowValue.citation,
    ),
    since(
      set,
      'appeal',
      'decisions',
      { days: appeal.days, remedy: 'a review by the customs office that decided, and after it an appeal to the court' },
      appeal.source,
    ),
  ];
}

function taxOf(set: ExampleSet): readonly PolicyParameter[] {
  const [law] = set.laws;
  const ratePercent = law?.standardTaxPercent ?? '0';
  return [since(set, 'vat_rate', 'standard', { ratePercent, prefixes: [] }, law?.instrument.citation ?? '')];
}

/** What the set says itself takes the place of the row; of the rest, amounts are in its own money and rates by its own unit. */
function adapted(row: PolicyParameter, set: ExampleSet): readonly PolicyParameter[] {
  switch (row.kind) {
    case 'administration':
    case 'threshold':
    case 'charge_law':
    case 'vat_rate':
    case 'duty_rate':
    case 'appeal':
    // Periods of keeping are of the Union's law: another administration enters its own.
    case 'retention':
      return [];
    case 'exchange_rate':
      return rateOf(row, set);
    default:
      return [{ ...row, value: inOwnMoney(row.value, set) }];
  }
}

/** The rates of duty of a set, each with where it was published; none where we have no source. */
function dutyOf(set: ExampleSet): readonly PolicyParameter[] {
  const { tariff } = set;
  const row = (key: string, value: unknown, source: string) => since(set, 'duty_rate', key, value, source);
  switch (tariff.kind) {
    case 'published':
      return ratesOf(tariff.published).map(({ edition, ...rate }) => ({
        ...row(rate.key, rate.value, rate.source),
        edition,
      }));
    case 'free':
      return tariff.chapters.map((chapter) => row(chapter, { ratePercent: '0' }, tariff.citation));
    case 'facts':
      return PARAMETERS.filter(({ kind }) => kind === 'duty_rate');
    case 'none':
      return [];
  }
}

function rateOf(row: PolicyParameter, { currency: own }: ExampleSet): readonly PolicyParameter[] {
  const base = PARAMETERS.find(
    ({ kind, key, validFrom }) => kind === 'exchange_rate' && key === own && validFrom === row.validFrom,
  );
  const perEuro = (base?.value as { unitsPerBase: string } | undefined)?.unitsPerBase;
  if (perEuro === undefined) return [];
  const source = `${row.source}; taken across the euro`;
  if (row.key === own) return [{ ...row, key: 'EUR', value: { unitsPerBase: crossRate('1', perEuro) }, source }];
  const { unitsPerBase } = row.value as { unitsPerBase: string };
  return [{ ...row, value: { unitsPerBase: crossRate(unitsPerBase, perEuro) }, source }];
}

/** Parts of parameters that are amounts of the administration's currency. */
const AMOUNTS: ReadonlySet<string> = new Set([
  'low',
  'high',
  'highValue',
  'valueAbove',
  'correctionAbove',
  'refundAloneUpTo',
  'officerUpTo',
]);

/** The value with every amount in it in the set's own money. */
function inOwnMoney(value: unknown, set: ExampleSet): unknown {
  const units = rational(set.unitsPerEuro);
  if (compare(units, ONE) === 0 && set.minorDigits === 2) return value;
  const places = Math.min(2, set.minorDigits);
  const own = (amount: string) => formatScaled(toMinor(times(rational(amount), units), places, 'halfUp'), places);
  const walk = (part: unknown): unknown => {
    if (Array.isArray(part)) return part.map(walk);
    if (typeof part !== 'object' || part === null) return part;
    return Object.fromEntries(
      Object.entries(part).map(([name, inner]) => [
        name,
        AMOUNTS.has(name) && typeof inner === 'string' ? own(inner) : walk(inner),
      ]),
    );
  };
  return walk(value);
}
