import 'server-only';
import type { OAuthConfig } from 'next-auth/providers/oauth';

export const OIDC_PROVIDER_ID = 'oidc';

type OidcProfile = { sub: string; email?: string; email_verified?: boolean };

/** The administration's own identity provider. Who comes through it must already have an account under the verified e-mail address. */
export function oidcProvider(oidc: {
  issuer: string;
  clientId: string;
  clientSecret: string;
}): OAuthConfig<OidcProfile> {
  return {
    id: OIDC_PROVIDER_ID,
    name: 'OpenID Connect',
    type: 'oauth',
    wellKnown: `${oidc.issuer.replace(/\/$/, '')}/.well-known/openid-configuration`,
    issuer: oidc.issuer,
    clientId: oidc.clientId,
    clientSecret: oidc.clientSecret,
    authorization: { params: { scope: 'openid email' } },
    idToken: true,
    checks: ['pkce', 'state', 'nonce'],
    profile: (profile) => ({ id: profile.sub, email: profile.email ?? null }),
  };
}
