import { parseArgs } from 'node:util';
import { describedWords, flawOf, unclearnessOf } from '@/lib/consignment/description';
import { GoodsIndex } from '@/lib/consignment/goods-index';
import { otherChapterOf } from '@/lib/consignment/other-chapter';
import { seededRandom } from '@/lib/kernel/prng';
import { policyAt } from '@/lib/policy/in-force';
import { PARAMETERS } from '@/lib/policy/parameters';
import type { Policy } from '@/lib/policy/policy';
import { type Figure, printReport } from '../report';
import { type Row, readCsv } from '../screening/files';

const USAGE = `Usage: npm run bench:goods -- FILE [FILE ...] [--json] [--day 2026-11-01] [--misses 20]

FILEs are CSV, told by their header: description and hs4, hs6 or code (goods with their code), or description alone
(descriptions that name no goods). Accuracy is measured by the terms we ship, and by those with four fifths of the file learned
for the last fifth, every description once; where the file has a column "date", with the older ones learned for the newest fifth.`;

const FOLDS = 5;

type Labelled = {
  readonly description: string;
  readonly heading: string;
  readonly source: string;
  readonly date: string;
};

function labelledOf(rows: readonly Row[]): readonly Labelled[] {
  return rows.flatMap((row) => {
    const heading = (row.hs4 ?? row.hs6 ?? row.code ?? '').replace(/\D/g, '').slice(0, 4);
    const description = row.description ?? '';
    if (heading.length < 4 || description === '') return [];
    return [{ description, heading, source: row.source ?? '', date: row.date ?? '' }];
  });
}

const ownTerms: readonly (readonly [string, string])[] = PARAMETERS.filter(
  ({ kind }) => kind === 'goods_terms',
).flatMap(({ value }) =>
  Object.entries((value as { headings: Record<string, string[]> }).headings).flatMap(([heading, terms]) =>
    terms.map((term) => [heading, term] as const),
  ),
);

function learned(from: readonly Labelled[], policy: Policy): GoodsIndex {
  return new GoodsIndex(
    [...ownTerms, ...from.map(({ heading, description }) => [heading, description] as const)],
    policy.emptyWords,
  );
}

/** Shares of descriptions whose chapter and heading were named first, and whose heading was among the three named. */
function accuracy(
  name: string,
  tested: readonly Labelled[],
  indexOf: (one: Labelled) => GoodsIndex,
): readonly Figure[] {
  let [chapter, heading, among] = [0, 0, 0];
  for (const one of tested) {
    const { headings } = indexOf(one).read(one.description);
    const [first] = headings;
    if (first?.heading.slice(0, 2) === one.heading.slice(0, 2)) chapter += 1;
    if (first?.heading === one.heading) heading += 1;
    if (headings.some((guess) => guess.heading === one.heading)) among += 1;
  }
  const note = `of ${tested.length} descriptions`;
  return [
    { name: `${name}_chapter`, value: chapter / tested.length, note: `share ${note} whose chapter is right` },
    { name: `${name}_heading`, value: heading / tested.length, note: 'whose heading is right' },
    { name: `${name}_heading_of_three`, value: among / tested.length, note: 'whose heading is one of three named' },
  ];
}

/** The descriptions in an order that a seed tells, or by date, and the fifth each belongs to. */
function folds(all: readonly Labelled[]): ReadonlyMap<Labelled, number> {
  const random = seededRandom(1);
  const shuffled = all.map((one) => ({ one, at: random() })).sort((a, b) => a.at - b.at);
  return new Map(shuffled.map(({ one }, index) => [one, index % FOLDS]));
}

function learnedFigures(all: readonly Labelled[], policy: Policy): readonly Figure[] {
  if (all.every(({ date }) => date !== '')) {
    const dated = [...all].sort((a, b) => (a.date < b.date ? -1 : 1));
    const cut = Math.floor((dated.length * (FOLDS - 1)) / FOLDS);
    const index = learned(dated.slice(0, cut), policy);
    return accuracy('learned_before', dated.slice(cut), () => index);
  }
  const foldOf = folds(all);
  const indexes = Array.from({ length: FOLDS }, (_, fold) =>
    learned(
      all.filter((one) => foldOf.get(one) !== fold),
      policy,
    ),
  );
  return accuracy('learned', all, (one) => indexes[foldOf.get(one) ?? 0] ?? policy.goods);
}

