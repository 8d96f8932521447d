import { eq } from 'drizzle-orm';
import { NextRequest } from 'next/server';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import * as feed from '@/app/(public)/published/feed/route';
import * as table from '@/app/api/v1/statistics/[dataset]/route';
import * as list from '@/app/api/v1/statistics/route';
import { decideRelease, withdrawRelease } from '@/db/commands/publication/decide-release';
import { freezeMonth } from '@/db/commands/publication/freeze-month';
import { prepareRelease } from '@/db/commands/publication/prepare-release';
import { publishDue } from '@/db/commands/publication/publish-due';
import { db } from '@/db/connection';
import { findPublished, listPublished, listToCome } from '@/db/queries/publication/published';
import { auditLog, releases } from '@/db/schema';
import { LIST_STATISTICS, READ_STATISTICS } from '@/lib/api/statistics-calls';
import { SYSTEM_ACTOR } from '@/lib/identity/actor';
import { ForbiddenError, InvalidInputError, NotFoundError } from '@/lib/kernel/errors';
import { DATASET_IDS, SUM } from '@/lib/publication/datasets';
import { aDesk, type Desk, someone } from '../../support/a-desk';
import { FROZEN_AT, goodsOf, MONTH, operatorsOf, versionsCameAt } from '../../support/a-month';
import { holdToDocument, requestOf } from '../../support/api-document';
import { refusalOf } from '../../support/command-cases';
import { useDatabase } from '../../support/database';
import { aSubscription, outboxOf } from '../../support/subscriptions';

vi.hoisted(() => vi.resetModules()); // The files of a worker share their modules.
vi.mock('next/headers', () => ({
  headers: async () => new Headers(),
  cookies: async () => ({ get: () => undefined }),
}));
vi.mock('next-intl/server', () => ({
  getTranslations: async () => Object.assign((code: string) => code, { has: () => true }),
  getLocale: async () => 'en-GB',
}));

useDatabase();
const preparer = someone('analyst', 'NLRTM', 'A. Preparer');
const second = someone('supervisor', 'NLRTM', 'B. Second');
const third = someone('analyst', 'NLRTM', 'C. Third');
const HOUR = new Date('2026-11-15T09:00:00Z');
const LATER = new Date('2026-12-15T09:00:00Z');
const NO_PARAMS = { params: Promise.resolve({}) };
const VINTAGE = { month: MONTH, number: 1 };
let desk: Desk;
let operators: Awaited<ReturnType<typeof operatorsOf>>;

beforeAll(async () => {
  desk = await aDesk();
  operators = await operatorsOf(desk);
  for (const originCountry of ['CN', 'TR', 'US'])
    for (const commodityCode of ['610910', '851713'])
      await goodsOf(operators, { originCountry, commodityCode }, { count: 18 });
  await goodsOf(operators, { originCountry: 'VN', commodityCode: '610910' }, { count: 2, on: 1 });
  await goodsOf(operators, { originCountry: 'VN', commodityCode: '851713' }, { count: 18 });
  await freezeMonth(SYSTEM_ACTOR, MONTH, FROZEN_AT);
});

const prepare = (actor = preparer, over: Partial<Parameters<typeof prepareRelease>[1]> = {}) =>
  prepareRelease(actor, { ...VINTAGE, releaseAt: HOUR.toISOString(), note: '', ...over }, FROZEN_AT);
const decide = (releaseId: string, verdict: 'approve' | 'refuse', actor = second, rowVersion = 1, reason = '') =>
  decideRelease(actor, { releaseId, rowVersion, verdict, reason }, FROZEN_AT);
const auditsOf = async (number = 1) =>
  (
    await db()
      .select()
      .from(auditLog)
      .where(eq(auditLog.subjectId, `${MONTH}/${number}`))
  )
    .map(({ action, details }) => `${action} ${details.ruleVersion}`)
    .sort();
const problemsOf = async (act: Promise<unknown>) => {
  const error = await act.catch((thrown: unknown) => thrown);
  return error instanceof InvalidInputError ? error.problems.map(({ pointer, code }) => `${pointer}: ${code}`) : error;
};
const read = async (dataset: string, query = '', headers: Record<string, string> = {}) => {
  const params = { dataset };
  const request = requestOf(READ_STATISTICS, { params, query, headers });
  return holdToDocument(READ_STATISTICS, await table.GET(request, { params: Promise.resolve(params) }));
};

