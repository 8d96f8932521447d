import { isIP } from 'node:net';

/** Why an address is no address to send to. */
export type UrlFault =
  | 'not_a_url'
  | 'too_long'
  | 'https_only'
  | 'userinfo'
  | 'fragment'
  | 'port'
  | 'written_oddly'
  | 'ip_address'
  | 'local_name';

export type ReceiverUrl = { readonly ok: true; readonly url: URL } | { readonly ok: false; readonly fault: UrlFault };

const LENGTH_MAX = 1_000;
const PRINTABLE = /^[\x21-\x5b\x5d-\x7e]+$/;
const AUTHORITY = /^[a-zA-Z][a-zA-Z0-9+.-]*:\/\/([^/?#]*)/;
const NAME = /^(?=.{4,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]*[a-z0-9]$/;
const LOCAL_NAMES =
  /(^|\.)(localhost|local|localdomain|internal|intranet|lan|home|corp|private|home\.arpa|onion|test|invalid|example)$/;
const LOOPBACK_HOSTS = ['localhost', '127.0.0.1', '[::1]'];

/**
 * Reads the address of a receiver: https, a host by its name, the usual port, no user name, no fragment, and written as it is
 * understood, so that an eye and a machine see the same host. `allowsLoopback`: http to this machine itself, on any port, as
 * well: for trials. Where the name leads to is checked at every delivery, see `isPublicAddress`.
 */
export function readReceiverUrl(text: string, allowsLoopback: boolean): ReceiverUrl {
  if (text.length > LENGTH_MAX) return fault('too_long');
  if (!PRINTABLE.test(text) || !URL.canParse(text)) return fault('not_a_url');
  const url = new URL(text);
  const authority = AUTHORITY.exec(text)?.[1];
  if (authority === undefined) return fault(url.protocol === 'https:' ? 'written_oddly' : 'https_only');
  if (authority.includes('@')) return fault('userinfo');
  if (text.includes('#')) return fault('fragment');
  const isAsWritten = [url.host, `${url.host}:443`].includes(authority.toLowerCase());
  if (allowsLoopback && url.protocol === 'http:' && LOOPBACK_HOSTS.includes(url.hostname)) {
    return isAsWritten ? { ok: true, url } : fault('written_oddly');
  }
  if (url.protocol !== 'https:') return fault('https_only');
  if (isIP(url.hostname.replace(/^\[|\]$/g, ''))) return fault(isAsWritten ? 'ip_address' : 'written_oddly');
  if (url.port !== '') return fault('port');
  if (!isAsWritten) return fault('written_oddly');
  if (LOCAL_NAMES.test(url.hostname) || !url.hostname.includes('.')) return fault('local_name');
  return NAME.test(url.hostname) ? { ok: true, url } : fault('written_oddly');
}

function fault(code: UrlFault): ReceiverUrl {
  return { ok: false, fault: code };
}
