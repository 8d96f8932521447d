import 'server-only';
import { and, asc, eq, gt, gte, isNull, lte, notInArray, or, sql } from 'drizzle-orm';
import { db } from '@/db/connection';
import { getCurrency } from '@/db/queries/policy/get-currency';
import {
  cells,
  filledCubes,
  memoranda,
  parameters,
  partnerMonths,
  resolutionActions,
  trustStatuses,
  users,
  vintages,
} from '@/db/schema';
import type { Actor } from '@/lib/identity/actor';
import { authorise, can } from '@/lib/identity/permissions';
import { addDays, dayOf } from '@/lib/kernel/dates';
import { addMonths } from '@/lib/partnership/months';
import type { MaturityFigure } from '@/lib/partnership/resolution';

const MONTHS = 3;
const SECONDS_AN_HOUR = 3_600;

/** A figure of the administration: a share of one, hours, a count, or an amount in minor units; null where there is nothing to measure. */
export type Maturity = Readonly<Record<Exclude<MaturityFigure, 'extraCharges'>, number | null>> & {
  readonly extraCharges: bigint | null;
};

export type PlannedAction = typeof resolutionActions.$inferSelect & { readonly isOverdue: boolean };

export type Resolution = {
  readonly from: string;
  readonly to: string;
  readonly currency: Awaited<ReturnType<typeof getCurrency>>;
  readonly figures: Maturity;
  /** What is open first, by date. */
  readonly plan: readonly PlannedAction[];
  /** Who can own an action, by name; empty for who may not plan. */
  readonly owners: readonly { readonly id: string; readonly name: string }[];
};

/** How far the administration has come by its own figures of the last closed months, all offices together, and what it plans. */
export async function getResolution(actor: Actor, at = new Date()): Promise<Resolution> {
  authorise(actor, 'resolution.read');
  const today = dayOf(at);
  const from = addMonths(today, -MONTHS);
  const to = addDays(addMonths(today, 0), -1);
  const [months, cleared, counts, plan, owners, currency] = await Promise.all([
    monthFigures(from, to, today),
    clearedFigures(from, to),
    countedFigures(today),
    db()
      .select()
      .from(resolutionActions)
      .orderBy(
        sql`${resolutionActions.state} <> 'open'`,
        asc(resolutionActions.dueOn),
        asc(resolutionActions.actionId),
      ),
    can(actor, 'resolution.plan')
      ? db()
          .select({ id: users.id, name: users.name })
          .from(users)
          .where(and(isNull(users.disabledAt), notInArray(users.role, ['partner', 'agency'])))
          .orderBy(asc(users.name))
      : [],
    getCurrency(),
  ]);
  return {
    from,
    to,
    currency,
    figures: { ...months, ...cleared, ...counts },
    plan: plan.map((action) => ({ ...action, isOverdue: action.state === 'open' && action.dueOn < today })),
    owners,
  };
}

const share = (part: number, whole: number): number | null => (whole === 0 ? null : part / whole);

/** From the months of the scorecards, all partners and offices together: the resolution is about the administration as a whole. */
async function monthFigures(from: string, to: string, today: string) {
  const sum = (column: Parameters<typeof sql>[1]) => sql<number>`coalesce(sum(${column}), 0)::float8`;
  const [sums] = await db()
    .select({
      consignments: sum(partnerMonths.consignments),
      beforeArrival: sum(partnerMonths.beforeArrival),
      complete: sum(partnerMonths.complete),
      coded: sum(partnerMonths.coded),
      selected: sum(partnerMonths.selected),
      asked: sum(partnerMonths.asked),
      answeredInTime: sum(partnerMonths.answeredInTime),
      examined: sum(partnerMonths.examined),
      findings: sum(partnerMonths.findings),
      trusted: sql<number>`coalesce(sum(${partnerMonths.consignments}) filter (where ${trustStatuses.statusId} is not null), 0)::float8`,
    })
    .from(partnerMonths)
    .leftJoin(
      trustStatuses,
      and(
        eq(trustStatuses.partnerId, partnerMonths.partnerId),
        eq(trustStatuses.state, 'granted'),
        gt(trustStatuses.validTo, today),
      ),
    )
    .where(and(gte(partnerMonths.month, from), lte(partnerMonths.month, to)));
  if (!sums) throw new Error('a sum over no rows is a row');
  const { consignments } = sums;
  return {
    beforeArrival: share(sums.beforeArrival, consignments),
    complete: share(sums.complete, consignments),
    coded: share(sums.coded, consignments),
    releasedAtOnce: share(consignments - sums.selected, consignments),
    answeredInTime: share(sums.answeredInTime, sums.asked),
    hitRate: share(sums.findings, sums.examined),
    trustedShare: share(sums.trusted, consignments),
  };
}

/** From the smallest cube of the statistics, once it is filled. */
async function clearedFigures(from: string, to: string) {
  const [sums] = await db()
    .select({
      released: sql<number>`sum(${cells.released})::float8`,
      seconds: sql<number>`sum(${cells.releaseSeconds})::float8`,
      extra: sql<string | null>`sum(${cells.extraChargesMinor})::text`,
    })
    .from(cells)
    .innerJoin(filledCubes, and(eq(filledCubes.cube, cells.cube), sql`${filledCubes.filledAt} is not null`))
    .where(and(eq(cells.cube, 'total'), gte(cells.day, from), lte(cells.day, to)));
  const hours = sums?.released ? sums.seconds / sums.released / SECONDS_AN_HOUR : null;
  return { releaseHours: hours, extraCharges: sums?.extra ? BigInt(sums.extra) : null };
}

async function countedFigures(today: string) {
  const [ofMemoranda, published, lawPeriods] = await Promise.all([
    db().$count(
      memoranda,
      and(lte(memoranda.validFrom, today), gt(memoranda.validTo, today), isNull(memoranda.endedAt)),
    ),
    db().$count(vintages),
    db().$count(
      parameters,
      and(lte(parameters.validFrom, today), or(isNull(parameters.validTo), gt(parameters.validTo, today))),
    ),
  ]);
  return { memoranda: ofMemoranda, published, lawPeriods };
}
