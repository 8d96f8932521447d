import 'server-only';
import { and, asc, eq, gte, lte } from 'drizzle-orm';
import { db } from '@/db/connection';
import { partners, qualityDays } from '@/db/schema';
import type { Actor } from '@/lib/identity/actor';
import { authorise } from '@/lib/identity/permissions';
import { addDays, dayOf } from '@/lib/kernel/dates';
import { NotFoundError } from '@/lib/kernel/errors';
import { isUuid } from '@/lib/kernel/ids';
import type { QualityBand } from '@/lib/quality/bands';
import { type CostlyFinding, costliestFindings } from './costliest-findings';
import { officesWithin } from './office-scope';

export const QUALITY_PERIODS = [30, 90] as const;
export type QualityPeriod = (typeof QUALITY_PERIODS)[number];

/** Records of some days and their mean score; null where there was none. */
export type QualitySum = { readonly records: number; readonly refused: number; readonly average: number | null };
export type QualityWeek = QualitySum & { readonly from: string; readonly to: string };

export type PartnerQuality = {
  readonly partnerId: string;
  readonly partnerName: string;
  readonly days: QualityPeriod;
  readonly from: string;
  readonly to: string;
  readonly periods: readonly (QualitySum & { readonly days: QualityPeriod })[];
  readonly bands: Readonly<Record<QualityBand, number>>;
  /** Oldest first; weeks without a record are left out. */
  readonly weeks: readonly QualityWeek[];
  /** The costliest first. */
  readonly findings: readonly CostlyFinding[];
};

type Day = typeof qualityDays.$inferSelect;

const WEEK = 7;

/**
 * The data quality of a partner over the last days: consignments by the day of their first receipt as they are now, and the
 * records refused on each day. Staff see what went to their own
 * offices. Reads a row a day and office, and one a rule beside, however many consignments there are.
 * @throws NotFoundError for a partner that is not the actor's own
 */
export async function getPartnerQuality(
  actor: Actor,
  partnerId: string,
  days: QualityPeriod = 30,
  at = new Date(),
): Promise<PartnerQuality> {
  authorise(actor, 'quality.read');
  if (!isUuid(partnerId) || (actor.role === 'partner' && actor.partnerId !== partnerId))
    throw new NotFoundError('partner');
  const to = dayOf(at);
  const from = addDays(to, 1 - days);
  const [[partner], rows, findings] = await Promise.all([
    db().select({ name: partners.name }).from(partners).where(eq(partners.id, partnerId)),
    db()
      .select()
      .from(qualityDays)
      .where(
        and(
          eq(qualityDays.partnerId, partnerId),
          gte(qualityDays.day, addDays(to, 1 - Math.max(...QUALITY_PERIODS))),
          lte(qualityDays.day, to),
          officesWithin(actor, qualityDays.officeId),
        ),
      )
      .orderBy(asc(qualityDays.day)),
    costliestFindings(actor, partnerId, from, to),
  ]);
  if (!partner) throw new NotFoundError('partner');
  const within = rows.filter(({ day }) => day >= from);
  return {
    partnerId,
    partnerName: partner.name,
    days,
    from,
    to,
    periods: QUALITY_PERIODS.map((period) => ({
      days: period,
      ...sumOf(rows.filter(({ day }) => day >= addDays(to, 1 - period))),
    })),
    bands: {
      poor: within.reduce((sum, { poor }) => sum + poor, 0),
      weak: within.reduce((sum, { weak }) => sum + weak, 0),
      fair: within.reduce((sum, { fair }) => sum + fair, 0),
      good: within.reduce((sum, { good }) => sum + good, 0),
    },
    weeks: weeksOf(within, from, to),
    findings,
  };
}

function sumOf(rows: readonly Day[]): QualitySum {
  const records = rows.reduce((sum, row) => sum + row.records, 0);
  const refused = rows.reduce((sum, row) => sum + row.refused, 0);
  const scores = rows.reduce((sum, row) => sum + row.scoreSum, 0);
  return { records, refused, average: records > 0 ? scores / records : null };
}

/** Weeks that end on the last day and go back from there; the first may be shorter. */
function weeksOf(rows: readonly Day[], from: string, to: string): QualityWeek[] {
  const weeks: QualityWeek[] = [];
  for (let end = to; end >= from; end = addDays(end, -WEEK)) {
    const begin = addDays(end, 1 - WEEK);
    const start = begin < from ? from : begin;
    const sum = sumOf(rows.filter(({ day }) => day >= start && day <= end));
    if (sum.records > 0) weeks.unshift({ from: start, to: end, ...sum });
  }
  return weeks;
}
