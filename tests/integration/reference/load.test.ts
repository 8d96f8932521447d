import { and, asc, eq, like } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import { confirmLoad } from '@/db/commands/reference/confirm-load';
import { discardLoad } from '@/db/commands/reference/discard-load';
import { previewLoad } from '@/db/commands/reference/preview-load';
import { db } from '@/db/connection';
import { getLoad } from '@/db/queries/reference/get-load';
import { listLists } from '@/db/queries/reference/list-lists';
import { listLoads } from '@/db/queries/reference/list-loads';
import { listRows } from '@/db/queries/reference/list-rows';
import { auditLog, codes, loadChunks, offices, parameters } from '@/db/schema';
import { seedReference } from '@/db/seed/reference';
import { inTransaction } from '@/db/transaction';
import type { Actor } from '@/lib/identity/actor';
import { dayOf } from '@/lib/kernel/dates';
import { sha256Hex } from '@/lib/kernel/ids';
import type { ReferenceKind } from '@/lib/reference/kinds';
import { useDatabase } from '../../support/database';
import { aPerson, signedIn } from '../../support/people';
import { dutyRows, type Look, loadAs, lookAt, tariff } from '../../support/reference-load';
import { oneByOne } from '../../support/submissions';

useDatabase();
let admin: Actor;
let auditor: Actor;

beforeAll(async () => {
  await inTransaction((tx) => seedReference(tx));
  admin = await signedIn((await aPerson({ role: 'admin', offices: [] })).id);
  auditor = await signedIn((await aPerson({ role: 'auditor' })).id);
});

const look = (kind: ReferenceKind, text: string, options: Look = {}) =>
  lookAt(options.actor ?? admin, kind, text, options);
const load = (kind: ReferenceKind, text: string, options: Look = {}) =>
  loadAs(options.actor ?? admin, kind, text, options);

const auditOf = (loadId: string) =>
  db().select().from(auditLog).where(eq(auditLog.subjectId, loadId)).orderBy(asc(auditLog.at));

describe('a file of reference data', () => {
  it('is looked at without writing anything that decides', async () => {
    const before = await db().select().from(parameters);
    const found = await look('tariff', tariff('610910,11,exact,', '999999,x,exact,'));
    expect(found).toMatchObject({ status: 'previewed', preview: { rowsRead: 2, rowsRefused: 1, added: 1 } });
    expect(found.preview.problems).toEqual([
      { code: 'decimal', severity: 'error', pointer: 'ad_valorem_pct', line: 3, value: 'x' },
    ]);
    expect(await db().select().from(parameters)).toEqual(before);
    await discardLoad(admin, { loadId: found.loadId });
  });

  it('is written exactly as it was shown, with source, edition and load, and tells it in the audit log', async () => {
    const text = tariff('610910,11,exact,', '640411,,exact,1', '8517,1,exact,');
    const found = await look('tariff', text, { edition: 'schedule 7' });
    await confirmLoad(admin, { loadId: found.loadId, fingerprint: found.fingerprint });
    const written = await db().select().from(parameters).where(eq(parameters.loadId, found.loadId));
    expect(written).toHaveLength(found.preview.rowsBegun);
    expect(written).toMatchObject([
      { kind: 'duty_rate', key: '610910', validFrom: '2026-11-01', validTo: null, value: { ratePercent: '11' } },
    ]);
    expect(written[0]).toMatchObject({
      edition: 'schedule 7',
      source: expect.stringContaining('Illustrative schedule'),
    });
    const ended = await db().select().from(parameters).where(eq(parameters.validTo, '2026-10-31'));
    expect(ended).toHaveLength(found.preview.rowsEnded);
    const audit = await auditOf(found.loadId);
    expect(audit.map(({ action, actorId }) => [action, actorId])).toEqual([
      ['policy.preview_load', admin.id],
      ['policy.load', admin.id],
    ]);
    expect(audit[1]?.details).toMatchObject({
      kind: 'tariff',
      edition: 'schedule 7',
      validFrom: '2026-11-01',
      sha256: sha256Hex(text),
      added: 1,
      ended: found.preview.ended,
      rowsRefused: 2,
    });
    expect(await db().select().from(loadChunks).where(eq(loadChunks.loadId, found.loadId))).toEqual([]);
  });

  it('changes nothing when it is loaded again, and says so', async () => {
    const text = tariff('610910,11,exact,');
    await load('tariff', text);
    const before = await db().select().from(parameters);
    const again = await load('tariff', text, { edition: 'another name' });
    expect(again.status).toBe('unchanged');
    expect(await getLoad(auditor, again.loadId)).toMatchObject({
      status: 'unchanged',
      settledBy: admin.name,
      preview: { unchanged: 1, rowsBegun: 0, rowsEnded: 0 },
    });
    expect(await db().select().from(parameters)).toEqual(before);
  });

  it('keeps the row before a change, and the wrong one of a correction on the same day', async () => {
    await load('tariff', tariff('620342,12,exact,'), { validFrom: '2026-11-01' });
    await load('tariff', tariff('620342,8,exact,'), { validFrom: '2026-12-01' });
    await load('tariff', tariff('620342,9,exact,'), { validFrom: '2026-12-01' });
    expect(
      (await dutyRows('620342')).map(({ validFrom, revision, validTo, value }) => [
        validFrom,
        revision,
        validTo,
        (value as { ratePercent: string }).ratePercent,
      ]),
    ).toEqual([
      ['2026-11-01', 0, '2026-11-30', '12'],
      ['2026-12-01', 0, '2026-11-30', '8'],
      ['2026-12-01', 1, null, '9'],
    ]);
  });

  it('ends what a whole list has no longer, in its own list only', async () => {
    const parties = (...lines: readonly string[]) =>
      ['list,uid,entity_type,name,aliases,countries,addresses,dob,programs,ref', ...lines].join('\n');
    await load(
      'denied-parties',
      parties('TEST_A,1,person,One,,,,,,', 'TEST_A,2,person,Two,,,,,,', 'TEST_B,1,person,Three,,,,,,'),
    );
    await load('denied-parties', parties('TEST_A,1,person,One,Uno,,,,,'), { validFrom: '2026-11-20' });
    const rows = await db()
      .select()
      .from(codes)
      .where(like(codes.key, 'TEST%'))
      .orderBy(asc(codes.key), asc(codes.validFrom));
    expect(rows.map(({ key, validFrom, validTo }) => [key, validFrom, validTo])).toEqual([
      ['TEST_A/1', '2026-11-01', '2026-11-19'],
      ['TEST_A/1', '2026-11-20', null],
      ['TEST_A/2', '2026-11-01', '2026-11-19'],
      ['TEST_B/1', '2026-11-01', null],
    ]);
  });

  it('of offices makes them offices people can belong to, beside those there were', async () => {
    const list = (...lines: readonly string[]) => ['id,country,name,language,roles', ...lines].join('\n');
    await load('offices', list('NL000510,NL,ROTTERDAM,NL,DEP DES', 'NL000511,NL,MOERDIJK,NL,DEP'));
    await load('offices', list('NL000510,NL,ROTTERDAM HAVEN,NL,DEP DES'), { validFrom: '2026-12-01' });
    const found = await db().select().from(offices).where(like(offices.id, 'NL0005%')).orderBy(asc(offices.id));
    expect(found).toMatchObject([
      { id: 'NL000510', name: 'ROTTERDAM HAVEN', country: 'NL', validFrom: '2026-11-01', validTo: null },
      { id: 'NL000511', name: 'MOERDIJK', validFrom: '2026-11-01', validTo: '2026-11-30' },
    ]);
    const [own] = await db().select().from(offices).where(eq(offices.id, 'NLRTM'));
    expect(own).toMatchObject({ validTo: null });
  });

  it('keeps exceptions of a control that its layout has no column for', async () => {
    await load(
      'controls',
      'control,description,status,hs_indicative,keywords,basis\nweapons,Weapons,prohibited,9301,pistol,National law\n',
    );
    const [row] = await db()
      .select()
      .from(parameters)
      .where(
        and(eq(parameters.kind, 'control'), eq(parameters.key, 'weapons'), eq(parameters.validFrom, '2026-11-01')),
      );
    expect(row?.value).toMatchObject({ words: ['pistol'], unless: expect.arrayContaining(['toy', 'water']) });
  });

  it('that was loaded is not mixed with our own list at the next start', async () => {
    await load('currencies', 'code,numeric,name,minor_unit\nEUR,978,Euro,2\nUSD,840,US Dollar,2\n');
    await inTransaction((tx) => seedReference(tx));
    const { rows } = await listRows(auditor, 'currencies', { day: '2026-11-25', find: '', after: null });
    expect(rows.map(({ key }) => key)).toEqual(['EUR', 'USD']);
  });
});

