import { NextRequest } from 'next/server';
import { encode } from 'next-auth/jwt';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { z } from 'zod';
import { requireActor, requireSignedIn } from '@/app/_server/actor';
import { authOptions } from '@/app/_server/auth';
import { defineAction } from '@/app/_server/define-action';
import { defineRoute } from '@/app/_server/define-route';
import { IDLE } from '@/components/forms/action-state';
import { openSession } from '@/db/commands/identity/open-session';
import { setDatabaseUrl } from '@/db/env';
import { seedReference } from '@/db/seed/reference';
import { inTransaction } from '@/db/transaction';
import { refuse } from '@/lib/kernel/errors';
import { useDatabase } from '../../support/database';
import { aPerson, auditAbout } from '../../support/people';

// The files of a worker share their modules: these are to be read anew with what is put in their place here.
vi.hoisted(() => vi.resetModules());
const sent = vi.hoisted(() => ({ headers: new Headers(), cookie: '' }));
vi.mock('next/headers', () => ({
  headers: async () => sent.headers,
  cookies: async () => ({ get: (name: string) => (name === 'luxor.session' ? { value: sent.cookie } : undefined) }),
}));
vi.mock('next/navigation', () => ({
  RedirectType: { push: 'push' },
  redirect: (to: string) => {
    throw new Error(`to ${to}`);
  },
  notFound: () => {
    throw new Error('not found');
  },
}));
vi.mock('next-intl/server', () => ({
  getTranslations: async () => Object.assign((code: string) => code, { has: () => true }),
}));

const database = useDatabase();
const [present, next] = [
  'the present secret of thirty-two bytes or more',
  'the next secret of thirty-two bytes or even more',
];
function configure(settings: Readonly<Record<string, string>>): void {
  for (const [key, value] of Object.entries(settings)) vi.stubEnv(key, value);
  setDatabaseUrl(database.url());
}
const plain = {
  NEXTAUTH_SECRET: present,
  NEXTAUTH_SECRET_PREVIOUS: '',
  NEXTAUTH_URL: 'http://localhost:3000',
  LUXOR_TOTP_ROLES: '',
};
beforeAll(async () => {
  configure(plain);
  await inTransaction(seedReference);
});
afterAll(() => vi.unstubAllEnvs());
beforeEach(() => {
  configure(plain);
  sent.headers = new Headers({
    origin: 'http://localhost:3000',
    host: 'localhost:3000',
    'sec-fetch-site': 'same-origin',
  });
});

/** Signs an officer in whose token is signed by one of the secrets; gives the id. */
async function signIn(secret: string, person: { password?: string } = { password: 'a long enough password' }) {
  const { id } = await aPerson(person);
  sent.cookie = await encode({ token: { sid: await openSession(id, 'password') }, secret });
  return id;
}

describe('a role that must have a second factor', () => {
  const act = defineAction(z.object({}), async () => undefined, { attempt: 'clearance.claim' });
  const own = defineAction(z.object({}), async () => undefined, { attempt: 'identity.self' });
  const read = defineRoute('consignment.read', async () => Response.json({}), { background: true });
  const call = () => read(new NextRequest('http://localhost:3000/api/x'), { params: Promise.resolve({}) });

  it('sees its account and nothing else until there is one', async () => {
    await signIn(present);
    configure({ LUXOR_TOTP_ROLES: 'officer,admin' });
    expect(await act(IDLE, {})).toEqual({ status: 'refused', reasons: [{ code: 'totp.demanded' }] });
    expect(await own(IDLE, {})).toMatchObject({ status: 'ok' });
    expect((await call()).status).toBe(403);
    await expect(requireActor('clearance.queue')).rejects.toThrow('to /account');
    await expect(requireSignedIn()).resolves.toMatchObject({ hasTotp: false });
  });

  it('is left alone where the role need not, and where an identity provider sees to it', async () => {
    await signIn(present);
    configure({ LUXOR_TOTP_ROLES: 'admin' });
    expect(await act(IDLE, {})).toMatchObject({ status: 'ok' });
    await signIn(present, {});
    configure({ LUXOR_TOTP_ROLES: 'officer' });
    expect(await act(IDLE, {})).toMatchObject({ status: 'ok' });
    expect((await call()).status).toBe(200);
  });
});

describe('being asked who one is', () => {
  it('is told to the page, and is no refused attempt', async () => {
    const id = await signIn(present);
    const asks = defineAction(
      z.object({}),
      async () => {
        throw refuse('confirmation_needed');
      },
      { attempt: 'clearance.decide', subject: () => ({ type: 'user', id }) },
    );
    expect(await asks(IDLE, {})).toEqual({ status: 'refused', reasons: [{ code: 'confirmation_needed' }] });
    expect(await auditAbout(id)).toEqual([]);
  });
});

describe('the secret of the application, while it is changed', () => {
  it('goes on to verify what it signed, and no longer than that', async () => {
    const id = await signIn(present);
    configure({ NEXTAUTH_SECRET: next, NEXTAUTH_SECRET_PREVIOUS: present });
    expect((await requireSignedIn()).actor.id).toBe(id);
    configure({ NEXTAUTH_SECRET: next, NEXTAUTH_SECRET_PREVIOUS: '' });
    await expect(requireSignedIn()).rejects.toThrow('to /sign-in');
  });

  it('signs nothing any more: next-auth is given the new one, and reads by both', async () => {
    configure({ NEXTAUTH_SECRET: next, NEXTAUTH_SECRET_PREVIOUS: present });
    const { secret, jwt } = authOptions();
    expect(secret).toBe(next);
    const token = await encode({ token: { sid: 'x' }, secret: present });
    expect(await jwt?.decode?.({ token, secret: next })).toMatchObject({ sid: 'x' });
    const foreign = await encode({ token: { sid: 'x' }, secret: 'a secret that was never one of ours' });
    expect(await jwt?.decode?.({ token: foreign, secret: next })).toBeNull();
  });
});
