import type { z } from 'zod';
import type { TaxRate } from '@/lib/charges/goods';
import { phraseIndex, wordsOf } from '@/lib/consignment/words';
import { decimal, toScaled } from '@/lib/kernel/decimal';
import { releaseTargets, shiftEndsOf } from './clocks';
import { goodsInForce } from './goods-in-force';
import { intakeRulesOf } from './intake-rules';
import { lawLimits, lawOfDay } from './law-in-force';
import type { PolicyParameter } from './parameter';
import type { Control, Policy } from './policy';
import { powersOf, secondOfficerRules } from './powers';
import { dutyRateOf, rateOf } from './rates';
import { periodsOf } from './retention';
import { type CheckedRow, PolicyError, rowsInForce, versionOf } from './rows-in-force';
import { stopTermsOf } from './stop-terms';
import { trustTermsOf } from './trust-terms';
import { INDICATOR_SHAPES, type IndicatorParameters, THRESHOLD_SHAPES, VALUE_SHAPES } from './value-shapes';

export type { Policy } from './policy';

type Kind = keyof typeof VALUE_SHAPES;
type ValueOf<K extends Kind> = z.infer<(typeof VALUE_SHAPES)[K]>;

/** Looks rows up by kind and key; a missing one is an error, never a default. */
class Lookup {
  constructor(readonly valid: readonly CheckedRow[]) {}

  all<K extends Kind>(kind: K): readonly CheckedRow<ValueOf<K>>[] {
    return this.valid.filter((row) => row.kind === kind) as readonly CheckedRow<ValueOf<K>>[];
  }

  one<T>(kind: string, key: string, shape: z.ZodType<T>): T {
    const row = this.valid.find((candidate) => candidate.kind === kind && candidate.key === key);
    if (row) return shape.parse(row.value);
    throw new PolicyError([`${kind}/${key} is missing`]);
  }

  value<K extends Kind>(kind: K, key: string): ValueOf<K> {
    return this.one(kind, key, VALUE_SHAPES[kind] as unknown as z.ZodType<ValueOf<K>>);
  }
}

const OF_COUNTRY = /^country:([A-Z]{2})$/;

function vatByCountry(lookup: Lookup, territory: readonly string[]): ReadonlyMap<string, TaxRate> {
  const rates = new Map<string, TaxRate>();
  for (const { key, value, source } of lookup.all('vat_rate')) {
    const [, country = ''] = OF_COUNTRY.exec(key) ?? [];
    if (territory.includes(country)) rates.set(country, rateOf(value.ratePercent, source));
  }
  return rates;
}

/** Lists of words that say something of goods, if not what they are; those of the others say nothing. */
const TELLING_WORDS: readonly string[] = ['material', 'category'];

function words(terms: readonly string[]): ReadonlySet<string> {
  return new Set(terms.flatMap((term) => wordsOf(term)));
}

function joined(terms: readonly string[]): ReadonlySet<string> {
  return new Set(terms.map((term) => wordsOf(term).join(' ')));
}

function expressionOf(pattern: string, key: string): RegExp {
  try {
    return new RegExp(pattern, 'iu');
  } catch (error) {
    throw new PolicyError([`description_pattern/${key}: ${error instanceof Error ? error.message : 'unreadable'}`]);
  }
}

function indicatorParameters(lookup: Lookup): IndicatorParameters {
  const entries = Object.entries(INDICATOR_SHAPES).map(([key, shape]) => [
    key,
    lookup.one('indicator', key, shape as z.ZodType<unknown>),
  ]);
  return Object.fromEntries(entries) as IndicatorParameters;
}

function controlsOf(lookup: Lookup): Pick<Policy, 'controlWords' | 'controlPrefixes'> {
  const byWord: [string, Control][] = [];
  const controlPrefixes = new Map<string, Control[]>();
  for (const { key, value } of lookup.all('control')) {
    const unless = phraseIndex(value.unless.map((phrase) => [phrase, true as const]));
    const control: Control = { key, status: value.status, ground: value.ground, unless };
    for (const word of value.words) byWord.push([word, control]);
    for (const prefix of value.prefixes) {
      controlPrefixes.set(prefix, [...(controlPrefixes.get(prefix) ?? []), control]);
    }
  }
  return { controlWords: phraseIndex(byWord), controlPrefixes };
}

function goodsTerms(lookup: Lookup): readonly (readonly [heading: string, term: string])[] {
  return lookup
    .all('goods_terms')
    .flatMap(({ value }) =>
      Object.entries(value.headings).flatMap(([heading, terms]) => terms.map((term) => [heading, term] as const)),
    );
}

function thresholdsOf(
  lookup: Lookup,
  minor: (text: string) => bigint,
): Pick<Policy, 'lowValue' | 'reducedDataset' | 'vendorScheme'> {
  const low = lookup.one('threshold', 'low_value', THRESHOLD_SHAPES.low_value);
  const reduced = lookup.one('threshold', 'reduced_dataset', THRESHOLD_SHAPES.reduced_dataset);
  const scheme = lookup.one('threshold', 'vendor_scheme', THRESHOLD_SHAPES.vendor_scheme);
  return {
    lowValue: { limitMinor: minor(low.limit), citation: low.citation },
    reducedDataset: {
      limitMinor: minor(reduced.limit),
      citation: reduced.citation,
      excluded: new Set(reduced.excluded),
    },
    vendorScheme: {
      limitMinor: minor(scheme.limit),
      citation: scheme.citation,
      prefix: scheme.prefix,
      intermediaryPrefix: scheme.intermediaryPrefix,
      digitsAfterState: scheme.digitsAfterState,
      stateCodes: new Set(scheme.stateCodes),
      excluded: new Set(scheme.excluded),
    },
  };
}

