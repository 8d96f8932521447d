import 'server-only';
import type { OAuthConfig } from 'next-auth/providers/oauth';
import type { Env } from '@/lib/kernel/env';

export const OIDC_PROVIDER_ID = 'oidc';

/** A provider that wakes up slowly is waited for; the library's own limit is three and a half seconds. */
const ANSWER_MS_MAX = 10_000;

/** The provider's clock may be ahead of ours. */
const CLOCKS_APART_MS = 60_000;

type OidcProfile = { sub: string; email?: string; email_verified?: boolean };
type Claims = OidcProfile & { iss: string; auth_time?: number };

/** The administration's own identity provider. Who comes through it must already have an account under the verified e-mail address. */
export function oidcProvider(oidc: NonNullable<Env['oidc']>): OAuthConfig<OidcProfile> {
  const issuer = withoutSlash(oidc.issuer);
  return {
    id: OIDC_PROVIDER_ID,
    name: 'OpenID Connect',
    type: 'oauth',
    wellKnown: `${issuer}/.well-known/openid-configuration`,
    issuer: oidc.issuer,
    clientId: oidc.clientId,
    clientSecret: oidc.clientSecret,
    // The person proves who they are anew, whoever left the provider's session open on this machine (OpenID Connect Core 1.0, 3.1.2.1);
    // with `max_age` the id token tells when that was.
    authorization: { params: { scope: 'openid email', prompt: 'login', max_age: 0 } },
    // The id token is checked, signature, issuer, audience, times and nonce, whether or not it carries the e-mail address.
    idToken: true,
    checks: ['pkce', 'state', 'nonce'],
    httpOptions: { timeout: ANSWER_MS_MAX },
    userinfo: {
      request: async ({ tokens, client }) => {
        const claims = claimsOf(tokens.id_token);
        // OpenID Connect Discovery 1.0, 4.3: the document must name the issuer it was asked of; the id token was held against it.
        if (withoutSlash(claims.iss) !== issuer) throw new Error(`The issuer is ${claims.iss}, not OIDC_ISSUER.`);
        // OpenID Connect Core 1.0, 5.4: with an access token given, the claims of a scope are to be had at the userinfo endpoint.
        const isTold = claims.email !== undefined && claims.email_verified !== undefined;
        if (isTold || !tokens.access_token || !client.issuer.metadata.userinfo_endpoint) return claims;
        const told = await client.userinfo<OidcProfile>(tokens.access_token);
        // 5.3.2: what is told of another subject must not be used.
        if (told.sub !== claims.sub) throw new Error('The userinfo endpoint told of another subject.');
        return told;
      },
    },
    profile: (profile) => ({ id: profile.sub, email: profile.email ?? null }),
  };
}

function withoutSlash(address: string): string {
  return address.replace(/\/$/, '');
}

/** What an id token says. Its signature was checked when it came. */
function claimsOf(idToken: string | undefined): Claims {
  const payload = idToken?.split('.')[1];
  if (!payload) throw new Error('The provider gave no id token.');
  return JSON.parse(Buffer.from(payload, 'base64url').toString('utf8')) as Claims;
}

/** When the person last proved to the provider who they are, as the id token of a sign-in tells; null where it does not, or tells of the future. */
export function provenAt(idToken: string | undefined, now: Date): Date | null {
  const { auth_time: seconds } = claimsOf(idToken);
  const at = typeof seconds === 'number' && Number.isFinite(seconds) ? new Date(seconds * 1000) : null;
  return at && at.getTime() <= now.getTime() + CLOCKS_APART_MS ? at : null;
}
