import { lookup } from 'node:dns/promises';
import { isLoopback, isPublicAddress } from '@/lib/webhooks/ip-address';
import { readReceiverUrl } from '@/lib/webhooks/receiver-url';

/** Every address a name leads to, in the order to try them. */
export type Resolve = (name: string) => Promise<readonly string[]>;

/** The name service of the machine. */
export const resolveName: Resolve = async (name) => {
  const found = await lookup(name, { all: true, order: 'ipv4first' });
  return found.map(({ address }) => address);
};

/** Why an address is not sent to. */
export type ReceiverFault = 'address_refused' | 'name_unknown' | 'private_address';

export type Receiver =
  | { readonly ok: true; readonly url: URL; readonly addresses: readonly string[] }
  | { readonly ok: false; readonly fault: ReceiverFault };

/**
 * Reads an address anew and asks once where its name leads. Every answer must be of the public internet, not only the one that
 * is used: a name that leads inside as well is refused whole. Who sends must connect to these addresses and ask no second time.
 */
export async function resolveReceiver(text: string, resolve: Resolve, allowsLoopback: boolean): Promise<Receiver> {
  const read = readReceiverUrl(text, allowsLoopback);
  if (!read.ok) return { ok: false, fault: 'address_refused' };
  const { url } = read;
  const isTrial = url.protocol === 'http:';
  const addresses = await addressesOf(url.hostname.replace(/^\[|\]$/g, ''), resolve);
  if (addresses.length === 0) return { ok: false, fault: 'name_unknown' };
  const isAllowed = isTrial ? isLoopback : isPublicAddress;
  return addresses.every(isAllowed) ? { ok: true, url, addresses } : { ok: false, fault: 'private_address' };
}

async function addressesOf(host: string, resolve: Resolve): Promise<readonly string[]> {
  if (isLoopback(host)) return [host];
  // An outage of the name service looks like an unknown name: the delivery is tried again either way.
  return resolve(host).catch(() => []);
}
