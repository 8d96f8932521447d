import 'server-only';
import { and, eq, gte, lte, sql } from 'drizzle-orm';
import { db } from '@/db/connection';
import { policyInForce } from '@/db/queries/policy/policy-in-force';
import { qualityDayFindings } from '@/db/schema';
import type { QualityDimension } from '@/lib/consignment/codes';
import type { Actor } from '@/lib/identity/actor';
import { authorise } from '@/lib/identity/permissions';
import { dimensionOf } from '@/lib/quality/dimensions';
import type { FindingCount } from './finding-count';
import { officesWithin } from './office-scope';
import { examplesWithin, presentExamples, waitingExamples } from './present-examples';

/** A finding with the points it cost on the whole: what is worth mending first. */
export type CostlyFinding = FindingCount & { readonly points: number; readonly dimension: QualityDimension };

const FINDINGS_SHOWN = 8;

/** What is worth mending first of what a partner sent to the actor's offices on some days, with examples the actor may know. Its callers checked whose it is. */
export async function costliestFindings(
  actor: Actor,
  partnerId: string,
  from: string,
  to: string,
): Promise<CostlyFinding[]> {
  authorise(actor, 'quality.read');
  const [policy, rows] = await Promise.all([
    policyInForce(db(), to),
    db()
      .select({
        code: qualityDayFindings.code,
        severity: qualityDayFindings.severity,
        field: qualityDayFindings.field,
        records: sql<number>`sum(${qualityDayFindings.records})::int`,
        examples: sql<
          string[]
        >`(array_agg(${qualityDayFindings.example} order by ${qualityDayFindings.day} desc) filter (where ${qualityDayFindings.example} is not null and ${qualityDayFindings.records} > 0))[1:12]`,
      })
      .from(qualityDayFindings)
      .where(
        and(
          eq(qualityDayFindings.partnerId, partnerId),
          gte(qualityDayFindings.day, from),
          lte(qualityDayFindings.day, to),
          officesWithin(actor, qualityDayFindings.officeId),
        ),
      )
      .groupBy(qualityDayFindings.code, qualityDayFindings.severity, qualityDayFindings.field)
      .having(sql`sum(${qualityDayFindings.records}) > 0`),
  ]);
  const top = rows
    .map((row) => {
      const dimension = dimensionOf(row.code);
      return { ...row, dimension, points: row.records * policy.quality.dimensions[dimension][row.severity] };
    })
    .sort(
      (a, b) =>
        b.points - a.points || b.records - a.records || (`${a.code}${a.field}` < `${b.code}${b.field}` ? -1 : 1),
    )
    .slice(0, FINDINGS_SHOWN);
  const present = await presentExamples(partnerId, await examplesWithin(actor, partnerId, top));
  return waitingExamples(actor, { partnerId }, present);
}
