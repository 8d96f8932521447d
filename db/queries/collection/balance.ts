import 'server-only';
import { desc, eq, gte, isNull, or, sql } from 'drizzle-orm';
import type { Executor } from '@/db/connection';
import { accountDays, guarantees } from '@/db/schema';

/** What is owed on an account now, of all its days; below nothing where its holder has money in hand. */
export async function balanceOf(from: Executor, accountId: string): Promise<bigint> {
  const [row] = await from
    .select({ minor: sql<string>`coalesce(sum(debit_minor - credit_minor), 0)::text` })
    .from(accountDays)
    .where(eq(accountDays.accountId, accountId));
  return BigInt(row?.minor ?? '0');
}

/** The guarantee that secures an account on a day: the newest that was set, if it still runs. Null where none does. */
export async function guaranteeOn(from: Executor, accountId: string, day: string) {
  const [newest] = await from
    .select()
    .from(guarantees)
    .where(eq(guarantees.accountId, accountId))
    .orderBy(desc(guarantees.revision))
    .limit(1);
  return newest && (newest.validTo === null || newest.validTo >= day) ? newest : null;
}

export type Guarantee = NonNullable<Awaited<ReturnType<typeof guaranteeOn>>>;

/** Condition of a guarantee that still runs. */
export const runsOn = (day: string) => or(isNull(guarantees.validTo), gte(guarantees.validTo, day));

/** Condition of the newest guarantee of each account. Names are written out: a query of one table drops their qualifiers. */
export const isNewest = sql`guarantees.revision = (
  select max(g.revision) from revenue.guarantees g where g.account_id = guarantees.account_id)`;

/** Revision of the newest guarantee of an account, in force or not; 0 as long as none was set. */
export async function guaranteeRevision(from: Executor, accountId: string): Promise<number> {
  const [row] = await from
    .select({ revision: sql<number>`coalesce(max(revision), 0)::int` })
    .from(guarantees)
    .where(eq(guarantees.accountId, accountId));
  return row?.revision ?? 0;
}
