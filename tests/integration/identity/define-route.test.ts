import { NextRequest } from 'next/server';
import { encode } from 'next-auth/jwt';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { definePublicRoute, defineRoute } from '@/app/_server/define-route';
import { createKey } from '@/db/commands/identity/create-key';
import { createPartner } from '@/db/commands/identity/create-partner';
import { openSession } from '@/db/commands/identity/open-session';
import { setDatabaseUrl } from '@/db/env';
import { findSession } from '@/db/queries/identity/find-session';
import { seedReference } from '@/db/seed/reference';
import { inTransaction } from '@/db/transaction';
import type { Actor } from '@/lib/identity/actor';
import { InvalidInputError, NotFoundError, refuse } from '@/lib/kernel/errors';
import { someone } from '../../support/a-desk';
import { useDatabase } from '../../support/database';
import { aPerson, auditAbout } from '../../support/people';

// The files of a worker share their modules: these are to be read anew with what is put in their place here.
vi.hoisted(() => vi.resetModules());
const sent = vi.hoisted(() => ({ headers: new Headers(), cookie: '' }));
vi.mock('next/headers', () => ({
  headers: async () => sent.headers,
  cookies: async () => ({ get: (name: string) => (name === 'luxor.session' ? { value: sent.cookie } : undefined) }),
}));
vi.mock('next-intl/server', () => ({
  getTranslations: async () => Object.assign((code: string) => code, { has: () => true }),
}));

const database = useDatabase();
const secret = 'a test secret of thirty-two bytes or more';
const own = { origin: 'http://localhost:3000', host: 'localhost:3000', 'sec-fetch-site': 'same-origin' };

beforeAll(async () => {
  vi.stubEnv('NEXTAUTH_SECRET', secret);
  vi.stubEnv('NEXTAUTH_URL', 'http://localhost:3000');
  setDatabaseUrl(database.url());
  await inTransaction(seedReference);
});
afterAll(() => vi.unstubAllEnvs());

let actor: Actor;
beforeEach(async () => {
  const sessionId = await openSession((await aPerson()).id, 'password');
  const found = await findSession(sessionId, new Date());
  if (!found) throw new Error('not signed in');
  actor = found.actor;
  sent.headers = new Headers(own);
  sent.cookie = await encode({ token: { sid: sessionId }, secret });
});

describe('a route', () => {
  const context = { params: Promise.resolve({ id: 'x' }) };
  const call = (headers: Record<string, string> = {}, method = 'GET') =>
    new NextRequest('http://localhost:3000/api/v1/x', { method, headers });
  const who = defineRoute<{ id: string }>('intake.read', async ({ actor: { kind, partnerId }, params }) =>
    Response.json({ kind, partnerId, id: params.id }),
  );

  async function aKey() {
    const admin = someone('admin', 'NLRTM');
    const { partnerId } = await createPartner(admin, { key: `p${crypto.randomUUID()}`, name: 'P', kind: 'post' });
    return { partnerId, ...(await createKey(admin, { partnerId })) };
  }

  it('knows a partner by its key and a person by the session, and is never kept by a cache', async () => {
    const { key, partnerId } = await aKey();
    const byKey = await who(call({ authorization: `Bearer ${key}` }), context);
    expect(await byKey.json()).toEqual({ kind: 'api_key', partnerId, id: 'x' });
    expect(byKey.headers.get('cache-control')).toBe('no-store');
    expect(await (await who(call(), context)).json()).toMatchObject({ kind: 'user' });
  });

  it.each(['Bearer lux_x', 'Bearer', 'Basic YTpi', 'Bearer %', `Bearer lux_${'A'.repeat(43)}`])(
    'answers 401 to the key %j, though a session is there',
    async (authorization) => {
      const response = await who(call({ authorization }), context);
      expect(response.status).toBe(401);
      expect(response.headers.get('content-type')).toBe('application/problem+json');
      expect(response.headers.get('www-authenticate')).toContain('Bearer');
    },
  );

  it('answers 401 to nobody, and the public where it may', async () => {
    sent.cookie = '';
    expect((await who(call(), context)).status).toBe(401);
    const open = definePublicRoute(async ({ actor: caller }) => Response.json({ caller }));
    expect(await (await open(call(), { params: Promise.resolve({}) })).json()).toEqual({ caller: null });
  });

  it('answers 403 to a role without the permission and records the attempt', async () => {
    const forbidden = defineRoute('audit.read', async () => Response.json({}));
    expect((await forbidden(call(), { params: Promise.resolve({}) })).status).toBe(403);
    expect((await auditAbout('audit.read')).some(({ actorId }) => actorId === actor.id)).toBe(true);
  });

  it('takes a change on the strength of a cookie from our own pages only', async () => {
    expect((await who(call({ host: 'localhost:3000' }, 'POST'), context)).status).toBe(403);
    expect((await who(call(own, 'POST'), context)).status).toBe(200);
    const { key } = await aKey();
    expect((await who(call({ authorization: `Bearer ${key}` }, 'POST'), context)).status).toBe(200);
  });

  it.each([
    [new NotFoundError('submission'), 404, 'not_found'],
    [refuse('submission.open'), 409, 'refused'],
    [new InvalidInputError([{ code: 'required', severity: 'error', pointer: 'office' }]), 422, 'invalid_input'],
    [new TypeError('a secret'), 500, 'failed'],
  ])('answers %o with a problem document of status %i', async (error, status, kind) => {
    const log = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
    const failing = defineRoute('intake.read', async () => {
      throw error;
    });
    const response = await failing(call(), { params: Promise.resolve({}) });
    log.mockRestore();
    const body = await response.text();
    expect(response.status).toBe(status);
    expect(JSON.parse(body)).toMatchObject({ type: `urn:luxor:problem:${kind}`, status });
    expect(body).not.toContain('a secret');
  });
});