describe('a release', () => {
  it('is prepared by an analyst of every office in it, for an hour to come, once', async () => {
    await expect(prepare(second)).rejects.toThrow(ForbiddenError);
    await expect(prepare(someone('analyst', 'BELGG'))).rejects.toThrow(NotFoundError);
    expect(await problemsOf(prepare(preparer, { releaseAt: '2026-11-05T05:59' }))).toEqual([
      'releaseAt: not_ahead_hour',
    ]);
    expect(await problemsOf(prepare(preparer, { releaseAt: 'soon' }))).toEqual(['releaseAt: custom']);
    const both = await Promise.allSettled([prepare(), prepare(third)]);
    expect(both.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(await refusalOf(prepare())).toEqual(['publication.standing']);
    expect(await auditsOf()).toEqual(['publication.freeze 2', 'publication.prepare 2']);
  });

  it('is refused with a reason, and taken back by an analyst; then it may be prepared anew', async () => {
    const [first] = await db().select().from(releases);
    const releaseId = first?.id ?? '';
    expect(await problemsOf(decide(releaseId, 'refuse'))).toEqual(['reason: reason_of_refusal']);
    await decide(releaseId, 'refuse', second, 1, 'The coverage looks low.');
    expect(await refusalOf(decide(releaseId, 'approve', second, 2))).toEqual(['publication.state']);
    const again = await prepare();
    expect(await refusalOf(withdrawRelease(third, { releaseId: again.releaseId, rowVersion: 9 }))).toEqual([
      'changed_meanwhile',
    ]);
    await expect(withdrawRelease(second, { releaseId: again.releaseId, rowVersion: 1 })).rejects.toThrow(
      ForbiddenError,
    );
    await withdrawRelease(third, { releaseId: again.releaseId, rowVersion: 1 });
    expect((await auditsOf()).slice(-2)).toEqual(['publication.refuse 2', 'publication.withdraw 2']);
  });

  it('is approved by another person than who prepared it, and by one of two', async () => {
    const { releaseId } = await prepare();
    expect(await refusalOf(decide(releaseId, 'approve', preparer))).toEqual(['publication.own']);
    await expect(decide(releaseId, 'approve', desk.officer)).rejects.toThrow(ForbiddenError);
    await expect(decide(releaseId, 'approve', someone('supervisor', 'BELGG'))).rejects.toThrow(NotFoundError);
    const both = await Promise.allSettled([decide(releaseId, 'approve'), decide(releaseId, 'approve', third)]);
    expect(both.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(await listToCome()).toEqual([{ ...VINTAGE, releaseAt: HOUR }]);
  });

  it('goes out at its hour and not before, once, with the rule it was protected by in the log, and is told to who wants to know', async () => {
    const told = await aSubscription(desk, { kinds: ['statistics_published'] });
    const others = await aSubscription(desk, { kinds: ['released'] });
    await expect(publishDue(preparer, HOUR)).rejects.toThrow(ForbiddenError);
    expect(await publishDue(SYSTEM_ACTOR, new Date(HOUR.getTime() - 1))).toBe(0);
    expect(await findPublished('imports', {})).toBeNull();
    expect((await read('imports')).status).toBe(404);
    const both = await Promise.all([publishDue(SYSTEM_ACTOR, HOUR), publishDue(SYSTEM_ACTOR, HOUR)]);
    expect(both.sort()).toEqual([0, 1]);
    expect(await listPublished()).toMatchObject([{ ...VINTAGE, publishedAt: HOUR }]);
    expect(await auditsOf()).toContain('publication.publish 2');
    const [delivery, ...more] = await outboxOf(told.subscriptionId);
    expect([more, await outboxOf(others.subscriptionId)]).toEqual([[], []]);
    expect(delivery).toMatchObject({ kind: 'statistics_published', subjectId: null, dueAt: HOUR });
    expect(JSON.parse(delivery?.content ?? '')).toMatchObject({
      ...{ month: MONTH, vintage: 1, occurredAt: HOUR.toISOString() },
      links: { imports: `/api/v1/statistics/imports?month=${MONTH}&vintage=1` },
    });
    const entries = await (await feed.GET(new NextRequest('http://a.example/published/feed'), NO_PARAMS)).text();
    expect(entries.match(/<entry>/g)).toHaveLength(DATASET_IDS.length);
    expect(entries).toContain(`/published/imports/${MONTH}/1`);
  });
});

describe('everybody', () => {
  it('reads it without a key: the same cells as JSON, CSV and SDMX-CSV, hidden alike', async () => {
    const { json } = await read('imports');
    const observations = json.observations as { members: string[]; figures: string[] }[];
    const vietnam = observations.find(({ members }) => members.join() === 'VN,61');
    expect(vietnam?.figures).toEqual(['c', 'c', 'c']);
    expect(json).toMatchObject({ month: MONTH, vintage: 1, isLatest: true, ruleVersion: 2 });
    const csv = (await read('imports', '?format=csv')).text.trim().split('\r\n');
    expect(csv.slice(1).map((line) => line.split(',').slice(-3))).toEqual(observations.map(({ figures }) => figures));
    const sdmx = await read('imports', '', { accept: 'application/vnd.sdmx.data+csv;version=2.0.0' });
    expect(sdmx.text.split('\r\n').filter((line) => line.includes(',Q,C,')).length).toBe(
      observations.flatMap(({ figures }) => figures).filter((figure) => figure === 'c').length,
    );
    expect((await read('clearance', '?format=parquet')).headers.get('content-disposition')).toContain('-v1.parquet');
    expect((await read('clearance', '?format=xlsx')).headers.get('content-disposition')).toContain(
      `luxor-clearance-${MONTH}-v1.xlsx`,
    );
  });

  it('is told what is there, and what a query does not fit', async () => {
    const answered = await list.GET(requestOf(LIST_STATISTICS, {}), { params: Promise.resolve({}) });
    const { json } = await holdToDocument(LIST_STATISTICS, answered);
    expect(json.releases).toMatchObject([{ month: MONTH, vintage: 1 }]);
    expect((await read('imports', '?month=2026-13')).status).toBe(400);
    expect((await read('imports', '?vintage=2')).status).toBe(404);
    expect((await read('secrets')).status).toBe(404);
  });
});

describe('a revision', () => {
  it('tells what changed, keeps the earlier vintage, and answers as published on a day', async () => {
    const late = await goodsOf(operators, { originCountry: 'US', commodityCode: '851713' }, { count: 20, on: 28 });
    await versionsCameAt(late, new Date('2026-11-20T08:00:00Z'));
    await goodsOf(operators, { originCountry: 'TR', commodityCode: '610910' }, { count: 1, on: 27 });
    const at = new Date('2026-12-05T06:00:00Z');
    expect(await freezeMonth(SYSTEM_ACTOR, MONTH, at)).toEqual({ kind: 'frozen', number: 2 });
    const wanted = { month: MONTH, number: 2, releaseAt: LATER.toISOString() };
    expect(await problemsOf(prepareRelease(preparer, { ...wanted, note: '' }, at))).toEqual(['note: note_of_revision']);
    expect(
      await refusalOf(prepareRelease(preparer, { ...VINTAGE, releaseAt: LATER.toISOString(), note: '' }, at)),
    ).toEqual(['publication.newer']);
    const { releaseId } = await prepareRelease(preparer, { ...wanted, note: 'Late messages of October.' }, at);
    await decideRelease(second, { releaseId, rowVersion: 1, verdict: 'approve', reason: '' }, at);
    expect(await publishDue(SYSTEM_ACTOR, LATER)).toBe(1);
    const items = async (asked: Parameters<typeof findPublished>[1]) =>
      (await findPublished('imports', { month: MONTH, ...asked }))?.table.figuresOf(SUM, SUM)[1];
    expect(await items({})).toBe('150');
    expect(await items({ publishedBy: new Date('2026-12-01T00:00:00Z') })).toBe('130');
    expect(await items({ number: 1 })).toBe('130');
    // The cell of the one keeps its figure, and whoever reads the table in whatever form is told so.
    expect((await read('imports')).json).toMatchObject({ repeatsEarlier: true, remark: 'repeatsEarlier' });
    for (const format of ['csv', 'sdmx'])
      expect((await read('imports', `?format=${format}`)).text.trim().split('\r\n').at(-1)).toContain('repeatsEarlier');
    expect((await read('imports', '?published_on=2026-11-30')).json).toMatchObject({
      ...{ vintage: 1, isLatest: false, repeatsEarlier: false, remark: '' },
    });
    expect((await read('imports', '?published_on=2026-11-14')).status).toBe(404);
  });
});
