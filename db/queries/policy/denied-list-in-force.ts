import 'server-only';
import { setImmediate as pause } from 'node:timers/promises';
import { and, eq } from 'drizzle-orm';
import type { Executor } from '@/db/connection';
import { codes } from '@/db/schema';
import { DeniedList, type ListedParty } from '@/lib/screening/denied-list';
import { InForceCache, validOn } from './in-force-cache';

const isDenied = eq(codes.kind, 'denied_party');

/** Ships and aircraft send no parcels; people are named like many of them. */
const PARTIES: ReadonlySet<unknown> = new Set(['person', 'entity', 'unknown']);

type DeniedValue = {
  readonly name: string;
  readonly type?: string;
  readonly aliases?: readonly string[];
  readonly countries?: readonly string[];
  readonly addresses?: readonly string[];
};

const cache = new InForceCache<DeniedList>({
  table: codes,
  where: isDenied,
  make: async (from, day) => {
    const rows = await from
      .select({ key: codes.key, value: codes.value, edition: codes.edition })
      .from(codes)
      .where(and(isDenied, validOn(codes, day)));
    return DeniedList.of(
      rows.flatMap(({ key, edition, value }) => partyOf(key, edition, value as DeniedValue)),
      pause,
    );
  },
});

function partyOf(key: string, edition: string, value: DeniedValue): ListedParty[] {
  const { name, type = 'unknown', aliases = [], countries = [], addresses = [] } = value;
  if (!PARTIES.has(type)) return [];
  const bar = key.indexOf('/');
  return [
    {
      list: key.slice(0, bar),
      entryId: key.slice(bar + 1),
      edition,
      kind: type === 'person' || type === 'entity' ? type : 'unknown',
      names: [name, ...aliases],
      countries,
      addresses,
    },
  ];
}

/** The lists of denied parties in force on a day, ready for screening. */
export function deniedListInForce(from: Executor, day: string): Promise<DeniedList> {
  return cache.on(from, day);
}
