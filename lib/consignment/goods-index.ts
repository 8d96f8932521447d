import { DerivedWords } from './derived-words';
import { countedIn, DERIVED, featuresOf, nameOf, type Read } from './goods-features';
import { kindredHeading, type Placed, QUALIFIED_HEADINGS, qualitiesOf } from './kindred-headings';

/** A heading that a description reads like. */
export type HeadingGuess = {
  readonly heading: string;
  /** Share of all that the words say that speaks for this heading; 0 to 1. */
  readonly share: number;
  /** Words of the description that speak for it, the strongest first. */
  readonly words: readonly string[];
};

/** What a description says of goods. */
export type GoodsReading = {
  /** The likeliest headings, the likeliest first; none where no word is known. */
  readonly headings: readonly HeadingGuess[];
  /** Share of what the words say by chapter. */
  readonly chapters: ReadonlyMap<string, number>;
  /** How much the words say at all: a rare word says more than a common one. */
  readonly evidence: number;
  /** Whether a word of it, two neighbours or all of it are what goods are called, and not just part of such names. */
  readonly isNamed: boolean;
  /** Whether goods are called just that. */
  readonly isTerm: boolean;
};

type Feature = { headings: number[]; counts: number[]; total: number; weight: number };

/** How much its whole chapter speaks for a heading. */
const CHAPTER_SHARE = 1.5;
/** Headings that a word is remembered for. */
const HEADINGS_KEPT = 20;
const HEADINGS_NAMED = 3;
/** Descriptions that stay remembered: sellers send the same goods again and again. */
const REMEMBERED = 5_000;
/** Descriptions are cut off at some length by many systems; the last word of a long one may be the start of one. */
const CUT_OFF_FROM = 24;

/**
 * What goods are called, ready for looking a description up: every word and every two neighbours say how often they stand for which
 * heading. A few map look-ups a word, so that every description of a batch can be judged.
 */
export class GoodsIndex {
  private readonly headings: string[] = [];
  private readonly numbers = new Map<string, number>();
  private readonly features = new Map<string, Feature>();
  private readonly remembered = new Map<string, GoodsReading>();
  private derived: DerivedWords | null = null;
  private scores = new Float64Array(0);
  private chapterOf: readonly string[] = [];

  /** `empty` are words that name no goods; beside another they may still do: `black tea`. */
  constructor(
    private readonly terms: Iterable<readonly [heading: string, term: string]>,
    private readonly empty: ReadonlySet<string>,
  ) {}

  /** What a description says of goods. */
  read(description: string): GoodsReading {
    const known = this.remembered.get(description);
    if (known) return known;
    // Made ready at the first question: not every policy is asked about goods.
    if (this.derived === null) this.makeReady();
    const reading = this.weigh(description);
    if (this.remembered.size >= REMEMBERED) this.remembered.clear();
    this.remembered.set(description, reading);
    return reading;
  }

  private makeReady(): void {
    const { numbers } = this;
    let entries = 0;
    for (const [heading, term] of this.terms) {
      const known = numbers.get(heading);
      const number = known ?? this.headings.push(heading) - 1;
      if (known === undefined) numbers.set(heading, number);
      entries += 1;
      for (const { feature, weight } of countedIn(term))
        if (!this.empty.has(feature)) this.count(feature, number, weight);
    }
    for (const heading of QUALIFIED_HEADINGS)
      if (!numbers.has(heading)) numbers.set(heading, this.headings.push(heading) - 1);
    for (const feature of this.features.values()) {
      feature.weight = Math.log(1 + entries / feature.total);
      keepStrongest(feature);
    }
    this.scores = new Float64Array(this.headings.length);
    this.chapterOf = this.headings.map((heading) => heading.slice(0, 2));
    const commonness = (word: string) => this.features.get(word)?.total ?? 0;
    this.derived = new DerivedWords(this.features.keys(), this.features, commonness);
  }

  private weigh(description: string): GoodsReading {
    const { scores, headings } = this;
    const { looked, qualities } = this.lookedUp(description);
    const touched: number[] = [];
    let evidence = 0;
    for (const { feature, weight } of looked) {
      const known = this.features.get(feature);
      if (!known) continue;
      const each = (weight * known.weight) / (known.total + 0.5);
      for (let at = 0; at < known.headings.length; at += 1) {
        const heading = known.headings[at] ?? 0;
        const before = scores[heading] ?? 0;
        if (before === 0) touched.push(heading);
        const gain = each * (known.counts[at] ?? 0);
        scores[heading] = before + gain;
        evidence += gain;
      }
    }
    const movedTo = this.move(touched, qualities);
    const chapterOf = (heading: number) => this.chapterOf[heading] ?? '';
    const chapters = new Map<string, number>();
    for (const heading of touched) {
      const chapter = chapterOf(heading);
      chapters.set(chapter, (chapters.get(chapter) ?? 0) + (scores[heading] ?? 0) / evidence);
    }
    const rank = (heading: number) =>
      (scores[heading] ?? 0) / evidence + CHAPTER_SHARE * (chapters.get(chapterOf(heading)) ?? 0);
    const guesses = strongest(touched, rank, HEADINGS_NAMED).map((heading) => ({
      heading: headings[heading] ?? '',
      share: (scores[heading] ?? 0) / evidence,
      words: this.wordsFor([heading, ...(movedTo.get(heading) ?? [])], looked),
    }));
    for (const heading of touched) scores[heading] = 0;
    return { headings: guesses, chapters, evidence, ...this.namesIn(looked) };
  }

