import 'server-only';
import type { DeniedMatch } from '@/lib/assessment/facts';
import type { ConsignmentRecord, Party } from '@/lib/consignment/record';
import type { DeniedList, ScreenedParty } from '@/lib/screening/denied-list';

/** Sender and recipient against the lists in force; every entry that is at least in the band of review, the most alike first. */
export function deniedMatches(list: DeniedList, record: ConsignmentRecord): DeniedMatch[] {
  const matches = (['sender', 'recipient'] as const).flatMap((party) =>
    list.near(screened(record[party])).map((match) => ({ party, ...match })),
  );
  return matches.sort((a, b) => b.similarity - a.similarity);
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
