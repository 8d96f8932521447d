import { bandOf, compareNames, REVIEW_FROM, STRONG_FROM } from '@/lib/screening/match';
import { screenName } from '@/lib/screening/normalise';
import type { Figure } from '../report';
import type { Pair } from './make-pairs';

export type Scored = Pair & { readonly similarity: number };

/** The pairs with their similarity, and the microseconds one took, text to result. */
export function scored(pairs: readonly Pair[]): { readonly scored: readonly Scored[]; readonly microseconds: number } {
  for (const { a, b } of pairs.slice(0, 500)) compareNames(screenName(a), screenName(b));
  const startedAt = performance.now();
  const similarities = pairs.map(({ a, b }) => compareNames(screenName(a), screenName(b)).similarity);
  const microseconds = ((performance.now() - startedAt) * 1000) / Math.max(1, pairs.length);
  return { scored: pairs.map((pair, at) => ({ ...pair, similarity: similarities[at] ?? 0 })), microseconds };
}

export type Quality = { readonly precision: number; readonly recall: number; readonly f1: number };

/** Precision, recall and their harmonic mean of calling a pair one from a similarity on. */
export function qualityAt(pairs: readonly Scored[], from: number): Quality {
  let [hits, called, matches] = [0, 0, 0];
  for (const { similarity, isMatch } of pairs) {
    if (isMatch) matches += 1;
    if (similarity < from) continue;
    called += 1;
    if (isMatch) hits += 1;
  }
  const precision = called === 0 ? 1 : hits / called;
  const recall = matches === 0 ? 1 : hits / matches;
  return { precision, recall, f1: precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall) };
}

const percent = (share: number) => `${(share * 100).toFixed(1)} %`;

/** Precision, recall and F1 at each band, and the share found of every way a pair came about. */
export function pairFigures(name: string, all: readonly Pair[]): readonly Figure[] {
  const { scored: pairs, microseconds } = scored(all);
  const matches = pairs.filter(({ isMatch }) => isMatch).length;
  const figures: Figure[] = [
    { name: `${name}_pairs`, value: pairs.length, note: `${matches} of them are one party` },
    { name: `${name}_us_a_pair`, value: microseconds, note: 'microseconds, two texts to a similarity' },
  ];
  for (const [band, from] of [
    ['review', REVIEW_FROM],
    ['strong', STRONG_FROM],
  ] as const) {
    const { precision, recall, f1 } = qualityAt(pairs, from);
    figures.push(
      { name: `${name}_${band}_precision`, value: precision, note: `of pairs at ${from} and above` },
      { name: `${name}_${band}_recall`, value: recall, note: 'of pairs that are one party' },
      { name: `${name}_${band}_f1`, value: f1, note: 'harmonic mean of both' },
    );
  }
  const best = bestThreshold(pairs);
  figures.push({
    name: `${name}_best_f1`,
    value: best.f1,
    note: `at ${best.from.toFixed(2)}, picked with the answers in view`,
  });
  return [...figures, ...wayFigures(name, pairs)];
}

function bestThreshold(pairs: readonly Scored[]): { readonly from: number; readonly f1: number } {
  let best = { from: 0, f1: 0 };
  for (let from = 0.5; from <= 1; from += 0.01) {
    const { f1 } = qualityAt(pairs, from);
    if (f1 > best.f1) best = { from, f1 };
  }
  return best;
}

function wayFigures(name: string, pairs: readonly Scored[]): readonly Figure[] {
  const ways = [...new Set(pairs.map(({ way }) => way))].filter((way) => way !== '').sort();
  return ways.map((way) => {
    const own = pairs.filter((pair) => pair.way === way);
    const bands = own.map(({ similarity }) => bandOf(similarity));
    const called = bands.filter((band) => band !== 'clear').length / own.length;
    const strong = bands.filter((band) => band === 'strong').length / own.length;
    const kind = own[0]?.isMatch ? 'found' : 'false alarms';
    return {
      name: `${name}_${kind === 'found' ? 'found' : 'false'}_${way.replaceAll(' ', '_')}`,
      value: called,
      note: `${kind} of ${own.length}; strong ${percent(strong)}`,
    };
  });
}
