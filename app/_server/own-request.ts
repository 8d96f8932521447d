import 'server-only';
import { env } from '@/db/env';
import { isSameOrigin } from '@/lib/identity/same-origin';
import { publicUrl } from './session-cookie';

/** Whether a state change was started by one of our own pages. */
export function isOwnRequest(sent: Pick<Headers, 'get'>): boolean {
  const forwarded = env().trustedProxyCount > 0 ? sent.get('x-forwarded-host') : null;
  return isSameOrigin({
    origin: sent.get('origin'),
    secFetchSite: sent.get('sec-fetch-site'),
    host: forwarded ?? sent.get('host'),
    publicUrl: publicUrl(),
  });
}
