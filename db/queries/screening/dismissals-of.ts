import 'server-only';
import { and, inArray, isNull } from 'drizzle-orm';
import type { Executor } from '@/db/connection';
import { dismissals } from '@/db/schema';
import type { Dismissal } from '@/lib/screening/good-list';

/** The dismissals in force of these parties, by their history keys. */
export async function dismissalsOf(from: Executor, partyKeys: readonly string[]): Promise<Dismissal[]> {
  return from
    .select({
      partyKey: dismissals.partyKey,
      list: dismissals.list,
      entryId: dismissals.entryId,
      edition: dismissals.edition,
    })
    .from(dismissals)
    .where(and(inArray(dismissals.partyKey, [...partyKeys]), isNull(dismissals.withdrawnAt)));
}
