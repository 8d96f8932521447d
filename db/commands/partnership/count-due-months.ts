import 'server-only';
import { and, eq, gte, isNotNull, isNull, lte, min, ne, sql } from 'drizzle-orm';
import { db } from '@/db/connection';
import { logLine, messageOf } from '@/db/log';
import { clearances, countedDays, events, identities, partnerMonths, referrals } from '@/db/schema';
import type { Actor } from '@/lib/identity/actor';
import { authorise } from '@/lib/identity/permissions';
import { addDays, DAY_MS, dayOf } from '@/lib/kernel/dates';
import { addMonths, monthOf } from '@/lib/partnership/months';
import { SCORE_MONTHS } from '@/lib/partnership/score';
import { eachDay } from '@/lib/statistics/period';
import { countPartnerDay } from './count-day';
import { sumPartnerMonth } from './count-months';

const HOUR_MS = 3_600_000;
/** Days that are young change all the time: they are counted by the clock, older ones when something of them changed. */
const YOUNG_DAYS = 2;
/** How long after its instant the last of a change is written at most: a large submission is worked off for hours. */
const LATE_MS = DAY_MS;

type CountedDay = typeof countedDays.$inferSelect;

/**
 * Counts the days of scorecards that are due: never counted, young, or changed since; all of them where `isEvery`. Sums up each month
 * they are in as soon as the run has passed it, if all of its days are counted. The latest first; a day that cannot be counted is noted and told, and holds up no other. Gives how many days.
 */
export async function countDueMonths(
  actor: Actor,
  { at = new Date(), signal, isEvery = false }: { at?: Date; signal?: AbortSignal; isEvery?: boolean } = {},
): Promise<number> {
  authorise(actor, 'partner.count_months');
  const today = dayOf(at);
  const oldest = addMonths(today, -SCORE_MONTHS);
  const [first] = await db()
    .select({ day: min(clearances.receivedOn) })
    .from(clearances)
    .where(gte(clearances.receivedOn, oldest));
  const sums = await db()
    .select({
      month: partnerMonths.month,
      at: sql<Date>`max(${partnerMonths.countedAt})`.mapWith(partnerMonths.countedAt),
    })
    .from(partnerMonths)
    .groupBy(partnerMonths.month);
  const summedAt = new Map(sums.map((sum) => [sum.month, sum.at]));
  // Records may be refused where no consignment is taken.
  const sumUp = async (month: string): Promise<unknown> => sumPartnerMonth(actor, month, at);
  if (!first?.day) {
    if (!summedAt.has(monthOf(today))) await sumUp(monthOf(today));
    return 0;
  }
  const days = eachDay({ from: first.day, to: today });
  const rows = await db().select().from(countedDays).where(gte(countedDays.day, oldest));
  const known = new Map(rows.map((row) => [row.day, row]));
  const changed = isEvery ? new Map<string, Date>() : await changesOf(known, days, at);
  // A sum out of days of which some were never counted, or failed, would tell of less than there was: the one before stands.
  const whole = new Map(rows.map((row) => [row.day, row.countedAt !== null && row.failedAt === null]));
  let done = 0;
  for (const month of [...new Set(days.map(monthOf))].reverse()) {
    const ofMonth = days.filter((day) => monthOf(day) === month).reverse();
    // Also of a run that ended between a day and its month.
    const before = summedAt.get(month);
    let isChanged = ofMonth.some((day) => before === undefined || (known.get(day)?.countedAt ?? before) > before);
    for (const day of ofMonth) {
      if (signal?.aborted) break;
      if (!isEvery && !isDue(day, known.get(day), changed.get(day), at)) continue;
      const isCounted = await countOrNote(actor, day, at);
      whole.set(day, isCounted);
      if (!isCounted) continue;
      isChanged = true;
      done += 1;
    }
    if (isChanged && ofMonth.every((day) => whole.get(day))) await sumUp(month);
    if (signal?.aborted) return done;
  }
  // What was looked through without being counted needs no second look.
  await db()
    .update(countedDays)
    .set({ lookedAt: at })
    .where(and(gte(countedDays.day, oldest), isNotNull(countedDays.lookedAt), isNull(countedDays.failedAt)));
  return done;
}

function isDue(day: string, counted: CountedDay | undefined, changedAt: Date | undefined, at: Date): boolean {
  const since = (instant: Date | null | undefined) =>
    instant ? at.getTime() - instant.getTime() : Number.POSITIVE_INFINITY;
  // What failed is tried again, not at every turn.
  if (since(counted?.failedAt) < HOUR_MS) return false;
  if (!counted?.countedAt) return true;
  const age = since(counted.countedAt);
  if (day >= addDays(dayOf(at), -YOUNG_DAYS)) return age >= HOUR_MS;
  return changedAt !== undefined && changedAt.getTime() > counted.countedAt.getTime() - LATE_MS && age >= DAY_MS;
}

/** The last change of each finished day since it was looked for, with what became overdue meanwhile without anybody's doing. */
async function changesOf(
  known: ReadonlyMap<string, CountedDay>,
  days: readonly string[],
  at: Date,
): Promise<Map<string, Date>> {
  const [from, to] = [days[0], addDays(dayOf(at), -YOUNG_DAYS - 1)];
  // A day that failed is tried by the hour anyway: the look-back of all others must not grow with its age.
  const looked = [...known.values()].flatMap(({ day, lookedAt, failedAt }) =>
    lookedAt && !failedAt && day <= to ? [lookedAt.getTime()] : [],
  );
  if (looked.length === 0 || from === undefined) return new Map();
  // A day is counted once a day at most: a change may wait as long again until its day is due.
  const since = new Date(Math.min(...looked) - 2 * LATE_MS);
  const [ofEvents, overdue] = await Promise.all([
    db()
      .select({ day: events.receivedOn, at: sql<Date>`max(${events.at})`.mapWith(events.at) })
      .from(events)
      .where(
        and(
          gte(events.receivedOn, from),
          lte(events.receivedOn, to),
          gte(events.at, since),
          ne(events.kind, 'claimed'),
        ),
      )
      .groupBy(events.receivedOn),
    db()
      .select({ day: identities.receivedOn, at: sql<Date>`max(${referrals.dueAt})`.mapWith(referrals.dueAt) })
      .from(referrals)
      .innerJoin(identities, eq(identities.consignmentId, referrals.consignmentId))
      .where(and(gte(referrals.dueAt, since), lte(referrals.dueAt, at)))
      .groupBy(identities.receivedOn),
  ]);
  const changes = new Map<string, Date>();
  for (const one of [...ofEvents, ...overdue]) {
    const before = changes.get(one.day);
    if (!before || before < one.at) changes.set(one.day, one.at);
  }
  return changes;
}

async function countOrNote(actor: Actor, day: string, at: Date): Promise<boolean> {
  try {
    await countPartnerDay(actor, day, at);
    return true;
  } catch (error) {
    const failed = { failedAt: at, failure: messageOf(error) };
    logLine('error', 'partners.day_not_counted', { day, message: failed.failure });
    await db()
      .insert(countedDays)
      .values({ day, ...failed })
      .onConflictDoUpdate({ target: countedDays.day, set: failed });
    return false;
  }
}
