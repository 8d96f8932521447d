import { randomUUID } from 'node:crypto';
import { NextRequest } from 'next/server';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { defineRoute } from '@/app/_server/define-route';
import { countApiCall } from '@/db/commands/identity/count-api-call';
import { createKey } from '@/db/commands/identity/create-key';
import { createPartner } from '@/db/commands/identity/create-partner';
import { db } from '@/db/connection';
import { setDatabaseUrl } from '@/db/env';
import { apiCalls } from '@/db/schema';
import type { Actor } from '@/lib/identity/actor';
import { ForbiddenError } from '@/lib/kernel/errors';
import { someone } from '../../support/a-desk';
import { useDatabase } from '../../support/database';

// The files of a worker share their modules: these are to be read anew with what is put in their place here.
vi.hoisted(() => vi.resetModules());
vi.mock('next-intl/server', () => ({
  getTranslations: async () => Object.assign((code: string) => code, { has: () => true }),
}));

const database = useDatabase();
beforeAll(() => {
  vi.stubEnv('LUXOR_API_RATE', '5');
  setDatabaseUrl(database.url());
});
afterAll(() => vi.unstubAllEnvs());

const aKeyHolder = (): Actor => ({ ...someone('partner', 'NLRTM'), kind: 'api_key', id: randomUUID() });
const at = (seconds: number) => new Date(Date.parse('2026-11-02T10:00:00Z') + seconds * 1000);

describe('calls of one key', () => {
  it('are let through up to the limit however many come at once, and the rest are told when to come again', async () => {
    const holder = aKeyHolder();
    // Each on a connection of its own, as from so many processes: the limit is one row of the database.
    const answers = await Promise.all(Array.from({ length: 20 }, () => countApiCall(holder, at(12))));
    expect(answers.filter((answer) => answer === null)).toHaveLength(5);
    expect(answers.find((answer) => answer !== null)).toEqual({ retryAfterSeconds: 48 });
  });

  it('begin anew with each minute, and those of another key are its own', async () => {
    const holder = aKeyHolder();
    for (let call = 0; call < 6; call += 1) await countApiCall(holder, at(59));
    expect(await countApiCall(holder, at(59))).toEqual({ retryAfterSeconds: 1 });
    expect(await countApiCall(aKeyHolder(), at(59))).toBeNull();
    expect(await countApiCall(holder, at(60))).toBeNull();
    // Minutes that are over go with the first call of the next.
    expect(await db().select({ calls: apiCalls.calls }).from(apiCalls).where(eq(apiCalls.keyId, holder.id))).toEqual([
      { calls: 1 },
    ]);
  });

  it('are not counted for who has no entrance', async () => {
    await expect(countApiCall({ ...aKeyHolder(), role: 'system' })).rejects.toThrow(ForbiddenError);
  });
});

it('a route answers 429 as a problem document with Retry-After, before it does anything', async () => {
  const admin = someone('admin', 'NLRTM');
  const { partnerId } = await createPartner(admin, { key: `p${randomUUID()}`, name: 'P', kind: 'post' });
  const { key } = await createKey(admin, { partnerId });
  let runs = 0;
  const route = defineRoute('intake.read', async () => {
    runs += 1;
    return Response.json({});
  });
  const call = () =>
    route(new NextRequest('http://localhost:3000/api/v1/x', { headers: { authorization: `Bearer ${key}` } }), {
      params: Promise.resolve({}),
    });
  vi.useFakeTimers({ toFake: ['Date'], now: at(0) });
  const answers: Response[] = [];
  for (let calls = 0; calls < 7; calls += 1) answers.push(await call());
  vi.useRealTimers();
  expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200, 429, 429]);
  expect(runs).toBe(5);
  const last = answers.at(-1);
  expect(last?.headers.get('retry-after')).toBe('60');
  expect(last?.headers.get('content-type')).toBe('application/problem+json');
  expect(await last?.json()).toMatchObject({ type: 'urn:luxor:problem:rate_limited', status: 429 });
});
