import 'server-only';
import { eq, type SQL, sql } from 'drizzle-orm';
import { partnerDays, partnerMonths, qualityDays } from '@/db/schema';
import { inTransaction } from '@/db/transaction';
import type { Actor } from '@/lib/identity/actor';
import { authorise } from '@/lib/identity/permissions';
import { addDays, dayOf } from '@/lib/kernel/dates';
import { addMonths } from '@/lib/partnership/months';
import { MONTH_COUNTS } from '@/lib/partnership/score';
import { eachDay } from '@/lib/statistics/period';
import { countPartnerDay } from './count-day';

const COUNTS: readonly { readonly name: SQL; readonly isRefused: boolean }[] = MONTH_COUNTS.map((count) => ({
  name: sql`${sql.identifier(partnerMonths[count].name)}`,
  isRefused: count === 'refused',
}));
const list = (parts: readonly SQL[]): SQL => sql.join([...parts], sql`, `);

/**
 * Counts every day of a month anew, as far as it has come, and sums it up. For a month that is wanted at once: the job counts only the days
 * that changed. Gives the number of partners and offices there is something of.
 */
export async function countPartnerMonth(actor: Actor, month: string, at = new Date()): Promise<number> {
  authorise(actor, 'partner.count_months');
  const last = addDays(addMonths(month, 1), -1);
  const today = dayOf(at);
  for (const day of eachDay({ from: month, to: last < today ? last : today })) await countPartnerDay(actor, day, at);
  return sumPartnerMonth(actor, month, at);
}

/** Puts the sums of the counted days of a month, and of what was refused in it, in place of those before. Reads no consignment. */
export async function sumPartnerMonth(actor: Actor, month: string, at = new Date()): Promise<number> {
  authorise(actor, 'partner.count_months');
  const next = addMonths(month, 1);
  return inTransaction(async (tx) => {
    await tx.delete(partnerMonths).where(eq(partnerMonths.month, month));
    const { rowCount } = await tx.execute(sql`
      insert into ${partnerMonths} (partner_id, month, office_id, ${list(COUNTS.map(({ name }) => name))}, counted_at)
      select partner_id, ${month}::date, office_id, ${list(COUNTS.map(({ name }) => sql`sum(${name})`))},
        ${sql.param(at.toISOString())}::timestamptz
      from (
        select partner_id, office_id, ${list(COUNTS.map(({ name, isRefused }) => (isRefused ? sql`0 as ${name}` : name)))}
        from ${partnerDays} where day >= ${month} and day < ${next}
        union all
        select partner_id, office_id, ${list(COUNTS.map(({ name, isRefused }) => (isRefused ? sql`refused as ${name}` : sql`0 as ${name}`)))}
        from ${qualityDays} where day >= ${month} and day < ${next} and refused > 0
      ) as counted group by partner_id, office_id`);
    return rowCount ?? 0;
  });
}
