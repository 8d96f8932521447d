import { isIP } from 'node:net';

type Range = { readonly prefix: readonly number[]; readonly bits: number };

/**
 * Addresses that are not of the public internet, from the IANA IPv4 Special-Purpose Address Registry; multicast and class E
 * besides, and the host address of one large cloud, which lies in public space.
 */
const REFUSED_IPV4 = [
  '0.0.0.0/8',
  '10.0.0.0/8',
  '100.64.0.0/10',
  '127.0.0.0/8',
  '168.63.129.16/32',
  '169.254.0.0/16',
  '172.16.0.0/12',
  '192.0.0.0/24',
  '192.0.2.0/24',
  '192.31.196.0/24',
  '192.52.193.0/24',
  '192.88.99.0/24',
  '192.168.0.0/16',
  '192.175.48.0/24',
  '198.18.0.0/15',
  '198.51.100.0/24',
  '203.0.113.0/24',
  '224.0.0.0/4',
  '240.0.0.0/4',
].map(range);

/** Of IPv6 only global unicast is let through: loopback, mapped and compatible, NAT64, unique local, link-local and multicast lie outside. */
const GLOBAL_IPV6 = range('2000::/3');

/** Within it, what is no address of a host: protocol assignments with Teredo and ORCHID, documentation, 6to4. */
const REFUSED_IPV6 = ['2001::/23', '2001:db8::/32', '2002::/16', '2620:4f:8000::/48', '3fff::/20'].map(range);

/** The bytes of an address in its usual notation, 4 or 16 of them; null for anything else, zones included. */
export function bytesOf(address: string): number[] | null {
  switch (isIP(address)) {
    case 4:
      return address.split('.').map(Number);
    case 6:
      return address.includes('%') ? null : ipv6Bytes(address);
    default:
      return null;
  }
}

/** Whether an address is one of the public internet, and so may be connected to. */
export function isPublicAddress(address: string): boolean {
  const bytes = bytesOf(address);
  if (!bytes) return false;
  if (bytes.length === 4) return !REFUSED_IPV4.some((refused) => isWithin(bytes, refused));
  return isWithin(bytes, GLOBAL_IPV6) && !REFUSED_IPV6.some((refused) => isWithin(bytes, refused));
}

/** Whether an address is of this machine itself: `127.0.0.0/8` or `::1`. */
export function isLoopback(address: string): boolean {
  const bytes = bytesOf(address);
  if (bytes?.length === 4) return bytes[0] === 127;
  return bytes?.every((byte, index) => byte === (index === 15 ? 1 : 0)) ?? false;
}

function range(text: string): Range {
  const [address = '', bits = ''] = text.split('/');
  const prefix = bytesOf(address);
  if (!prefix) throw new RangeError(`not a range: ${text}`);
  return { prefix, bits: Number(bits) };
}

function isWithin(bytes: readonly number[], { prefix, bits }: Range): boolean {
  for (let index = 0; index * 8 < bits; index += 1) {
    const mask = 0xff & (0xff << Math.max(0, 8 - (bits - index * 8)));
    if (((bytes[index] ?? 0) & mask) !== ((prefix[index] ?? 0) & mask)) return false;
  }
  return true;
}

function ipv6Bytes(address: string): number[] {
  // An IPv4 tail stands for the last two groups.
  const tail = /[\d.]+$/.exec(address)?.[0] ?? '';
  const four = tail.includes('.') ? tail.split('.').map(Number) : null;
  const text = four ? address.slice(0, -tail.length) : address;
  const [head = '', rest] = text.split('::');
  const before = groups(head);
  const after = rest === undefined ? [] : groups(rest);
  const last = four ?? [];
  const zeros = Array<number>(Math.max(0, 16 - before.length - after.length - last.length)).fill(0);
  return [...before, ...zeros, ...after, ...last];
}

function groups(text: string): number[] {
  return text
    .split(':')
    .filter((group) => group !== '')
    .flatMap((group) => {
      const value = Number.parseInt(group, 16);
      return [value >> 8, value & 0xff];
    });
}
