import 'server-only';
import { and, eq, gte, inArray, sql } from 'drizzle-orm';
import { db } from '@/db/connection';
import { withinScope } from '@/db/queries/clearance/scope';
import { clearances, examinations, identities } from '@/db/schema';
import { INDICATOR_CODES, type IndicatorCode } from '@/lib/assessment/types';
import type { Actor } from '@/lib/identity/actor';
import { authorise } from '@/lib/identity/permissions';
import { DAY_MS } from '@/lib/kernel/dates';
import { type Rate, wilson } from '@/lib/kernel/wilson';

/** How far back results are counted. */
export const HITS_DAYS = 90;

export type IndicatorHits = {
  readonly code: IndicatorCode;
  readonly examined: number;
  readonly findings: number;
  readonly hitRate: Rate;
};

/**
 * What examinations found, by the indicators of the consignment; most examined first. The few examinations lead to their
 * consignments by key, so the many that nobody examined are not read.
 */
export async function getIndicatorHits(actor: Actor, at = new Date()): Promise<readonly IndicatorHits[]> {
  authorise(actor, 'statistics.read');
  const code = sql<string>`unnest(${clearances.topIndicators})`;
  const examined = db()
    .selectDistinct({
      consignmentId: clearances.consignmentId,
      outcome: clearances.examinationOutcome,
      code: code.as('code'),
    })
    .from(examinations)
    .innerJoin(identities, eq(identities.consignmentId, examinations.consignmentId))
    .innerJoin(
      clearances,
      and(eq(clearances.consignmentId, identities.consignmentId), eq(clearances.receivedOn, identities.receivedOn)),
    )
    .where(
      and(
        gte(examinations.recordedAt, new Date(at.getTime() - HITS_DAYS * DAY_MS)),
        inArray(clearances.examinationOutcome, ['conform', 'finding']),
        withinScope(actor),
      ),
    )
    .as('examined');
  const rows = await db()
    .select({
      code: examined.code,
      examined: sql<number>`count(*)::int`,
      findings: sql<number>`count(*) filter (where ${examined.outcome} = 'finding')::int`,
    })
    .from(examined)
    .groupBy(examined.code);
  return INDICATOR_CODES.flatMap((known) => {
    const row = rows.find((candidate) => candidate.code === known);
    const hitRate = row ? wilson(row.findings, row.examined) : null;
    return row && hitRate ? [{ code: known, examined: row.examined, findings: row.findings, hitRate }] : [];
  }).sort((a, b) => b.examined - a.examined);
}
