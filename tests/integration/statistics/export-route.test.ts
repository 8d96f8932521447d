import { parse } from 'csv-parse/sync';
import { strFromU8, unzipSync } from 'fflate';
import { parquetMetadata, parquetReadObjects } from 'hyparquet';
import { desc, eq } from 'drizzle-orm';
import { NextRequest } from 'next/server';
import { encode } from 'next-auth/jwt';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import * as exports from '@/app/api/exports/[dataset]/route';
import { openSession } from '@/db/commands/identity/open-session';
import { db } from '@/db/connection';
import { setDatabaseUrl } from '@/db/env';
import { auditLog } from '@/db/schema';
import type { Role } from '@/lib/identity/roles';
import { consignmentsLike, receivedAt, withItems } from '../../support/a-consignment';
import { aDesk } from '../../support/a-desk';
import { useDatabase } from '../../support/database';
import { aPerson } from '../../support/people';

// The files of a worker share their modules: these are to be read anew with what is put in their place here.
vi.hoisted(() => vi.resetModules());
const sent = vi.hoisted(() => ({ headers: new Headers(), cookie: '' }));
vi.mock('next/headers', () => ({
  headers: async () => sent.headers,
  cookies: async () => ({ get: (name: string) => (name === 'luxor.session' ? { value: sent.cookie } : undefined) }),
}));
vi.mock('next-intl/server', () => ({
  getTranslations: async () => Object.assign((code: string) => code, { has: () => true, raw: (code: string) => code }),
  getLocale: async () => 'en-GB',
}));

const database = useDatabase();
const secret = 'a test secret of thirty-two bytes or more';

beforeAll(async () => {
  vi.stubEnv('NEXTAUTH_SECRET', secret);
  vi.stubEnv('NEXTAUTH_URL', 'http://localhost:3000');
  setDatabaseUrl(database.url());
  const desk = await aDesk();
  for (const [originCountry, count] of [
    ['CN', 12],
    ['TR', 3],
  ] as const)
    await consignmentsLike(desk, count, receivedAt(new Date()), withItems({ originCountry }));
});
afterAll(() => vi.unstubAllEnvs());

async function signIn(role: Role): Promise<string> {
  const { id } = await aPerson({ role });
  sent.cookie = await encode({ token: { sid: await openSession(id, 'password') }, secret });
  return id;
}
const ask = (query: string, dataset = 'pivot') =>
  exports.GET(new NextRequest(`http://localhost:3000/api/exports/${dataset}?${query}`), {
    params: Promise.resolve({ dataset }),
  });
const QUESTION = 'period=last7&rows=origin&figures=items&figures=value&compare=none';
const lastExport = async (actorId: string) =>
  (await db().select().from(auditLog).where(eq(auditLog.actorId, actorId)).orderBy(desc(auditLog.at))).find(
    ({ action }) => action === 'statistics.export',
  )?.details;

describe('a table of the explorer as a file', () => {
  it('holds the same rows as CSV, JSON, Parquet and Excel, with what they are', async () => {
    await signIn('analyst');
    const [heads = [], ...lines] = parse(await (await ask(QUESTION)).text()) as string[][];
    expect(lines.map(([line, origin, , members, items]) => [line, origin, members, items])).toEqual([
      ['member', 'CN', '1', '12'],
      ['member', 'TR', '1', '3'],
      ['total', '', '', '15'],
    ]);
    const json = await (await ask(`${QUESTION}&format=json`)).json();
    expect(
      json.lines.map((line: Record<string, string>) => json.columns.map((name: string) => line[name] ?? '')),
    ).toEqual(lines.map((line) => json.columns.map((name: string) => line[heads.indexOf(name)])));
    expect(json).toMatchObject({
      days_to: lines[0]?.[heads.indexOf('days_to')],
      filter: lines[0]?.[heads.indexOf('filter')],
    });

    const file = await (await ask(`${QUESTION}&format=parquet`)).arrayBuffer();
    const rows = await parquetReadObjects({ file });
    expect(rows.map(({ items }) => Number(items))).toEqual(lines.map((line) => Number(line[heads.indexOf('items')])));
    expect(parquetMetadata(file).key_value_metadata?.map(({ key }) => key)).toContain('definitions');

    const book = unzipSync(new Uint8Array(await (await ask(`${QUESTION}&format=xlsx`)).arrayBuffer()));
    const sheet = strFromU8(book['xl/worksheets/sheet1.xml'] as Uint8Array);
    expect([...sheet.matchAll(/<row /g)]).toHaveLength(1 + lines.length);
    expect(sheet).not.toContain('<f>');
    expect(strFromU8(book['xl/worksheets/sheet2.xml'] as Uint8Array)).toContain('days_from');
  });

  it('is named by its format, and leaves a row that says so', async () => {
    const id = await signIn('supervisor');
    const answer = await ask(`${QUESTION}&format=parquet`);
    expect(answer.headers.get('content-type')).toBe('application/vnd.apache.parquet');
    expect(answer.headers.get('content-disposition')).toMatch(/^attachment; filename="luxor-pivot-.*\.parquet"$/);
    expect(await lastExport(id)).toMatchObject({ figures: ['items', 'value'], format: 'parquet' });
    expect((await ask(`${QUESTION}&format=exe`)).status).toBe(404);
  });

  it('is refused to who reads no statistics, and what an analyst asks of few is noted once with the count of the file itself', async () => {
    await signIn('officer');
    expect((await ask(QUESTION)).status).toBe(403);
    const id = await signIn('analyst');
    for (const format of ['csv', 'json'])
      expect((await ask(`${QUESTION}&origin=TR&format=${format}`)).status).toBe(200);
    expect((await ask('period=last7&origin=TR', 'series')).status).toBe(200);
    const noted = (await db().select().from(auditLog).where(eq(auditLog.actorId, id))).filter(
      ({ action }) => action === 'statistics.ask_narrowly',
    );
    expect(noted.map(({ details }) => details.consignments)).toEqual([3]);
  });
});
