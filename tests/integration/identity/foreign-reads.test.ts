import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { beforeAll, expect, it, vi } from 'vitest';
import { db } from '@/db/connection';
import { partners } from '@/db/schema';
import { seedReference } from '@/db/seed/reference';
import { inTransaction } from '@/db/transaction';
import { EMPTY_QUEUE_FILTER } from '@/lib/clearance/queue-filter';
import type { Actor } from '@/lib/identity/actor';
import type { Role } from '@/lib/identity/roles';
import { parseStatisticsFilter, resolveFilter } from '@/lib/statistics/filter';
import { parseQuestion, resolveQuestion } from '@/lib/statistics/question';
import { signaturesOf } from '../../architecture/signatures';
import { isTest, readSourceTree } from '../../architecture/source-tree';
import { someone } from '../../support/a-desk';
import { useDatabase } from '../../support/database';
import { aBusyOffice, type Names, noNames } from '../../support/foreign-world';

useDatabase();
const now = new Date();
const today = now.toISOString().slice(0, 10);
const filter = parseStatisticsFilter({});
const question = parseQuestion({ rows: 'origin' });
const resolved = resolveFilter(filter, today);
const words = { member: (_by: unknown, member: string) => member, filter: () => '' };

/** What is asked with, by the parameter as the query writes it. A query with one that is not here is not asked. */
const given = (names: Names): Readonly<Record<string, unknown>> => ({
  'consignmentId: string': names.consignmentId,
  'submissionId: string': names.submissionId,
  'reference: string': names.reference,
  'holdId: string': names.holdId,
  'accountId: string': names.accountId,
  'number: string': names.accountNumber,
  'partnerId: string': names.partnerId,
  'subscriptionId: string': names.subscriptionId,
  'deliveryId: string': names.deliveryId,
  'handOverId: string': names.handOverId,
  'userId: string': names.userId,
  'text: string': names.reference,
  'officeId: string': 'NLRTM',
  'officeIds: readonly string[]': ['NLRTM'],
  'which: string': '1',
  'recordNumber: number': 2,
  'month: string': today.slice(0, 7),
  'currency: string': 'EUR',
  'today: string': today,
  'since: Date': new Date(0),
  'at: Date': now,
  'day: string': today,
  'limit: number': 50,
  'after: number': 0,
  'after: string | null': null,
  'after: ItemCursor | null': null,
  'code: string | null': null,
  'view: AgencyView': 'open',
  'words: FileWords': words,
  'filter: StatisticsFilter': filter,
  'filter: QueueFilter': EMPTY_QUEUE_FILTER,
  'filter: QuarantineFilter': { code: null, after: null },
  'period: Period': resolved.period,
  '{ from, to }: Period': resolved.period,
  "{ period }: Pick<Resolved, 'period'>": resolved,
  "{ period, previous }: Pick<Resolved, 'period' | 'previous'>": resolved,
  'by: FilterDimension': 'channel',
  'by: Studied': 'lane',
  'question: Question': question,
  'resolved: Resolved': resolveQuestion(question, today),
  'days: QualityPeriod': 30,
  'wish: LinksWish': { steps: 1, kind: null, after: null },
  'page: { readonly after: number; readonly limit: number }': { after: 0, limit: 50 },
  'page: { readonly after: string | null; readonly state: DeliveryState | null }': { after: null, state: null },
  'asked: { readonly officeId: string | null; readonly day: string | null }': { officeId: 'NLRTM', day: today },
  '{ officeId, ofUserId }: { readonly officeId: string; readonly ofUserId: string | null }': {
    ...{ officeId: 'NLRTM', ofUserId: names.userId },
  },
  '{ rule, after, limit }: { readonly rule: string | null; readonly after: string | null; readonly limit: number }': {
    ...{ rule: null, after: null, limit: 50 },
  },
  'after: RefusedKey': { submissionId: names.submissionId, recordNumber: 0 },
});

type Query = {
  readonly name: string;
  readonly parameters: readonly string[];
  readonly run: (...given: unknown[]) => unknown;
};

