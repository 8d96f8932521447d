import { NextRequest } from 'next/server';
import { describe, expect, it, vi } from 'vitest';
import { z } from 'zod';
import { requireActor } from '@/app/_server/actor';
import { defineAction } from '@/app/_server/define-action';
import { defineRoute } from '@/app/_server/define-route';
import { IDLE } from '@/components/forms/action-state';
import type { Actor } from '@/lib/identity/actor';
import { PERMISSIONS, type Permission } from '@/lib/identity/permissions';
import { type ActingRole, ROLES } from '@/lib/identity/roles';
import { someoneOf } from './entrances';

const sent = vi.hoisted(() => ({ actor: null as Actor | null }));
vi.mock('next/headers', () => ({
  headers: async () =>
    new Headers({ origin: 'http://luxor.test', host: 'luxor.test', 'sec-fetch-site': 'same-origin' }),
  cookies: async () => ({ get: () => ({ value: 'a token' }) }),
}));
vi.mock('next/navigation', () => ({
  RedirectType: { push: 'push' },
  redirect: () => {
    throw new Error('to the sign-in');
  },
  notFound: () => {
    throw new Error('not found');
  },
}));
vi.mock('next-auth/jwt', () => ({ decode: async () => ({ sid: 'x'.repeat(43) }) }));
vi.mock('next-intl/server', () => ({
  getTranslations: async () => Object.assign((code: string) => code, { has: () => true }),
}));
// Whether there is a session, and what must be set up first, is asked of the settings.
vi.stubEnv('NEXTAUTH_SECRET', 'a test secret of thirty-two bytes or more');
vi.mock('@/app/_server/session-cookie', () => ({
  sessionCookieName: () => 'session',
  publicUrl: () => 'http://luxor.test',
}));
vi.mock('@/db/queries/identity/find-session', () => ({
  findSession: async () => (sent.actor ? { actor: sent.actor, lastSeenAt: new Date() } : null),
}));
vi.mock('@/db/commands/identity/record-refused-attempt', () => ({ recordRefusedAttempt: async () => undefined }));

const ACTING: readonly ActingRole[] = [...ROLES, 'system', 'sandbox'];
const GUARDS = Object.keys(PERMISSIONS) as Permission[];

/** What one of each role, and nobody, meets under each permission, and what the table of permissions says. */
async function meetAll(
  meet: (permission: Permission) => Promise<string>,
  words: { in: string; out: string; nobody: string },
) {
  const wrong: string[] = [];
  for (const permission of GUARDS) {
    for (const role of [...ACTING, null]) {
      sent.actor = role ? someoneOf(role) : null;
      const isCarried = role !== null && (PERMISSIONS[permission] as readonly string[]).includes(role);
      const expected = role === null ? words.nobody : isCarried ? words.in : words.out;
      const met = await meet(permission);
      if (met !== expected) wrong.push(`${permission} by ${role ?? 'nobody'}: ${met}, not ${expected}`);
    }
  }
  return wrong;
}

const met = (act: () => Promise<unknown>) =>
  act().then(
    () => 'in',
    (error: Error) => error.message,
  );

describe('of every role, and of nobody, under every permission', () => {
  it('a page lets in who carries it, is not there for others, and sends nobody to the sign-in', async () => {
    const wrong = await meetAll((permission) => met(() => requireActor(permission)), {
      ...{ in: 'in', out: 'not found', nobody: 'to the sign-in' },
    });
    expect(wrong).toEqual([]);
  });

  it('an action runs for who carries it, and tells nobody else what of the input does not fit', async () => {
    const action = (permission: Permission) =>
      defineAction(z.object({ id: z.string() }), async () => undefined, { attempt: permission });
    const words = { in: 'ok', out: 'forbidden', nobody: 'signed_out' };
    const outcome = (state: Awaited<ReturnType<ReturnType<typeof action>>>) =>
      state.status === 'refused' ? (state.reasons[0]?.code ?? '') : state.status;
    expect(await meetAll(async (one) => outcome(await action(one)(IDLE, { id: 'x' })), words)).toEqual([]);
    const unfit = async (one: Permission) => outcome(await action(one)(IDLE, new FormData()));
    expect(await meetAll(unfit, { ...words, in: 'invalid' })).toEqual([]);
  });

  it('a route answers who carries it, 403 to others, and 401 to nobody', async () => {
    const answer = async (permission: Permission) => {
      const route = defineRoute(permission, async () => new Response('data'));
      const request = new NextRequest('http://luxor.test/api/x');
      const response = await route(request, { params: Promise.resolve({}) });
      return `${response.status}${(await response.text()) === 'data' ? ' data' : ''}`;
    };
    expect(await meetAll(answer, { in: '200 data', out: '403', nobody: '401' })).toEqual([]);
  });
});
