import 'server-only';
import { sql } from 'drizzle-orm';
import type { Tx } from '@/db/connection';
import { insertSet } from '@/db/insert-set';
import { qualityDayFindings, qualityDays } from '@/db/schema';
import { QualityTally, type Scored } from '@/lib/quality/tally';

/** Stands for the office of what names none that is known. */
export const NO_OFFICE = '-';

/** What is added to the quality of a partner on one day at one office; a tally may take away. */
export type QualityDay = { readonly day: string; readonly officeId: string; readonly tally: QualityTally };

/** Adds to the days of a partner. Rows in the order of their keys, so that two batches of one partner cannot wait on each other. */
export async function saveQualityDays(tx: Tx, partnerId: string, added: readonly QualityDay[]): Promise<void> {
  const keyOf = ({ day, officeId }: QualityDay) => `${day} ${officeId}`;
  const days = [...added].sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
  await insertSet(
    tx,
    qualityDays,
    days.map(({ day, officeId, tally: { records, refused, scoreSum, bands } }) => ({
      ...{ partnerId, day, officeId, records, refused, scoreSum },
      ...bands,
    })),
    sql`on conflict (partner_id, day, office_id) do update set
      records = quality_days.records + excluded.records,
      refused = quality_days.refused + excluded.refused,
      score_sum = quality_days.score_sum + excluded.score_sum,
      poor = quality_days.poor + excluded.poor,
      weak = quality_days.weak + excluded.weak,
      fair = quality_days.fair + excluded.fair,
      good = quality_days.good + excluded.good`,
  );
  await insertSet(
    tx,
    qualityDayFindings,
    days.flatMap(({ day, officeId, tally }) =>
      tally.findings().map((found) => ({ partnerId, day, officeId, ...found })),
    ),
    sql`on conflict (partner_id, day, office_id, code, severity, field) do update set
      records = quality_day_findings.records + excluded.records,
      example = coalesce(excluded.example, quality_day_findings.example)`,
  );
}

/** Moves what a consignment adds to the quality of its partner from one office to another, with the consignment itself. */
export async function moveQuality(
  tx: Tx,
  consignment: { readonly partnerId: string; readonly reference: string; readonly receivedOn: string },
  quality: Scored,
  offices: { readonly from: string; readonly to: string },
): Promise<void> {
  const { partnerId, reference, receivedOn: day } = consignment;
  const [gone, come] = [new QualityTally(), new QualityTally()];
  gone.enter(quality, -1, null);
  come.enter(quality, 1, reference);
  await saveQualityDays(tx, partnerId, [
    { day, officeId: offices.from, tally: gone },
    { day, officeId: offices.to, tally: come },
  ]);
}