function collectionOf(
  lookup: Lookup,
  minor: (text: string) => bigint,
): Pick<Policy, 'paidBefore' | 'refundAloneUpToMinor'> {
  const [row] = lookup.all('collection');
  return {
    paidBefore: { models: new Set(row?.value.paidBefore), citation: row?.source ?? '' },
    refundAloneUpToMinor: row ? minor(row.value.refundAloneUpTo) : 0n,
  };
}

/**
 * The policy valid on a day: rows checked, chosen and compiled for computing. Costs milliseconds: keep it for a batch.
 * @throws PolicyError for an unknown kind, a wrong value, an overlap or a gap
 */
export function policyAt(parameters: readonly PolicyParameter[], day: string): Policy {
  const valid = rowsInForce(parameters, day);
  const lookup = new Lookup(valid);
  const own = lookup.value('administration', 'own');
  const lawInForce = lawOfDay(day, {
    law: lookup.value('charge_law', 'own'),
    own,
    rates: lookup.all('exchange_rate'),
    rateMinutes: lookup.value('clock', 'exchange_rate').minutes,
  });
  const minor = (text: string) => toScaled(decimal(text), own.minorDigits, 'halfUp');
  const vat = lookup.all('vat_rate');
  const standard = lookup.value('vat_rate', 'standard');
  const filler = words(lookup.value('description_words', 'filler').terms);
  const indicators = indicatorParameters(lookup);
  const vagueTerms = (key: string) => lookup.all('vague_terms').find((row) => row.key === key)?.value.terms ?? [];
  const ownWords = lookup.all('description_words');
  const emptyWords = new Set(
    ownWords.filter(({ key }) => !TELLING_WORDS.includes(key)).flatMap(({ value }) => [...words(value.terms)]),
  );
  const tellingWords = (of: string) => words(ownWords.find(({ key }) => key === of)?.value.terms ?? []);
  return {
    version: versionOf(valid),
    day,
    administration: own.name,
    currency: own.currency,
    minorDigits: own.minorDigits,
    territory: new Set(own.territory),
    territorySource: lookup.all('administration').find((row) => row.key === 'own')?.source ?? '',
    lawInForce,
    ...lawLimits(lawInForce),
    ...thresholdsOf(lookup, minor),
    dutyRates: new Map(
      lookup.all('duty_rate').map(({ key, value, source }) => [key, dutyRateOf(value, source, own.currency)]),
    ),
    vatStandard: rateOf(standard.ratePercent, vat.find((row) => row.key === 'standard')?.source ?? ''),
    vatByPrefix: new Map(
      vat.flatMap(({ value, source }) =>
        value.prefixes.map((prefix) => [prefix, rateOf(value.ratePercent, source)] as const),
      ),
    ),
    vatByCountry: vatByCountry(lookup, own.territory),
    ...stopTermsOf(lookup.all('stop_words')),
    vagueDescriptions: joined(vagueTerms('descriptions')),
    emptyPhrases: phraseIndex(vagueTerms('phrases').map((term) => [term, true as const])),
    descriptionPatterns: lookup
      .all('description_pattern')
      .map(({ key, value }) => ({ key, expression: expressionOf(value.pattern, key) })),
    fillerWords: filler,
    emptyWords,
    materialWords: tellingWords('material'),
    categoryWords: tellingWords('category'),
    goods: goodsInForce(goodsTerms(lookup), emptyWords),
    ...controlsOf(lookup),
    indicators,
    valuePerKg: new Map(
      Object.entries(indicators.mass_value.valuePerKg).map(([prefix, { low, high }]) => [
        prefix,
        { lowMinor: minor(low), highMinor: minor(high) },
      ]),
    ),
    highValueMinor: minor(indicators.first_seen_sender.highValue),
    laneFromScore: {
      blue: lookup.value('lane', 'blue').fromScore,
      yellow: lookup.value('lane', 'yellow').fromScore,
      red: lookup.value('lane', 'red').fromScore,
    },
    randomProbability: lookup.value('random', 'draw').probability,
    capacity: {
      slots: lookup.value('capacity', 'office').slots,
      randomShare: Number(lookup.value('capacity', 'office').randomShare),
    },
    secondOfficer: secondOfficerRules(lookup.all('second_officer'), minor),
    powers: powersOf(lookup.all('power'), minor),
    secondLookProbability: lookup.all('second_look')[0]?.value.probability ?? '0',
    retention: periodsOf(lookup.all('retention')),
    appeal: lookup.all('appeal').map(({ value, source }) => ({ ...value, source }))[0] ?? null,
    trust: trustTermsOf(lookup.all('trust')),
    ...collectionOf(lookup, minor),
    leaseMinutes: lookup.value('clock', 'lease').minutes,
    undoMinutes: lookup.value('clock', 'undo').minutes,
    referralAnswerMinutes: lookup.value('clock', 'referral_answer').minutes,
    holdReviewMinutes: lookup.value('clock', 'hold_review').minutes,
    releaseTargetMinutes: releaseTargets(lookup.all('clock'), lookup.value('clock', 'release_target').minutes),
    shiftEnds: shiftEndsOf(lookup.all('shift'), lookup.value('shift', 'usual').ends),
    exchangeRateMinutes: lookup.value('clock', 'exchange_rate').minutes,
    ...intakeRulesOf(valid, (kind, key, shape) => lookup.one(kind, key, shape), minor),
  };
}
