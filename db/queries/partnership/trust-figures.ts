import 'server-only';
import { and, eq, gte, lte, sql } from 'drizzle-orm';
import type { AnyPgColumn } from 'drizzle-orm/pg-core';
import type { Tx } from '@/db/connection';
import { partnerMonths } from '@/db/schema';
import { monthsBefore } from '@/lib/partnership/months';
import { TRUST_MONTHS, type TrustFigures } from '@/lib/partnership/trust';

/**
 * The figures trust in a partner is proposed on: its closed months before a day, of all
 * offices whoever reads, since trust holds in all of them. Takes no actor: commands and queries ask it.
 */
export async function trustFigures(tx: Pick<Tx, 'select'>, partnerId: string, today: string): Promise<TrustFigures> {
  const months = monthsBefore(today, TRUST_MONTHS);
  const [fromMonth = today, toMonth = today] = [months[0], months.at(-1)];
  const sum = (column: AnyPgColumn) => sql<number>`coalesce(sum(${column}), 0)::int`;
  const [sums] = await tx
    .select({
      consignments: sum(partnerMonths.consignments),
      beforeArrival: sum(partnerMonths.beforeArrival),
      complete: sum(partnerMonths.complete),
      coded: sum(partnerMonths.coded),
      asked: sum(partnerMonths.asked),
      answeredInTime: sum(partnerMonths.answeredInTime),
      examined: sum(partnerMonths.examined),
      findings: sum(partnerMonths.findings),
    })
    .from(partnerMonths)
    .where(
      and(
        eq(partnerMonths.partnerId, partnerId),
        gte(partnerMonths.month, fromMonth),
        lte(partnerMonths.month, toMonth),
      ),
    );
  if (!sums) throw new Error('a sum over no rows is a row');
  return { fromMonth, toMonth, ...sums };
}
