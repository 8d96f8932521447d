import 'server-only';
import { sql } from 'drizzle-orm';
import { db } from '@/db/connection';
import type { Actor } from '@/lib/identity/actor';
import { authorise } from '@/lib/identity/permissions';
import { type Effectiveness, effectivenessOf } from '@/lib/statistics/effectiveness';
import type { Resolved, StatisticsFilter } from '@/lib/statistics/filter';
import { sampleRate } from '@/lib/statistics/sample-estimate';
import { cellSource } from './cell-source';
import { countOpenExtraCharges } from './count-open-extra-charges';
import { getRandomSample } from './get-random-sample';

type Row = { selection_reason: string; examination: string; consignments: number; extra: string };

/** What examinations found, by why the consignment was selected, against the random sample. */
export async function getEffectiveness(
  actor: Actor,
  filter: StatisticsFilter,
  { period }: Pick<Resolved, 'period'>,
): Promise<Effectiveness> {
  authorise(actor, 'statistics.read');
  const source = cellSource(actor, filter, {
    periods: [period],
    dimensions: ['selectionReason', 'examination'],
    measures: ['consignments', 'extraChargesMinor'],
  });
  const [open, sample] = await Promise.all([
    countOpenExtraCharges(actor, filter, period),
    getRandomSample(actor, filter, { period }),
  ]);
  const { rows } = await db().execute<Row>(sql`
    select selection_reason, examination, sum(consignments)::int as consignments, sum(extra_charges_minor)::text as extra
    from ${source} group by selection_reason, examination`);
  return effectivenessOf(
    rows.map((row) => ({
      reason: row.selection_reason,
      examination: row.examination,
      consignments: row.consignments,
      extraChargesMinor: BigInt(row.extra),
    })),
    open,
    sampleRate(sample.all),
  );
}
