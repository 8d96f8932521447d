import 'server-only';
import { and, eq, inArray } from 'drizzle-orm';
import type { Executor } from '@/db/connection';
import { exchangeItems, exchangePackages } from '@/db/schema';
import type { Caveat, Handling } from '@/lib/cooperation/handling';
import type { ProvenanceStep } from '@/lib/cooperation/package';

export type ReceivedWith = {
  readonly handling: Handling;
  readonly caveats: readonly Caveat[];
  readonly expiresOn: string;
  readonly provenance: readonly ProvenanceStep[];
  /** Whether what was taken over was ended, because its sender withdrew it or it was wrong. */
  readonly isEnded: boolean;
};

/** Under which terms profiles and lists came from another administration, by their id; those of our own are not in it. Takes no actor: commands and queries compose it. */
export async function receivedWith(
  from: Executor,
  subjectIds: readonly string[],
): Promise<ReadonlyMap<string, ReceivedWith>> {
  if (subjectIds.length === 0) return new Map();
  const rows = await from
    .select({ item: exchangeItems, content: exchangePackages.content, state: exchangePackages.state })
    .from(exchangeItems)
    .innerJoin(exchangePackages, eq(exchangePackages.exchangeId, exchangeItems.exchangeId))
    .where(
      and(
        inArray(exchangeItems.subjectId, [...subjectIds]),
        eq(exchangeItems.state, 'taken'),
        eq(exchangePackages.direction, 'received'),
      ),
    );
  return new Map(
    rows.map(({ item: { subjectId, number, handling, caveats, expiresOn }, content, state }) => {
      const given = content.kind === 'intelligence' ? content.items.find((one) => one.number === number) : undefined;
      const isEnded = state === 'withdrawn';
      return [subjectId ?? '', { handling, caveats, expiresOn, provenance: given?.provenance ?? [], isEnded }];
    }),
  );
}
