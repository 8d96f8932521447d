import 'server-only';
import type { Tx } from '@/db/connection';
import { deniedListInForce } from '@/db/queries/policy/denied-list-in-force';
import { dismissalsOf } from '@/db/queries/screening/dismissals-of';
import type { DeniedMatch, ScreenedRole } from '@/lib/assessment/facts';
import type { ConsignmentRecord, Party } from '@/lib/consignment/record';
import type { PartyKeys } from '@/lib/risk/party-keys';
import type { DeniedList, ScreenedParty } from '@/lib/screening/denied-list';
import { GoodList } from '@/lib/screening/good-list';

type Keyed = { readonly record: ConsignmentRecord; readonly keys: PartyKeys };

/**
 * Sender, recipient and seller of each record against the lists in force on a day: every entry that is at least in the band of review
 * and that nobody dismissed, the most alike first, in the order of the records.
 */
export async function deniedMatches(tx: Tx, records: readonly Keyed[], day: string): Promise<DeniedMatch[][]> {
  const list = await deniedListInForce(tx, day);
  const found = records.map(({ record, keys }) => ({ keys, matches: matchesOf(list, record) }));
  const matched = new Set(found.flatMap(({ keys, matches }) => matches.flatMap(({ party }) => keys[party] ?? [])));
  const good = new GoodList(matched.size === 0 ? [] : await dismissalsOf(tx, [...matched]));
  return found.map(({ keys, matches }) =>
    matches.filter((match) => good.open(keys[match.party] ?? '', [match]).length > 0),
  );
}

function matchesOf(list: DeniedList, record: ConsignmentRecord): DeniedMatch[] {
  const parties: readonly (readonly [ScreenedRole, ScreenedParty | null])[] = [
    ['sender', screened(record.sender)],
    ['recipient', screened(record.recipient)],
    ['seller', record.sellerName === null ? null : { name: record.sellerName }],
  ];
  return parties
    .flatMap(([party, who]) => (who ? list.near(who).map((match) => ({ party, ...match })) : []))
    .sort((a, b) => b.similarity - a.similarity);
}

function screened({ name, country, address, city, postcode, phone, id }: Party): ScreenedParty {
  return {
    name,
    country,
    addresses: address === null ? [] : [[address, postcode, city].filter(Boolean).join(' ')],
    phones: phone === null ? [] : [phone],
    taxNumbers: id === null ? [] : [id],
  };
}
