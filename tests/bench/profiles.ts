import { sql } from 'drizzle-orm';
import { Engine, type TopLevelCondition } from 'json-rules-engine';
import { db } from '@/db/connection';
import { whereProfile } from '@/db/queries/profile/where-profile';
import { profileFacts } from '@/db/schema';
import { seededRandom } from '@/lib/kernel/prng';
import type { ProfileFacts } from '@/lib/profile/fields';
import { factRow, predicateOf } from '@/lib/profile/predicate';
import { type ReadGroup, readTree } from '@/lib/profile/read-tree';
import { hitsOf, type ProfileInForce } from '@/lib/profile/select';
import { LISTS, randomFacts } from '@/tests/support/random-profile';
import type { Figure } from './report';

const RECORDS = 20_000;
const PROFILES = 200;
const ROUNDS = 5;

const COUNTRIES = 'CN HK TR VN IN TH MY PK BD US JP KR TW GB CH'.split(' ');

/** Ten conditions in groups, as a risk manager would write them; most consignments fail at an early one. */
export const TREE = {
  combinator: 'and',
  rules: [
    { field: 'channel', operator: 'equals', value: 'express' },
    { field: 'intrinsicValueMinor', operator: 'less', value: 15_000 },
    { field: 'dispatchCountry', operator: 'in', value: COUNTRIES.slice(0, 10) },
    {
      combinator: 'or',
      rules: [
        { field: 'commodityCodes', operator: 'beginsWith', value: '61' },
        { field: 'commodityCodes', operator: 'beginsWith', value: '62' },
        { field: 'descriptions', operator: 'contains', value: 'shirt' },
      ],
    },
    {
      combinator: 'and',
      rules: [
        { field: 'grossMassG', operator: 'between', value: [100, 5_000] },
        { field: 'marketplace', operator: 'isPresent', value: null },
        { combinator: 'and', not: true, rules: [{ field: 'transactionType', operator: 'equals', value: 'gift' }] },
        { field: 'senderConsignments7d', operator: 'atLeast', value: 3 },
      ],
    },
  ],
} as const;

function read(tree: unknown): ReadGroup {
  const found = readTree(tree, LISTS);
  if ('problems' in found) throw new Error(JSON.stringify(found.problems));
  return found.group;
}

/** The same conditions about another chapter and other countries: what one profile lets pass, the next looks at anew. */
function varied(index: number) {
  const chapter = String(1 + (index % 97)).padStart(2, '0');
  const [channel, value, , goods, rest] = TREE.rules;
  const countries = { field: 'dispatchCountry', operator: 'in', value: COUNTRIES.slice(index % 5, (index % 5) + 10) };
  const [first, second, third] = goods.rules;
  return {
    combinator: 'and',
    rules: [
      channel,
      { ...value, value: 1_000 * (1 + (index % 15)) },
      countries,
      { ...goods, rules: [{ ...first, value: chapter }, second, third] },
      rest,
    ],
  };
}

/** The same ten conditions as that engine words them. */
const RIVAL: TopLevelCondition = {
  all: [
    { fact: 'channel', operator: 'equal', value: 'express' },
    { fact: 'intrinsicValueMinor', operator: 'lessThan', value: 15_000 },
    { fact: 'dispatchCountry', operator: 'in', value: [...TREE.rules[2].value] },
    {
      any: [
        { fact: 'commodityCodes', operator: 'anyBeginsWith', value: '61' },
        { fact: 'commodityCodes', operator: 'anyBeginsWith', value: '62' },
        { fact: 'descriptions', operator: 'anyContains', value: 'shirt' },
      ],
    },
    { fact: 'grossMassG', operator: 'greaterThanInclusive', value: 100 },
    { fact: 'grossMassG', operator: 'lessThanInclusive', value: 5_000 },
    { fact: 'marketplace', operator: 'notEqual', value: null },
    { not: { fact: 'transactionType', operator: 'equal', value: 'gift' } },
    { fact: 'senderConsignments7d', operator: 'greaterThanInclusive', value: 3 },
  ],
};

function rival(): Engine {
  const engine = new Engine([{ conditions: RIVAL, event: { type: 'met' } }], { allowUndefinedFacts: true });
  engine.addOperator<string[], string>('anyBeginsWith', (values, start) => values.some((one) => one.startsWith(start)));
  engine.addOperator<string[], string>('anyContains', (values, part) => values.some((one) => one.includes(part)));
  return engine;
}

/** Facts of a stream: what the demo stored, over and over; drawn ones where nothing is stored. */
async function storedFacts(): Promise<readonly ProfileFacts[]> {
  const rows = await db().select().from(profileFacts).limit(RECORDS);
  const random = seededRandom(1);
  return Array.from({ length: RECORDS }, (_, index) => rows[index % Math.max(1, rows.length)] ?? randomFacts(random));
}

const perSecond = (count: number, started: number) => (count / (performance.now() - started)) * 1_000;

/** The best of some rounds: what the code costs, not what else the machine did. */
function best(round: () => number): number {
  return Math.max(...Array.from({ length: ROUNDS }, round));
}

/** Evaluations of one profile and of two hundred with the trace of each hit, on one core, with another engine beside in the same run. */
export async function measureProfiles(): Promise<Figure[]> {
  const facts = await storedFacts();
  const rows = facts.map(factRow);
  const { matches } = predicateOf(read(TREE));
  const own = best(() => {
    const started = performance.now();
    let met = 0;
    for (const one of rows) if (matches(one)) met += 1;
    if (met > facts.length) throw new RangeError('more met than were asked');
    return perSecond(facts.length, started);
  });
  const engine = rival();
  const asked = facts.slice(0, 2_000);
  const startedRival = performance.now();
  for (const one of asked) await engine.run({ ...one });
  const others = perSecond(asked.length, startedRival);

  const all = Array.from(
    { length: PROFILES },
    (_, index): ProfileInForce => ({
      profileId: String(index),
      number: index,
      version: 1,
      title: '',
      instruction: '',
      effect: { kind: 'points', points: 1 },
      dailySlots: 1,
      mode: 'active',
      predicate: predicateOf(read(varied(index))),
    }),
  );
  const many = best(() => {
    const started = performance.now();
    for (const one of facts) hitsOf(one, all, { sender: 's', recipient: 'r' }, new Map());
    return perSecond(facts.length, started);
  });
  return [
    { name: 'profile_evaluations_per_s', value: own, note: 'evaluations of a profile of ten conditions, one core' },
    { name: 'profile_rival_per_s', value: others, note: 'evaluations of the same conditions by json-rules-engine' },
    {
      name: 'profile_200_us',
      value: 1_000_000 / many,
      note: `microseconds for ${PROFILES} profiles on one record, hits traced`,
    },
  ];
}

/** Seconds to count by SQL what a profile would have met among all stored consignments. */
export async function measureBackTest(label: string): Promise<Figure[]> {
  const meets = whereProfile(read(TREE));
  const started = performance.now();
  const { rows } = await db().execute<{ looked: number; hits: number }>(
    sql`select count(*)::int as looked, count(*) filter (where ${meets})::int as hits from ${profileFacts}`,
  );
  const seconds = (performance.now() - started) / 1_000;
  const [found] = rows;
  return [
    {
      name: `profile_back_test_${label}_s`,
      value: seconds,
      note: `seconds to back-test a profile by SQL over ${found?.looked ?? 0} consignments (${found?.hits ?? 0} hits)`,
    },
  ];
}