describe('who looks after the lists', () => {
  it('sees each with its rows, its editions and who loaded it', async () => {
    await load('countries', 'alpha2,alpha3,numeric,name_display\nNL,NLD,528,Netherlands\n', { edition: 'one country' });
    const [countries] = (await listLists(auditor)).filter(({ kind }) => kind === 'countries');
    expect(countries).toMatchObject({ rows: 3, lastLoad: { by: admin.name } });
    expect(countries?.origins.map(({ edition, rows }) => [edition, rows])).toEqual([
      ['2026-05', 2],
      ['one country', 1],
    ]);
  });

  it('finds a row by the beginning of its code or by what it says, page by page', async () => {
    await load(
      'hs',
      'code,level,parent,section,description,special\n61,2,,XI,Knitted things,\n6109,4,61,XI,Singlets,\n',
    );
    const at = (find: string, day = dayOf(new Date())) => listRows(auditor, 'hs', { day, find, after: null });
    expect((await at('61')).rows.map(({ key }) => key)).toEqual(['61', '6109']);
    expect((await at('singlet')).rows.map(({ key }) => key)).toEqual(['6109']);
    expect((await at('%')).rows).toEqual([]);
    const past = await listRows(auditor, 'hs', { day: '2026-10-31', find: '', after: null });
    expect(past.rows).toHaveLength(50);
    const next = await listRows(auditor, 'hs', { day: '2026-10-31', find: '', after: past.next });
    expect(next.rows[0]?.key.localeCompare(past.next ?? '')).toBe(1);
  });

  it('sees the history, the latest first, and files nobody decided about are thrown away after a week', async () => {
    const old = await previewLoad(
      admin,
      { kind: 'tariff', series: null, edition: 'old', validFrom: '2026-11-01', fileName: 'old.csv' },
      { body: oneByOne(Buffer.from(tariff('610499,1,exact,'))), announcedBytes: null },
      new Date(Date.now() - 8 * 86_400_000),
    );
    for (let rate = 1; rate <= 20; rate += 1) await look('tariff', tariff(`610499,${rate},exact,`));
    expect(await getLoad(auditor, old.loadId)).toMatchObject({ status: 'discarded', settledBy: 'Luxor' });
    expect(await db().select().from(loadChunks).where(eq(loadChunks.loadId, old.loadId))).toEqual([]);
    const { rows, next } = await listLoads(auditor, null);
    expect(rows).toHaveLength(20);
    expect(rows[0]?.previewedAt.localeCompare(rows[1]?.previewedAt ?? '')).toBeGreaterThanOrEqual(0);
    expect(next).not.toBeNull();
  });
});
