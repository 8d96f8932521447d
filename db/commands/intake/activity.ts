import 'server-only';
import { PAIR_KINDS, type partyDays } from '@/db/schema';

export type Kind = (typeof partyDays.$inferSelect)['kind'];
export type PairKind = (typeof PAIR_KINDS)[number];
const PAIRS: readonly string[] = PAIR_KINDS;
export const isPair = (kind: Kind): kind is PairKind => PAIRS.includes(kind);

/** A key that a consignment counts under, with the one string that names it in memory. */
export type Counted = { readonly kind: Kind; readonly key: string; readonly slot: string };

/** What one consignment adds to the history of the keys it bears. */
export type Activity = {
  readonly day: string;
  /** Worked out once: it is gone through when histories are read, when the consignment is assessed, and when it is taken out. */
  readonly counted: readonly Counted[];
  readonly marketplaceKey: string | null;
  readonly schemeId: string | null;
  /** Who uses the scheme number: the marketplace where one is named, else the sender. */
  readonly schemeUser: string;
  /** Intrinsic value. */
  readonly valueMinor: bigint;
  readonly customsMinor: bigint;
  readonly isGift: boolean;
};

export const slotOf = (kind: Kind, key: string) => `${kind}\u0000${key}`;
/** The key of a pair: a recipient, an address or a scheme number, and who sent. */
export const pairKey = (receiver: string, sender: string) => `${receiver}|${sender}`;

type Keys = Pick<Activity, 'marketplaceKey' | 'schemeId' | 'schemeUser'> & {
  readonly senderKey: string;
  readonly recipientKey: string;
  readonly addressKey: string;
};

/** Every key that a consignment counts under. */
export function countedUnder(keys: Keys): Counted[] {
  const { senderKey, recipientKey, addressKey, marketplaceKey, schemeId, schemeUser } = keys;
  const counted = [
    counts('sender', senderKey),
    counts('recipient', recipientKey),
    counts('address', addressKey),
    counts('recipient_sender', pairKey(recipientKey, senderKey)),
    counts('address_sender', pairKey(addressKey, senderKey)),
  ];
  if (marketplaceKey) counted.push(counts('marketplace', marketplaceKey));
  if (schemeId) counted.push(counts('scheme', schemeId), counts('scheme_sender', pairKey(schemeId, schemeUser)));
  return counted;
}

const counts = (kind: Kind, key: string): Counted => ({ kind, key, slot: slotOf(kind, key) });
