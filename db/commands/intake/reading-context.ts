import 'server-only';
import { and, eq, lte, sql } from 'drizzle-orm';
import type { Executor } from '@/db/connection';
import { policyInForce } from '@/db/queries/policy/policy-in-force';
import { offices, partners } from '@/db/schema';
import type { JudgeContext } from '@/lib/intake/judgement';
import type { ReadOptions } from '@/lib/intake/staged-row';
import { dayOf } from '@/lib/kernel/dates';
import { itemValuesOf } from '@/lib/revenue/valuation';

/** What records received at an instant are judged by. */
export async function judgeContextAt(tx: Executor, at: Date): Promise<JudgeContext> {
  const day = dayOf(at);
  const policy = await policyInForce(tx, day);
  return { offices: await officesOn(tx, day), now: at, policy, valuesOf: (items) => itemValuesOf(items, policy) };
}

async function officesOn(tx: Executor, day: string): Promise<ReadonlySet<string>> {
  const rows = await tx
    .select({ id: offices.id })
    .from(offices)
    .where(and(lte(offices.validFrom, day), sql`(${offices.validTo} is null or ${offices.validTo} >= ${day})`));
  return new Set(rows.map((row) => row.id));
}

/** What the settings of a partner add to what it sends. */
export async function readOptionsOf(tx: Executor, partnerId: string): Promise<ReadOptions> {
  const [partner] = await tx.select().from(partners).where(eq(partners.id, partnerId));
  return {
    defaultOffice: partner?.defaultOfficeId ?? undefined,
    transitDays: partner?.transitDays ?? undefined,
    defaultChannel: partner?.defaultChannel ?? undefined,
  };
}
