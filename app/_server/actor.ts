import 'server-only';
import { cookies, headers } from 'next/headers';
import { notFound, redirect } from 'next/navigation';
import { decode } from 'next-auth/jwt';
import { cache } from 'react';
import { touch } from '@/db/commands/identity/touch';
import { findSession, type SignedIn } from '@/db/queries/identity/find-session';
import type { Actor } from '@/lib/identity/actor';
import { can, type Permission } from '@/lib/identity/permissions';
import { safeCallback } from '@/lib/identity/safe-callback';
import { isTouchDue } from '@/lib/identity/session-life';
import { UnauthenticatedError } from '@/lib/kernel/errors';
import { env, secretsInForce } from '@/db/env';
import { routes } from './routes';
import { sessionCookieName } from './session-cookie';

const SESSION_ID = /^[A-Za-z0-9_-]{43}$/;

/** The session id inside a token; null when the token is not ours or too old. */
async function sessionIdOf(token: string | undefined): Promise<string | null> {
  if (!token) return null;
  for (const secret of secretsInForce()) {
    try {
      const content = await decode({ token, secret });
      return typeof content?.sid === 'string' && SESSION_ID.test(content.sid) ? content.sid : null;
    } catch {
      // A token that none of the secrets decrypts says nothing: nobody is signed in.
    }
  }
  return null;
}

/** The session of the request, looked up once; the look itself does not count as use. */
export const peekSignedIn = cache(async (): Promise<SignedIn | null> => {
  const sessionId = await sessionIdOf((await cookies()).get(sessionCookieName())?.value);
  return sessionId ? findSession(sessionId, new Date()) : null;
});

/** Who is signed in, and a note that they are still there; null for nobody. */
export const findSignedIn = cache(async (): Promise<SignedIn | null> => {
  const signedIn = await peekSignedIn();
  const now = new Date();
  if (signedIn && isTouchDue(signedIn.lastSeenAt, now)) await touch(signedIn.actor, now);
  return signedIn;
});

/**
 * Whether the person must set up a second factor before anything else. It is demanded where we check the password ourselves; an identity
 * provider sees to its own.
 */
export function mustEnrol({ actor, hasPassword, hasTotp }: SignedIn): boolean {
  return hasPassword && !hasTotp && (env().totpRoles as readonly string[]).includes(actor.role);
}

/** The actor of this request, or null. */
export async function findActor(): Promise<Actor | null> {
  return (await findSignedIn())?.actor ?? null;
}

/** The actor of this request. @throws UnauthenticatedError when nobody is signed in */
export async function getActor(): Promise<Actor> {
  const actor = await findActor();
  if (!actor) throw new UnauthenticatedError();
  return actor;
}

/**
 * For pages and layouts: sends people who are not signed in to the sign-in and back afterwards; without the permission the page does
 * not exist for them; who must set up a second factor first is shown their account. Queries check again.
 */
export async function requireActor(permission?: Permission): Promise<Actor> {
  const signedIn = await requireSignedIn();
  const { actor } = signedIn;
  if (permission && permission !== 'identity.self' && mustEnrol(signedIn)) redirect(routes.account());
  if (permission && !can(actor, permission)) notFound();
  return actor;
}

/** The same with what the shell shows of the person. */
export async function requireSignedIn(): Promise<SignedIn> {
  const signedIn = await findSignedIn();
  if (signedIn) return signedIn;
  redirect(routes.signIn(safeCallback(await currentPath())));
}

/** The path of a page request, as the proxy noted it; a prefetch passes by the proxy and names the page it came from. */
async function currentPath(): Promise<string | null> {
  const sent = await headers();
  return sent.get('x-luxor-path') ?? sent.get('next-url');
}
