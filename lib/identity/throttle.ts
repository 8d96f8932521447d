import { sha256Hex } from '@/lib/kernel/ids';

const MINUTE_MS = 60_000;

/**
 * How many failed sign-ins are let through before the next try is refused unheard.
 * A known device (one that signed in to this account before) is counted alone, so that nobody can lock its owner out:
 * strangers who fail at an account throttle strangers only.
 */
export const THROTTLE = {
  /** One account from one network prefix, or from one known device. */
  pair: { failures: 10, windowMs: 15 * MINUTE_MS },
  /** One account from anywhere but its known devices. */
  account: { failures: 100, windowMs: 60 * MINUTE_MS },
  /** One network prefix at any account; not counted where no trusted proxy tells the address. */
  address: { failures: 100, windowMs: 15 * MINUTE_MS },
} as const;

/** Failed tries within the windows of `THROTTLE`. */
export type FailureCounts = { readonly pair: number; readonly account: number; readonly address: number };

/** Whether the next try is refused without looking at the password. */
export function isThrottled(counts: FailureCounts, from: { knownDevice: boolean; addressKnown: boolean }): boolean {
  if (counts.pair >= THROTTLE.pair.failures) return true;
  if (from.knownDevice) return false;
  if (counts.account >= THROTTLE.account.failures) return true;
  return from.addressKnown && counts.address >= THROTTLE.address.failures;
}

/** Key of an account in the table of tries: known or unknown accounts alike, without storing what was typed. */
export function accountKeyOf(email: string): string {
  return sha256Hex(`account:${email.normalize('NFKC').trim().toLowerCase()}`);
}

/** Where no trusted proxy tells the address, everybody comes from here. */
export const UNKNOWN_ADDRESS = 'unknown';

/** Key of a network prefix: an IPv4 address, or the /64 that one IPv6 subscriber owns whole. Other text is the unknown address. */
export function addressKeyOf(address: string | null): string {
  const prefix = address === null ? null : networkPrefix(address.trim().toLowerCase());
  return prefix === null ? UNKNOWN_ADDRESS : sha256Hex(`address:${prefix}`);
}

const IPV4 = /^(?:\d{1,3}\.){3}\d{1,3}$/;

/** `203.0.113.9` stays, `2001:db8:1:2::9` becomes `2001:db8:1:2`; null for what is no address. */
export function networkPrefix(address: string): string | null {
  const plain = address.startsWith('[') ? address.slice(1, Math.max(address.indexOf(']'), 0)) : address;
  const bare = plain.split('%')[0] ?? '';
  const mapped = bare.startsWith('::ffff:') ? bare.slice('::ffff:'.length) : bare;
  const withoutPort = /^[\d.]+:\d+$/.test(mapped) ? mapped.slice(0, mapped.lastIndexOf(':')) : mapped;
  if (IPV4.test(withoutPort)) return withoutPort.split('.').every((part) => Number(part) <= 255) ? withoutPort : null;
  return ipv6Prefix(bare);
}

function ipv6Prefix(address: string): string | null {
  const halves = address.split('::');
  if (halves.length > 2 || !/^[0-9a-f:]+$/.test(address)) return null;
  const head = halves[0] ? halves[0].split(':') : [];
  const tail = halves[1] ? halves[1].split(':') : [];
  const missing = 8 - head.length - tail.length;
  if (halves.length === 1 ? missing !== 0 : missing < 1) return null;
  const groups = [...head, ...Array.from({ length: Math.max(missing, 0) }, () => '0'), ...tail];
  if (groups.some((group) => group.length < 1 || group.length > 4)) return null;
  return groups
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':');
}

/**
 * The address of the browser as told by the outermost of `proxyCount` trusted proxies, each of which appends what it saw.
 * Without a trusted proxy the header is whatever the sender typed, hence null.
 */
export function clientAddress(forwardedFor: string | null, proxyCount: number): string | null {
  if (proxyCount < 1 || forwardedFor === null) return null;
  const seen = forwardedFor.split(',').map((part) => part.trim());
  return seen.at(-proxyCount) || null;
}