async function queries(): Promise<Query[]> {
  const found: Query[] = [];
  for (const [path, text] of readSourceTree()) {
    if (!/^db\/queries\//.test(path) || isTest(path)) continue;
    const signatures = signaturesOf(text);
    const exported =
      signatures.length > 0 ? await import(/* @vite-ignore */ join(import.meta.dirname, '..', '..', '..', path)) : {};
    for (const { name, parameters } of signatures)
      found.push({ name: `${path} ${name}`, parameters, run: exported[name] });
  }
  return found.sort((one, other) => (one.name < other.name ? -1 : 1));
}

const plain = (_key: string, value: unknown) => {
  if (typeof value === 'bigint') return `${value}n`;
  if (value instanceof Map) return [...value];
  return value instanceof Set ? [...value] : value;
};

/** What somebody is told, as text; of an error its name. */
async function told({ run, parameters }: Query, actor: Actor, names: Names): Promise<string> {
  const wished = given(names);
  try {
    const answer = run(actor, ...parameters.map((parameter) => wished[parameter]));
    if (typeof answer === 'object' && answer !== null && Symbol.asyncIterator in answer) {
      const parts: unknown[] = [];
      for await (const part of answer as AsyncIterable<unknown>) parts.push(part);
      return JSON.stringify(parts, plain);
    }
    return JSON.stringify(await answer, plain) ?? 'undefined';
  } catch (error) {
    return error instanceof Error ? error.name : String(error);
  }
}

/** People who have nothing to do with the office or the partner, one of each role that is bound to an office, a partner or an agency. */
const strangers = (partnerId: string): readonly Actor[] => {
  const bound: readonly Role[] = ['officer', 'supervisor', 'risk_manager', 'analyst'];
  const free = { officeId: null, officeIds: [] };
  return [
    ...bound.map((role) => someone(role, 'BELGG')),
    { ...someone('partner', 'BELGG'), ...free, partnerId },
    { ...someone('agency', 'BELGG'), ...free, agencyId: 'nobody' },
  ];
};

/** What is of the administration as a whole, and so told to every office alike, each with its reason. */
const OF_ALL: ReadonlyMap<string, string> = new Map([
  ['changedOffices', 'names of offices, asked once for all open pages, each of which is told of its own alone'],
  ['listCodes', 'profiles look at every office, so who writes them is offered the names that occur in any'],
  ['getPartnerQuality', 'a partner sends to every office: how good its data is concerns each of them'],
  ['listPartnerQuality', 'the same'],
  ['listMemorandumSides', 'a memorandum binds the administration, so who enters one may choose among all its partners'],
  ['getPartnerTrust', 'trust holds at every office'],
]);

let asked: Query[] = [];
const changed: string[] = [];
let within = 0;

beforeAll(async () => {
  vi.useFakeTimers({ toFake: ['Date'], now });
  await inTransaction(seedReference);
  const partnerId = randomUUID();
  await db()
    .insert(partners)
    .values({ id: partnerId, key: 'stranger', name: 'Other Parcels', kind: 'carrier', createdAt: now });
  const wished = given(noNames());
  asked = (await queries()).filter(({ parameters }) => parameters.every((one) => Object.hasOwn(wished, one)));
  const foreign = strangers(partnerId);
  const before = new Map<string, string>();
  const nothing = noNames();
  for (const query of asked) {
    for (const actor of foreign) before.set(`${actor.role}: ${query.name}`, await told(query, actor, nothing));
  }
  const { desk, names } = await aBusyOffice();
  for (const query of asked) {
    for (const actor of foreign) {
      const key = `${actor.role}: ${query.name}`;
      const after = await told(query, actor, names);
      if (after !== before.get(key))
        changed.push(`${key}: ${before.get(key)?.slice(0, 200)} -> ${after.slice(0, 300)}`);
    }
    const insiders = [desk.officer, desk.supervisor, desk.partner, someone('analyst', desk.officeId)];
    const answers = await Promise.all(insiders.map((actor) => told(query, actor, names)));
    if (answers.some((answer) => Object.values(names).some((name) => answer.includes(name)))) within += 1;
  }
  vi.useRealTimers();
});

it('tells nobody of another office, partner or agency whether there is anything, whatever they ask for', () => {
  expect(changed.filter((line) => ![...OF_ALL.keys()].some((name) => line.includes(` ${name}: `)))).toEqual([]);
});

it('asks what tells those whose it is', () => {
  expect(asked.length).toBeGreaterThan(120);
  expect(within).toBeGreaterThan(25);
});
