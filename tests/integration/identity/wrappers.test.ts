import { NextRequest } from 'next/server';
import { encode } from 'next-auth/jwt';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { z } from 'zod';
import { defineAction } from '@/app/_server/define-action';
import { definePublicRoute, defineRoute } from '@/app/_server/define-route';
import { IDLE } from '@/components/forms/action-state';
import { createKey } from '@/db/commands/identity/create-key';
import { createPartner } from '@/db/commands/identity/create-partner';
import { openSession } from '@/db/commands/identity/open-session';
import { signOut } from '@/db/commands/identity/sign-out';
import { setDatabaseUrl } from '@/db/env';
import { findSession } from '@/db/queries/identity/find-session';
import { seedReference } from '@/db/seed/reference';
import { inTransaction } from '@/db/transaction';
import type { Actor } from '@/lib/identity/actor';
import { ForbiddenError, InvalidInputError, NotFoundError, refuse } from '@/lib/kernel/errors';
import { someone } from '../../support/a-desk';
import { useDatabase } from '../../support/database';
import { aPerson, auditAbout } from '../../support/people';

const sent = vi.hoisted(() => ({ headers: new Headers(), cookie: '', refreshed: 0 }));
vi.mock('next/headers', () => ({
  headers: async () => sent.headers,
  cookies: async () => ({ get: (name: string) => (name === 'luxor.session' ? { value: sent.cookie } : undefined) }),
}));
vi.mock('next/cache', () => ({
  refresh: () => {
    sent.refreshed += 1;
  },
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
  sent.refreshed = 0;
});

const schema = z.object({
  id: z.string().min(1),
  count: z.coerce.number().int().optional(),
  tags: z.array(z.string()).optional(),
});
const form = (...fields: [string, string][]) => {
  const data = new FormData();
  for (const [name, value] of fields) data.append(name, value);
  return data;
};

describe('an action', () => {
  const echo = defineAction(schema, async (who, input) => ({ data: { by: who.id, ...input } }), {
    attempt: 'clearance.release',
    refresh: true,
  });

  it('runs for the person of the session with what the form says, and renders anew', async () => {
    const state = await echo(IDLE, form(['id', 'x'], ['count', '3'], ['tags', 'one'], ['$ACTION_ID_1', '']));
    expect(state).toEqual({
      status: 'ok',
      message: undefined,
      data: { by: actor.id, id: 'x', count: 3, tags: ['one'] },
    });
    expect(sent.refreshed).toBe(1);
    expect(await echo(IDLE, { id: 'y' })).toMatchObject({ status: 'ok', data: { id: 'y' } });
  });

  it('takes no field it does not know, and no file', async () => {
    expect(await echo(IDLE, form(['id', 'x'], ['role', 'admin']))).toMatchObject({
      status: 'invalid',
      fieldErrors: { '': ['unknown_field'] },
    });
    const withFile = form(['id', 'x']);
    withFile.append('id', new File(['x'], 'x.txt'));
    expect(await echo(IDLE, withFile)).toMatchObject({ status: 'invalid', fieldErrors: { '': ['file_not_taken'] } });
    expect(sent.refreshed).toBe(0);
  });

  it('names each field that does not fit and gives back what was typed, passwords excepted', async () => {
    const action = defineAction(
      z.object({ email: z.email('email'), newPassword: z.string().min(10, 'too_few_characters') }),
      async () => undefined,
      { attempt: 'identity.self' },
    );
    expect(await action(IDLE, form(['email', 'nonsense'], ['newPassword', 'short']))).toEqual({
      status: 'invalid',
      fieldErrors: { email: ['email'], newPassword: ['too_few_characters'] },
      values: { email: 'nonsense' },
    });
    expect(await action(IDLE, form())).toMatchObject({
      fieldErrors: { email: ['required'], newPassword: ['required'] },
    });
  });

  it.each([
    ['another site', { ...own, origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' }],
    ['a sibling subdomain', { ...own, 'sec-fetch-site': 'same-site' }],
    ['nowhere', { host: 'localhost:3000' }],
    ['an opaque origin', { host: 'localhost:3000', origin: 'null' }],
    [
      'a forged forwarded host',
      { origin: 'https://evil.example', host: 'localhost:3000', 'x-forwarded-host': 'evil.example' },
    ],
  ])('is not carried out for %s', async (_title, headers) => {
    sent.headers = new Headers(headers);
    expect(await echo(IDLE, { id: 'x' })).toEqual({ status: 'refused', reasons: [{ code: 'cross_site' }] });
  });

  it('is refused from the moment the session ends, and to nobody and forged tokens', async () => {
    const signedOut = { status: 'refused', reasons: [{ code: 'signed_out' }] };
    await signOut(actor);
    expect(await echo(IDLE, { id: 'x' })).toEqual(signedOut);
    for (const cookie of ['', 'nonsense', await encode({ token: { sid: actor.sessionId }, secret: `${secret}!` })]) {
      sent.cookie = cookie;
      expect(await echo(IDLE, { id: 'x' })).toEqual(signedOut);
    }
  });

  it.each([
    ['a refusal', () => refuse('hold.open'), 'hold.open'],
    ['a missing permission', () => new ForbiddenError('clearance.release'), 'forbidden'],
    ['something foreign', () => new NotFoundError('consignment'), 'not_found'],
  ])('gives %s as a reason and records the attempt after the rollback', async (_title, failure, code) => {
    const id = crypto.randomUUID();
    const action = defineAction(
      schema,
      async () => {
        throw failure();
      },
      { attempt: 'clearance.release', subject: (input) => ({ type: 'consignment', id: input.id }) },
    );
    expect(await action(IDLE, { id })).toEqual({ status: 'refused', reasons: [{ code }] });
    expect(await auditAbout(id)).toMatchObject([
      { action: 'attempt.refused', actorId: actor.id, details: { attempt: 'clearance.release', reasons: [code] } },
    ]);
  });

  it('shows the problems a command names beside their fields', async () => {
    const problem = { code: 'unknown_office', severity: 'error', pointer: 'officeIds.0' } as const;
    const action = defineAction(
      schema,
      async () => {
        throw new InvalidInputError([problem]);
      },
      { attempt: 'admin.users' },
    );
    expect(await action(IDLE, { id: 'x' })).toMatchObject({ fieldErrors: { 'officeIds.0': ['unknown_office'] } });
  });

  it('throws on what nobody expected, and logs neither its text nor what was typed', async () => {
    const written: string[] = [];
    const log = vi.spyOn(process.stderr, 'write').mockImplementation((text) => {
      written.push(String(text));
      return true;
    });
    const action = defineAction(
      schema,
      async () => {
        throw new TypeError('secret of Anna Kowalska');
      },
      { attempt: 'clearance.release' },
    );
    await expect(action(IDLE, { id: 'Anna Kowalska' })).rejects.toThrow(TypeError);
    log.mockRestore();
    expect(written.join('')).toContain('action.failed');
    expect(written.join('')).not.toContain('Kowalska');
  });
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
