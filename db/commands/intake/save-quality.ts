import 'server-only';
import { eq, sql } from 'drizzle-orm';
import type { Tx } from '@/db/connection';
import { insertSet } from '@/db/insert-set';
import { submissionFindings, submissions } from '@/db/schema';
import { QualityTally } from '@/lib/quality/tally';
import type { BadRecord, GoodRecord } from './read-batch';
import { NO_OFFICE, saveQualityDays } from './save-quality-days';
import { placeOf, type Standing } from './standing';

type Judged = {
  readonly good: readonly GoodRecord[];
  /** Those of `good` that are new or say something else than before. */
  readonly changed: readonly GoodRecord[];
  readonly bad: readonly BadRecord[];
};
type Context = { readonly submissionId: string; readonly partnerId: string; readonly receivedOn: string };

const scoredOf = ({ qualityScore, warnings }: GoodRecord) => ({ score: qualityScore, problems: warnings });

/**
 * Adds a batch to the quality of its submission and of its partner. The partner's days hold consignments as they are now, on
 * the day of their first receipt and at the office that handles them: an amendment takes out what the version before had added.
 * A record sent again without a change is judged for the submission and counts for the partner no second time.
 */
export async function saveQuality(
  tx: Tx,
  judged: Judged,
  standings: ReadonlyMap<string, Standing>,
  { submissionId, partnerId, receivedOn }: Context,
): Promise<void> {
  const ofSubmission = new QualityTally();
  const ofDays = new Map<string, QualityTally>();
  const on = (day: string, officeId: string): QualityTally => {
    const tally = ofDays.get(`${day} ${officeId}`) ?? new QualityTally();
    ofDays.set(`${day} ${officeId}`, tally);
    return tally;
  };
  for (const good of judged.good) ofSubmission.enter(scoredOf(good), 1, good.record.reference);
  for (const bad of judged.bad) {
    const refused = { score: bad.qualityScore, problems: bad.problems };
    ofSubmission.enter(refused, 1, bad.reference);
    on(receivedOn, bad.officeId ?? NO_OFFICE).enter(refused, 1, bad.reference);
  }
  for (const good of judged.changed) {
    const standing = standings.get(good.consignmentId);
    const day = standing?.receivedOn ?? receivedOn;
    if (standing?.quality) on(day, standing.clearance.officeId).enter(standing.quality, -1, null);
    on(day, placeOf(good.record, standing).officeId).enter(scoredOf(good), 1, good.record.reference);
  }
  await saveSubmission(tx, submissionId, ofSubmission);
  await saveQualityDays(
    tx,
    partnerId,
    [...ofDays].map(([key, tally]) => {
      const [day = '', officeId = ''] = key.split(' ');
      return { day, officeId, tally };
    }),
  );
}

async function saveSubmission(tx: Tx, submissionId: string, tally: QualityTally): Promise<void> {
  await tx
    .update(submissions)
    .set({
      qualityRecords: sql`${submissions.qualityRecords} + ${tally.records}`,
      qualitySum: sql`${submissions.qualitySum} + ${tally.scoreSum}`,
      qualityPoor: sql`${submissions.qualityPoor} + ${tally.bands.poor}`,
      qualityWeak: sql`${submissions.qualityWeak} + ${tally.bands.weak}`,
      qualityFair: sql`${submissions.qualityFair} + ${tally.bands.fair}`,
      qualityGood: sql`${submissions.qualityGood} + ${tally.bands.good}`,
    })
    .where(eq(submissions.id, submissionId));
  await insertSet(
    tx,
    submissionFindings,
    tally.findings().map((found) => ({ submissionId, ...found })),
    sql`on conflict (submission_id, code, severity, field) do update set
      records = submission_findings.records + excluded.records,
      example = coalesce(excluded.example, submission_findings.example)`,
  );
}
