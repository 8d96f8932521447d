import 'server-only';
import { gte, min } from 'drizzle-orm';
import { db } from '@/db/connection';
import { partnerMonths } from '@/db/schema';
import type { Actor } from '@/lib/identity/actor';
import { authorise } from '@/lib/identity/permissions';
import { dayOf } from '@/lib/kernel/dates';
import { addMonths } from '@/lib/partnership/months';
import { SCORE_MONTHS } from '@/lib/partnership/score';
import { countPartnerMonth } from './count-months';

const HOUR_MS = 3_600_000;

/** How old the counts of a month may be, by how many months it lies back: what is young still changes. */
function ageMaxMs(back: number): number {
  if (back === 0) return HOUR_MS;
  return back <= 3 ? 6 * HOUR_MS : 7 * 24 * HOUR_MS;
}

/** Counts anew the months of scorecards whose counts are too old, the latest first; all of them where `isEvery`. Gives how many. */
export async function countDueMonths(
  actor: Actor,
  { at = new Date(), signal, isEvery = false }: { at?: Date; signal?: AbortSignal; isEvery?: boolean } = {},
): Promise<number> {
  authorise(actor, 'partner.count_months');
  const today = dayOf(at);
  const oldest = addMonths(today, -SCORE_MONTHS);
  const rows = await db()
    .select({ month: partnerMonths.month, countedAt: min(partnerMonths.countedAt) })
    .from(partnerMonths)
    .where(gte(partnerMonths.month, oldest))
    .groupBy(partnerMonths.month);
  const counted = new Map(rows.map(({ month, countedAt }) => [month, countedAt]));
  let done = 0;
  for (let back = 0; back <= SCORE_MONTHS && !signal?.aborted; back += 1) {
    const month = addMonths(today, -back);
    const before = counted.get(month);
    if (!isEvery && before && at.getTime() - before.getTime() < ageMaxMs(back)) continue;
    await countPartnerMonth(actor, month, at);
    done += 1;
  }
  return done;
}
