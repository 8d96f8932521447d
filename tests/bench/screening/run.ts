import { parseArgs } from 'node:util';
import { inventCompany } from '@/lib/demo/companies';
import { inventPerson } from '@/lib/demo/people';
import { seededRandom } from '@/lib/kernel/prng';
import { DeniedList, type ListedParty } from '@/lib/screening/denied-list';
import { type Figure, printReport } from '../report';
import { type FileKind, isYes, kindOf, type Row, readCsv } from './files';
import { aliasPairs, makePairs, type Pair, recombinedNames } from './make-pairs';
import { pairFigures, scored } from './measure';

const USAGE = `Usage: npm run bench:screening -- LIST [FILE ...] [--json] [--seed 1] [--misses 20]

LIST and FILEs are CSV, told by their header: list,uid,entity_type,name,aliases,... (the list);
name1,name2,is_match (labelled pairs; a column "slice" or "category" is measured apart);
name_listed,name_variant (variants looked up in the list); full_name (names of people who are not on it).
Without labelled pairs, variants or names of others they are made from the list and invented.`;

const MADE_PAIRS = 6000;
const MADE_NAMES = 5000;

function listedParties(rows: readonly Row[]): readonly ListedParty[] {
  return rows
    .filter(({ entity_type: type }) => type !== 'vessel' && type !== 'aircraft')
    .map(({ list = '', uid = '', name = '', aliases = '', countries = '', entity_type: type }) => ({
      list,
      entryId: uid,
      edition: 'bench',
      kind: type === 'person' ? 'person' : type === 'entity' ? 'entity' : 'unknown',
      names: [name, ...aliases.split('|').map((alias) => alias.trim())].filter(Boolean),
      countries: countries
        .split('|')
        .map((country) => country.trim())
        .filter(Boolean),
    }));
}

async function listFigures(parties: readonly ListedParty[]): Promise<{ list: DeniedList; figures: Figure[] }> {
  const startedAt = performance.now();
  const list = await DeniedList.of(parties);
  const seconds = (performance.now() - startedAt) / 1000;
  return {
    list,
    figures: [
      { name: 'list_names', value: list.size, note: `of ${parties.length} entries` },
      { name: 'list_load_s', value: seconds, note: 'seconds, entries to an index ready for look-ups' },
    ],
  };
}

/** Share of variants whose entry is among the matches, and among the strong ones. */
function variantFigures(
  list: DeniedList,
  variants: readonly { listed: string; variant: string }[],
  misses: number,
): Figure[] {
  let [found, strong] = [0, 0];
  const missed: string[] = [];
  const startedAt = performance.now();
  for (const { listed, variant } of variants) {
    const entries = new Set(list.near({ name: listed }).map(({ list: of, entryId }) => `${of}/${entryId}`));
    const hit = list.near({ name: variant }).find((match) => entries.has(`${match.list}/${match.entryId}`));
    if (hit) found += 1;
    else missed.push(`${listed} = ${variant}`);
    if (hit?.band === 'strong') strong += 1;
  }
  const microseconds = ((performance.now() - startedAt) * 1000) / (2 * variants.length);
  for (const line of missed.slice(0, misses)) console.log(`  missed in the list: ${line}`);
  return [
    {
      name: 'variants_found',
      value: found / variants.length,
      note: `share of ${variants.length} variants that find their entry`,
    },
    { name: 'variants_strong', value: strong / variants.length, note: 'share found as strong' },
    { name: 'variants_us_a_name', value: microseconds, note: 'microseconds to look one name up, none seen before' },
  ];
}

function innocentFigures(kind: string, list: DeniedList, names: readonly string[], misses: number): Figure[] {
  let [review, strong] = [0, 0];
  const alarms: string[] = [];
  const startedAt = performance.now();
  for (const name of names) {
    const [first] = list.near({ name });
    if (!first) continue;
    if (first.band === 'strong') strong += 1;
    review += 1;
    alarms.push(`${name} = ${first.listedName} ${first.similarity.toFixed(2)}`);
  }
  const microseconds = ((performance.now() - startedAt) * 1000) / names.length;
  for (const line of alarms.slice(0, misses)) console.log(`  false alarm: ${line}`);
  return [
    {
      name: `${kind}_per_1000`,
      value: (review / names.length) * 1000,
      note: `false alarms per 1,000 of ${names.length} names`,
    },
    { name: `${kind}_strong_per_1000`, value: (strong / names.length) * 1000, note: 'of them strong' },
    { name: `${kind}_us_a_name`, value: microseconds, note: 'microseconds to look one name up' },
  ];
}

function labelled(rows: readonly Row[]): readonly Pair[] {
  return rows.map((row) => ({
    a: row.name1 ?? '',
    b: row.name2 ?? '',
    isMatch: isYes(row.is_match),
    way: row.slice ?? row.category ?? row.label ?? '',
  }));
}

function showMisses(pairs: readonly Pair[], misses: number): void {
  if (misses === 0) return;
  for (const { a, b, isMatch, similarity } of scored(pairs)
    .scored.filter((pair) => pair.isMatch !== pair.similarity >= 0.88)
    .slice(0, misses))
    console.log(`  ${isMatch ? 'missed' : 'wrong '} ${similarity.toFixed(2)} ${a} = ${b}`);
}

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      json: { type: 'boolean', default: false },
      seed: { type: 'string', default: '1' },
      misses: { type: 'string', default: '0' },
    },
  });
  const misses = Number(values.misses);
  const files = new Map<FileKind, Row[]>();
  for (const path of positionals) {
    const { columns, rows } = readCsv(path);
    const kind = kindOf(path, columns);
    files.set(kind, [...(files.get(kind) ?? []), ...rows]);
  }
  const listRows = files.get('list');
  if (!listRows) throw new Error(USAGE);
  const random = seededRandom(Number(values.seed));
  const { list, figures } = await listFigures(listedParties(listRows));

  const pairRows = files.get('pairs');
  const made = pairRows ? [] : makePairs(listRows, MADE_PAIRS, random);
  const measured: readonly (readonly [string, readonly Pair[]])[] = pairRows
    ? [['labelled', labelled(pairRows)]]
    : [
        ['made', made],
        ['alias', aliasPairs(listRows, MADE_PAIRS / 3, random)],
      ];
  for (const [name, pairs] of measured) {
    figures.push(...pairFigures(name, pairs));
    showMisses(pairs, misses);
  }
  const variants =
    files.get('variants')?.map((row) => ({ listed: row.name_listed ?? '', variant: row.name_variant ?? '' })) ??
    (made.length > 0 ? made : makePairs(listRows, MADE_PAIRS, random))
      .filter(({ isMatch }) => isMatch)
      .map(({ a, b }) => ({ listed: a, variant: b }));
  figures.push(...variantFigures(list, variants, misses));
  const innocents =
    files.get('innocents')?.map((row) => row.full_name ?? '') ??
    Array.from({ length: MADE_NAMES }, (_, at) =>
      at % 2 === 0
        ? inventPerson(random, (['NL', 'DE', 'BE', 'FR'] as const)[at % 4] ?? 'NL').name
        : inventCompany(random).name,
    );
  figures.push(...innocentFigures('innocents', list, innocents, misses));
  if (!files.has('innocents'))
    figures.push(...innocentFigures('recombined', list, recombinedNames(listRows, MADE_NAMES, random), misses));
  printReport(figures, values.json);
}

try {
  await main();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