/** How often a code is doubted that is right, and one that was taken from another description. */
function mismatchFigures(all: readonly Labelled[], policy: Policy): readonly Figure[] {
  const random = seededRandom(2);
  const others = all.map((one) => ({
    ...one,
    heading: all[Math.floor(random() * all.length)]?.heading ?? one.heading,
  }));
  const wrong = others.filter((one, at) => one.heading.slice(0, 2) !== all[at]?.heading.slice(0, 2));
  const share = (of: readonly Labelled[]) =>
    of.filter(({ description, heading }) => otherChapterOf(description, heading, policy) !== null).length /
    Math.max(1, of.length);
  return [
    { name: 'mismatch_false', value: share(all), note: 'share of right codes that are doubted' },
    { name: 'mismatch_found', value: share(wrong), note: 'share of codes of another chapter that are doubted' },
  ];
}

function vagueness(description: string, policy: Policy): 'flawed' | 'unclear' | null {
  const words = describedWords(description, policy);
  const flaw = flawOf(description, words, policy);
  if (flaw !== null && flaw.kind !== 'stop_phrase') return 'flawed';
  return unclearnessOf(description, words, policy) === null ? null : 'unclear';
}

function vagueFigures(
  name: string,
  descriptions: readonly string[],
  policy: Policy,
  misses: number,
): readonly Figure[] {
  const found = descriptions.map((description) => vagueness(description, policy));
  const share = (...kinds: readonly (string | null)[]) =>
    found.filter((kind) => kinds.includes(kind)).length / descriptions.length;
  for (const [at, description] of descriptions.entries())
    if (at < misses && (found[at] === null) === name.startsWith('vague')) console.log(`  ${name}: ${description}`);
  const note = name.startsWith('vague') ? 'recall' : 'false alarms';
  return [
    {
      name: `${name}_flawed`,
      value: share('flawed'),
      note: `${note} of what names no goods, of ${descriptions.length}`,
    },
    {
      name: `${name}_flawed_or_unclear`,
      value: share('flawed', 'unclear'),
      note: `${note} with what leaves them open`,
    },
  ];
}

/** How much the words of a description must say of goods, as it could be set. */
const LEAST_EVIDENCE = [0, 3, 6, 9, 12] as const;

/** What other settings of the indicator would find, and what they would doubt of good descriptions. */
function thresholdFigures(vague: readonly string[], good: readonly string[], policy: Policy): readonly Figure[] {
  return LEAST_EVIDENCE.flatMap((leastEvidence) => {
    const unclear_description = {
      ...policy.indicators.unclear_description,
      leastEvidence,
      leastUnnamed: leastEvidence === 0 ? 0 : leastEvidence + 1,
    };
    const own = { ...policy, indicators: { ...policy.indicators, unclear_description } };
    const share = (of: readonly string[]) => of.filter((one) => vagueness(one, own) !== null).length / of.length;
    return [
      {
        name: `recall_at_${leastEvidence}`,
        value: share(vague),
        note: 'of vague descriptions, at that least evidence',
      },
      { name: `false_alarms_at_${leastEvidence}`, value: share(good), note: 'of good descriptions' },
    ];
  });
}

function main(): void {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      json: { type: 'boolean', default: false },
      day: { type: 'string', default: '2026-11-01' },
      misses: { type: 'string', default: '0' },
    },
  });
  if (positionals.length === 0) throw new Error(USAGE);
  const misses = Number(values.misses);
  const policy = policyAt(PARAMETERS, values.day);
  const figures: Figure[] = [];
  const [vague, good]: [string[], string[]] = [[], []];
  for (const path of positionals) {
    const { columns, rows } = readCsv(path);
    if (!columns.includes('description')) throw new Error(`${path} has no column "description".\n${USAGE}`);
    const labelled = labelledOf(rows);
    const descriptions = rows.map(({ description = '' }) => description);
    (labelled.length === 0 ? vague : good).push(...descriptions);
    if (labelled.length === 0) {
      figures.push(...vagueFigures('vague', descriptions, policy, misses));
      continue;
    }
    policy.goods.read('warm');
    const startedAt = performance.now();
    for (const description of descriptions) policy.goods.read(description);
    const microseconds = ((performance.now() - startedAt) * 1000) / descriptions.length;
    figures.push({ name: 'us_a_description', value: microseconds, note: 'microseconds to read one, none seen before' });
    figures.push(...accuracy('shipped', labelled, () => policy.goods), ...learnedFigures(labelled, policy));
    figures.push(...mismatchFigures(labelled, policy));
    for (const source of new Set(labelled.map((one) => one.source))) {
      const own = labelled.filter((one) => one.source === source);
      const name = source === '' ? 'all' : source;
      if (source !== '') figures.push(...accuracy(`shipped_${name}`, own, () => policy.goods));
      figures.push(
        ...vagueFigures(
          `good_${name}`,
          own.map(({ description }) => description),
          policy,
          misses,
        ),
      );
    }
  }
  if (vague.length > 0 && good.length > 0) figures.push(...thresholdFigures(vague, good, policy));
  printReport(figures, values.json);
}

try {
  main();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
