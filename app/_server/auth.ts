import 'server-only';
import { randomBytes } from 'node:crypto';
import { cookies } from 'next/headers';
import type { AuthOptions, Profile } from 'next-auth';
import { decode, type JWTDecodeParams } from 'next-auth/jwt';
import CredentialsProvider from 'next-auth/providers/credentials';
import { checkCode } from '@/db/commands/identity/check-code';
import { checkPassword } from '@/db/commands/identity/check-password';
import { matchProviderPerson } from '@/db/commands/identity/match-provider-person';
import { openSession } from '@/db/commands/identity/open-session';
import { signOut } from '@/db/commands/identity/sign-out';
import { env, secretsInForce } from '@/db/env';
import { logLine, messageOf } from '@/db/log';
import { findSession } from '@/db/queries/identity/find-session';
import { deviceCookieName, deviceToken, KNOWN_DEVICE_SECONDS, knownDeviceKey } from '@/lib/identity/known-device';
import { safeCallback } from '@/lib/identity/safe-callback';
import { SESSION_LIFE_MS } from '@/lib/identity/session-life';
import { accountKeyOf, addressKeyOf, clientAddress } from '@/lib/identity/throttle';
import { OIDC_PROVIDER_ID, oidcProvider, provenAt } from './oidc';
import { browserOfRequest } from './counter-cookie';
import { authSecret, cookieOptions, publicUrl, sessionCookieName } from './session-cookie';

const LIFE_SECONDS = SESSION_LIFE_MS / 1000;

/** What the sign-in page is told; never why exactly, and never whether the account exists. */
class SignInRefused extends Error {}

const SECOND_REFUSED = { needed: 'code_needed', wrong: 'code_wrong', throttled: 'throttled' } as const;

/** Checks what was typed; failures leave as one of a few words, since next-auth puts the text of any error into the address. */
async function authorizePassword(
  credentials: { email?: string; password?: string; code?: string } | undefined,
  forwardedFor: string | null,
): Promise<{ id: string } | null> {
  const { email = '', password = '', code = '' } = credentials ?? {};
  if (!email || !password || email.length > 200) return null;
  const accountKey = accountKeyOf(email);
  const jar = await cookies();
  const cookieName = deviceCookieName(accountKey);
  const kept = jar.get(cookieName)?.value ?? null;
  const deviceKey = secretsInForce().reduce<string | null>(
    (found, secret) => found ?? knownDeviceKey(kept, accountKey, secret),
    null,
  );
  const addressKey = addressKeyOf(clientAddress(forwardedFor, env().trustedProxyCount));
  const answer = await checkPassword({ email, password, addressKey, deviceKey });
  if ('refused' in answer) throw new SignInRefused(answer.refused);
  const second = await checkCode({ userId: answer.userId, code, addressKey, deviceKey, passwordKey: accountKey });
  if ('refused' in second) throw new SignInRefused(SECOND_REFUSED[second.refused]);
  jar.set(cookieName, deviceToken(accountKey, randomBytes(16), authSecret()), {
    ...cookieOptions(),
    maxAge: KNOWN_DEVICE_SECONDS,
  });
  return { id: answer.userId };
}

function passwordProvider() {
  return CredentialsProvider({
    id: 'password',
    credentials: { email: { type: 'email' }, password: { type: 'password' }, code: { type: 'text' } },
    authorize: async (credentials, request) => {
      try {
        const forwardedFor: unknown = request.headers?.['x-forwarded-for'];
        return await authorizePassword(credentials, typeof forwardedFor === 'string' ? forwardedFor : null);
      } catch (error) {
        if (error instanceof SignInRefused) throw error;
        logLine('error', 'sign_in.failed', { name: error instanceof Error ? error.name : typeof error });
        throw new Error('failed');
      }
    },
  });
}

/** Finds the account of whom the identity provider signed in; a fault of our own leaves as one word, as above. */
async function matchProfile(profile: Profile | undefined): Promise<{ userId: string } | null> {
  try {
    const isVerified = (profile as { email_verified?: unknown } | undefined)?.email_verified === true;
    return await matchProviderPerson({ email: profile?.email ?? null, isVerified });
  } catch (error) {
    logLine('error', 'sign_in.failed', { name: error instanceof Error ? error.name : typeof error });
    throw new Error('failed');
  }
}

/**
 * What was wrong with the answer of an identity provider, for those who connect one: next-auth hands it over inside an object. An
 * error handed over bare comes from our own callbacks and may tell of people.
 */
function faultOfProvider(code: string, about: unknown): string | undefined {
  const error = code.includes('OAUTH') && !(about instanceof Error) && (about as { error?: unknown } | null)?.error;
  return error instanceof Error ? messageOf(error).slice(0, 300) : undefined;
}

/** Reads what an earlier secret signed as well, while it is being changed; next-auth signs by the present one. */
async function decodeByAny(given: JWTDecodeParams) {
  for (const secret of secretsInForce()) {
    const content = await decode({ ...given, secret }).catch(() => null);
    if (content) return content;
  }
  return null;
}

/**
 * The configuration of next-auth, made per request because the environment is not there while building. The token carries the id of a
 * row in identity.sessions and nothing else; everything about the person is read from our own tables at each request.
 */
export function authOptions(): AuthOptions {
  const oidc = env().oidc;
  return {
    secret: authSecret(),
    providers: [passwordProvider(), ...(oidc ? [oidcProvider(oidc)] : [])],
    session: { strategy: 'jwt', maxAge: LIFE_SECONDS },
    jwt: { maxAge: LIFE_SECONDS, decode: decodeByAny },
    pages: { signIn: '/sign-in', error: '/sign-in' },
    useSecureCookies: cookieOptions().secure,
    cookies: { sessionToken: { name: sessionCookieName(), options: cookieOptions() } },
    callbacks: {
      signIn: async ({ user, account, profile }) => {
        if (account?.provider !== OIDC_PROVIDER_ID) return true;
        const known = await matchProfile(profile);
        if (!known) return false;
        user.id = known.userId;
        return true;
      },
      jwt: async ({ token, user, account }) => {
        // `user` is there at the sign-in only: a new session id each time, whatever the browser held before.
        if (!user) return { sid: token.sid };
        const at = new Date();
        const isByProvider = account?.provider === OIDC_PROVIDER_ID;
        const confirmedAt = isByProvider ? provenAt(account.id_token, at) : at;
        const from = { ...(await browserOfRequest()), confirmedAt };
        return { sid: await openSession(user.id, isByProvider ? 'oidc' : 'password', at, from) };
      },
      session: ({ session }) => ({ expires: session.expires }),
      redirect: ({ url }) => {
        const base = publicUrl();
        return base + safeCallback(url.startsWith(`${base}/`) ? url.slice(base.length) : url);
      },
    },
    events: {
      signOut: async ({ token }) => {
        const signedIn = typeof token?.sid === 'string' ? await findSession(token.sid, new Date()) : null;
        if (signedIn) await signOut(signedIn.actor);
      },
    },
    logger: {
      error: (code, about) => logLine('error', 'next_auth', { code, message: faultOfProvider(code, about) }),
      warn: (code) => logLine('warn', 'next_auth', { code }),
      debug: () => undefined,
    },
  };
}