  /** Which of what was looked up is a whole name of goods; a word that was completed is one as if it were written out, wherever it stands. */
  private namesIn(looked: readonly Read[]): Pick<GoodsReading, 'isNamed' | 'isTerm'> {
    const isTerm = looked.some(({ feature }) => feature.startsWith('=') && this.features.has(feature));
    const isName = ({ feature }: Read) => this.features.has(nameOf(feature));
    return { isTerm, isNamed: isTerm || looked.some(isName) };
  }

  /** Gives what speaks for a heading to the one that its goods belong to with the qualities described; tells what came from where. */
  private move(touched: number[], qualities: ReadonlySet<string>): ReadonlyMap<number, readonly number[]> {
    const movedTo = new Map<number, number[]>();
    if (qualities.size === 0) return movedTo;
    const { scores, headings, numbers } = this;
    for (const from of [...touched]) {
      const to = numbers.get(kindredHeading(headings[from] ?? '', qualities));
      if (to === undefined || to === from) continue;
      if (scores[to] === 0) touched.push(to);
      scores[to] = (scores[to] ?? 0) + (scores[from] ?? 0);
      scores[from] = 0;
      touched.splice(touched.indexOf(from), 1);
      movedTo.set(to, [...(movedTo.get(to) ?? []), from]);
    }
    return movedTo;
  }

  private wordsFor(of: readonly number[], looked: readonly Read[]): readonly string[] {
    const gains: { feature: string; gain: number }[] = [];
    for (const { feature, weight } of looked) {
      const known = feature.startsWith('=') ? undefined : this.features.get(feature);
      if (!known) continue;
      let count = 0;
      for (const heading of of) count += known.counts[known.headings.indexOf(heading)] ?? 0;
      if (count > 0) gains.push({ feature, gain: (weight * known.weight * count) / known.total });
    }
    return gains.sort((a, b) => b.gain - a.gain).map(({ feature }) => feature);
  }

  private count(feature: string, heading: number, weight: number): void {
    let known = this.features.get(feature);
    if (!known) {
      known = { headings: [], counts: [], total: 0, weight: 0 };
      this.features.set(feature, known);
    }
    known.total += weight;
    const at = known.headings.indexOf(heading);
    if (at >= 0) known.counts[at] = (known.counts[at] ?? 0) + weight;
    else {
      known.headings.push(heading);
      known.counts.push(weight);
    }
  }

  /** What of a description can be looked up, with what its place makes it weigh, and the qualities it gives the goods. */
  private lookedUp(description: string): { looked: readonly Read[]; qualities: ReadonlySet<string> } {
    const isCut = description.length >= CUT_OFF_FROM;
    const { features, placed } = featuresOf(description);
    const looked = features.flatMap(({ feature, weight, isLast }) => {
      if (this.empty.has(feature)) return [];
      if (this.features.has(feature) || feature.includes(' ') || feature.startsWith('=')) return [{ feature, weight }];
      const known = this.derived?.of(feature, isCut && isLast) ?? null;
      return known === null ? [] : [{ feature: known, weight: weight * DERIVED }];
    });
    return { looked, qualities: qualitiesOf(placed, (one) => this.isOther(one)) };
  }

  /** Whether a word belongs to the next one, which is not the noun: the paper of a paper towel holder. */
  private isOther({ word, next, isBeforeNoun }: Placed): boolean {
    return !isBeforeNoun && this.features.has(`${word} ${next}`);
  }
}

/** Leaves a common word the headings it stands for most: the many others say nothing, and would cost time. */
function keepStrongest(feature: Feature): void {
  if (feature.headings.length <= HEADINGS_KEPT) return;
  const kept = feature.headings
    .map((heading, at) => ({ heading, count: feature.counts[at] ?? 0 }))
    .sort((a, b) => b.count - a.count)
    .slice(0, HEADINGS_KEPT);
  feature.headings = kept.map(({ heading }) => heading);
  feature.counts = kept.map(({ count }) => count);
}

function strongest(of: readonly number[], rank: (one: number) => number, most: number): readonly number[] {
  const found: { readonly one: number; readonly rank: number }[] = [];
  for (const one of of) {
    const own = rank(one);
    let at = found.length;
    while (at > 0 && (found[at - 1]?.rank ?? 0) < own) at -= 1;
    if (at >= most) continue;
    found.splice(at, 0, { one, rank: own });
    if (found.length > most) found.pop();
  }
  return found.map(({ one }) => one);
}
