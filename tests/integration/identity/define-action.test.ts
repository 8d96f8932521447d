import { encode } from 'next-auth/jwt';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { z } from 'zod';
import { defineAction } from '@/app/_server/define-action';
import { IDLE } from '@/components/forms/action-state';
import { openSession } from '@/db/commands/identity/open-session';
import { signOut } from '@/db/commands/identity/sign-out';
import { setDatabaseUrl } from '@/db/env';
import { findSession } from '@/db/queries/identity/find-session';
import { seedReference } from '@/db/seed/reference';
import { inTransaction } from '@/db/transaction';
import type { Actor } from '@/lib/identity/actor';
import { ForbiddenError, InvalidInputError, NotFoundError, refuse } from '@/lib/kernel/errors';
import { useDatabase } from '../../support/database';
import { aPerson, auditAbout } from '../../support/people';

// The files of a worker share their modules: these are to be read anew with what is put in their place here.
vi.hoisted(() => vi.resetModules());
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

  it('runs for no role that lacks its permission, and records on what it was tried', async () => {
    const id = crypto.randomUUID();
    const action = defineAction(schema, async () => ({ data: 'ran' }), {
      attempt: 'admin.users',
      subject: (input) => ({ type: 'user', id: input.id }),
    });
    const forbidden = { status: 'refused', reasons: [{ code: 'forbidden' }] };
    expect(await action(IDLE, { id })).toEqual(forbidden);
    expect(await action(IDLE, { id, count: 'many' })).toEqual(forbidden);
    expect(await auditAbout(id)).toMatchObject([{ details: { attempt: 'admin.users', reasons: ['forbidden'] } }]);
  });

  it('shows the problems a command names beside their fields', async () => {
    const problem = { code: 'unknown_office', severity: 'error', pointer: 'officeIds.0' } as const;
    const action = defineAction(
      schema,
      async () => {
        throw new InvalidInputError([problem]);
      },
      { attempt: 'clearance.release' },
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
