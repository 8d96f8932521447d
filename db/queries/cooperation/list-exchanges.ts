import 'server-only';
import { and, desc, eq, lt, or, type SQL, sql } from 'drizzle-orm';
import { db } from '@/db/connection';
import { exchangeCounterparts, exchangePackages } from '@/db/schema';
import { shownState } from '@/lib/cooperation/states';
import type { Actor } from '@/lib/identity/actor';
import { authorise } from '@/lib/identity/permissions';
import { dayOf } from '@/lib/kernel/dates';

/** How many packages a page shows. */
export const EXCHANGES_A_PAGE = 50;

export type ExchangeRow = Pick<
  typeof exchangePackages.$inferSelect,
  'exchangeId' | 'packageId' | 'direction' | 'kind' | 'handling' | 'expiresOn' | 'madeAt' | 'madeByName'
> & {
  readonly administration: string;
  readonly code: string;
  readonly purpose: string;
  readonly state: ReturnType<typeof shownState>;
};
/** Where a page ends: the next begins after it. */
export type ExchangePlace = { readonly madeAt: Date; readonly exchangeId: string };

/** Packages that were prepared and that came, the latest first, of all administrations or of one. */
export async function listExchanges(
  actor: Actor,
  { counterpartId, before }: { counterpartId?: string; before?: ExchangePlace } = {},
  at = new Date(),
): Promise<{ readonly rows: readonly ExchangeRow[]; readonly next: ExchangePlace | null }> {
  authorise(actor, 'cooperation.read');
  const { exchangeId, madeAt } = exchangePackages;
  const ofOne = counterpartId === undefined ? undefined : eq(exchangePackages.counterpartId, counterpartId);
  const after: SQL | undefined = before
    ? or(lt(madeAt, before.madeAt), and(eq(madeAt, before.madeAt), lt(exchangeId, before.exchangeId)))
    : undefined;
  const found = await db()
    .select({
      ...{ exchangeId, packageId: exchangePackages.packageId, direction: exchangePackages.direction },
      ...{ kind: exchangePackages.kind, handling: exchangePackages.handling, expiresOn: exchangePackages.expiresOn },
      ...{ madeAt, madeByName: exchangePackages.madeByName, stored: exchangePackages.state },
      purpose: sql<string>`${exchangePackages.content} ->> 'purpose'`,
      ...{ administration: exchangeCounterparts.name, code: exchangeCounterparts.code },
    })
    .from(exchangePackages)
    .innerJoin(exchangeCounterparts, eq(exchangeCounterparts.counterpartId, exchangePackages.counterpartId))
    .where(and(ofOne, after))
    .orderBy(desc(madeAt), desc(exchangeId))
    .limit(EXCHANGES_A_PAGE + 1);
  const rows = found.slice(0, EXCHANGES_A_PAGE).map(({ stored, ...row }) => ({
    ...row,
    state: shownState({ state: stored, expiresOn: row.expiresOn }, dayOf(at)),
  }));
  const last = rows.at(-1);
  return { rows, next: found.length > EXCHANGES_A_PAGE && last ? last : null };
}
