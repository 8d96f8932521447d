import 'server-only';
import { env, secretsInForce } from '@/db/env';

/** The address people type, which decides whether cookies travel over https only. */
export function publicUrl(): string {
  const { publicUrl: configured, port } = env();
  return configured ?? `http://localhost:${port}`;
}

export function isHttps(): boolean {
  return publicUrl().startsWith('https://');
}

/** Name of the session cookie; `__Host-` binds it to this host and to https. */
export function sessionCookieName(): string {
  return isHttps() ? '__Host-luxor.session' : 'luxor.session';
}

/** Never readable by scripts, never sent by other sites' forms. */
export function cookieOptions() {
  return { httpOnly: true, sameSite: 'lax', path: '/', secure: isHttps() } as const;
}

/** Key of session tokens. @throws Error when the start did not provide one */
export function authSecret(): string {
  return secretsInForce()[0];
}
