import 'server-only';
import { eq } from 'drizzle-orm';
import type { Executor } from '@/db/connection';
import { codeListsInForce } from '@/db/queries/policy/code-lists-in-force';
import { policyInForce } from '@/db/queries/policy/policy-in-force';
import { partners } from '@/db/schema';
import type { JudgeContext } from '@/lib/intake/judgement';
import type { ReadOptions } from '@/lib/intake/staged-row';
import { dayOf } from '@/lib/kernel/dates';
import { itemValuesOf } from '@/lib/revenue/valuation';

/** What records received at an instant are judged by. */
export async function judgeContextAt(tx: Executor, at: Date): Promise<JudgeContext> {
  const day = dayOf(at);
  const policy = await policyInForce(tx, day);
  const { offices, ...codes } = await codeListsInForce(tx, day);
  return { offices, codes, now: at, policy, valuesOf: (items) => itemValuesOf(items, policy) };
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
