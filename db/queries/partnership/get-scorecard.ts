import 'server-only';
import { eq, gte, lte } from 'drizzle-orm';
import { db } from '@/db/connection';
import { hasMemorandum } from '@/db/queries/partnership/memorandum-in-force';
import { monthSums } from '@/db/queries/partnership/month-sums';
import { type CostlyFinding, costliestFindings } from '@/db/queries/quality/costliest-findings';
import { uncountedDays } from '@/db/queries/statistics/uncounted-days';
import { partnerMonths, partners } from '@/db/schema';
import type { Actor } from '@/lib/identity/actor';
import { authorise } from '@/lib/identity/permissions';
import { addDays, dayOf } from '@/lib/kernel/dates';
import { NotFoundError } from '@/lib/kernel/errors';
import { isUuid } from '@/lib/kernel/ids';
import { addMonths, monthOf } from '@/lib/partnership/months';
import {
  isRunning,
  type MonthCounts,
  type PeerRange,
  peerRange,
  SCORE_MEASURES,
  SCORE_MONTHS,
  type ScoreMeasure,
  scoreOf,
  standingOf,
} from '@/lib/partnership/score';

export type ScoreLine = {
  readonly measure: ScoreMeasure;
  /** A share of one, or hours; null where there is nothing to measure. */
  readonly own: number | null;
  readonly before: number | null;
  readonly peers: PeerRange | null;
  readonly standing: 'better' | 'alike' | 'worse' | null;
  /** By month, the oldest first. */
  readonly trend: readonly (number | null)[];
};

export type MonthScorecard = {
  readonly partnerId: string;
  readonly partnerName: string;
  readonly month: string;
  readonly isRunning: boolean;
  /** Months there is something of, the latest first. */
  readonly months: readonly string[];
  /** Months of the trend, the oldest first. */
  readonly trendMonths: readonly string[];
  readonly counts: MonthCounts | null;
  readonly countedAt: Date | null;
  /** Days of the month that could not be counted; its sums are those of before. */
  readonly uncounted: readonly string[];
  /** Whether a memorandum lets figures of others be shared with the partner; always for customs. */
  readonly arePeersShared: boolean;
  readonly lines: readonly ScoreLine[];
  /** What to mend first, with records that have it. */
  readonly first: readonly CostlyFinding[];
};

/**
 * The scorecard of a partner in a month, against all other partners as a range that tells none of them. Reads a row a partner and month,
 * however many consignments there are. Staff read what went to
 * their own offices, of the partner as of the others. A partner reads its own, and of others only what a memorandum in force shares with it.
 * @throws NotFoundError for a partner that is not the actor's own
 */
export async function getMonthScorecard(
  actor: Actor,
  partnerId: string,
  wished: string | null,
  at = new Date(),
): Promise<MonthScorecard> {
  authorise(actor, 'quality.read');
  const isOwn = actor.role === 'partner';
  if (!isUuid(partnerId) || (isOwn && actor.partnerId !== partnerId)) throw new NotFoundError('partner');
  const today = dayOf(at);
  const oldest = addMonths(today, -SCORE_MONTHS);
  const [[partner], own, arePeersShared] = await Promise.all([
    db().select({ name: partners.name }).from(partners).where(eq(partners.id, partnerId)),
    monthSums(
      actor,
      eq(partnerMonths.partnerId, partnerId),
      gte(partnerMonths.month, oldest),
      lte(partnerMonths.month, monthOf(today)),
    ),
    isOwn ? hasMemorandum(db(), 'peer_figures', { partnerId }, today) : Promise.resolve(true),
  ]);
  if (!partner) throw new NotFoundError('partner');
  const month = monthToShow(own, wished, today);
  const lastDay = addDays(addMonths(month, 1), -1);
  const [everybody, first, uncounted] = await Promise.all([
    arePeersShared ? monthSums(actor, eq(partnerMonths.month, month)) : [],
    costliestFindings(actor, partnerId, month, lastDay),
    uncountedDays({ from: month, to: lastDay }),
  ]);
  const peers = everybody.filter((row) => row.partnerId !== partnerId);
  const byMonth = new Map(own.map((row) => [row.month, row]));
  const trendMonths = own.map((row) => row.month);
  const counts = byMonth.get(month) ?? null;
  const previous = byMonth.get(addMonths(month, -1));
  return {
    partnerId,
    partnerName: partner.name,
    month,
    isRunning: isRunning(month, today),
    months: [...trendMonths].reverse(),
    trendMonths,
    counts,
    countedAt: counts?.countedAt ?? null,
    uncounted,
    arePeersShared,
    lines: SCORE_MEASURES.map((measure) => {
      const score = counts ? scoreOf(measure, counts) : null;
      const range = peerRange(measure, peers);
      return {
        measure,
        own: score,
        before: previous ? scoreOf(measure, previous) : null,
        peers: range,
        standing: standingOf(measure, score, range),
        trend: own.map((row) => scoreOf(measure, row)),
      };
    }),
    first,
  };
}

/** The month that was asked for where there is something of it, else the last that closed, else the last there is. */
function monthToShow(own: readonly { readonly month: string }[], wished: string | null, today: string): string {
  const has = (month: string) => own.some((row) => row.month === month);
  if (wished !== null && has(wished)) return wished;
  const closed = addMonths(today, -1);
  return has(closed) ? closed : (own.at(-1)?.month ?? monthOf(today));
}
