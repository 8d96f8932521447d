import 'server-only';
import { desc, eq, sql } from 'drizzle-orm';
import { db } from '@/db/connection';
import { getSubmission } from '@/db/queries/intake/get-submission';
import { submissionFindings, submissions } from '@/db/schema';
import type { Actor } from '@/lib/identity/actor';
import { authorise } from '@/lib/identity/permissions';
import type { QualityBand } from '@/lib/quality/bands';
import type { FindingCount } from './finding-count';
import { examplesWithin, waitingExamples } from './present-examples';

export type SubmissionQuality = {
  /** Records judged so far. */
  readonly records: number;
  /** Mean score, 0 to 100; null before the first record. */
  readonly average: number | null;
  readonly bands: Readonly<Record<QualityBand, number>>;
  /** The most frequent first; of faults and of remarks the first dozen each. */
  readonly findings: readonly FindingCount[];
  /** Kinds of either beyond those. */
  readonly further: Readonly<Record<FindingCount['severity'], number>>;
};

const FINDINGS_SHOWN = 12;

/** How good the data of a submission are, and what was found in how many of its records. @throws NotFoundError */
export async function getSubmissionQuality(actor: Actor, submissionId: string): Promise<SubmissionQuality> {
  authorise(actor, 'intake.read');
  await getSubmission(actor, submissionId);
  const [[sums], findings] = await Promise.all([
    db()
      .select({
        partnerId: submissions.partnerId,
        records: submissions.qualityRecords,
        sum: submissions.qualitySum,
        poor: submissions.qualityPoor,
        weak: submissions.qualityWeak,
        fair: submissions.qualityFair,
        good: submissions.qualityGood,
      })
      .from(submissions)
      .where(eq(submissions.id, submissionId)),
    db()
      .select({
        code: submissionFindings.code,
        severity: submissionFindings.severity,
        field: submissionFindings.field,
        records: submissionFindings.records,
        examples: sql<string[]>`array_remove(array[${submissionFindings.example}], null)`,
      })
      .from(submissionFindings)
      .where(eq(submissionFindings.submissionId, submissionId))
      .orderBy(desc(submissionFindings.records), submissionFindings.code, submissionFindings.field),
  ]);
  const ofKind = (kind: FindingCount['severity']) => findings.filter(({ severity }) => severity === kind);
  const shown = new Set([...ofKind('error').slice(0, FINDINGS_SHOWN), ...ofKind('warning').slice(0, FINDINGS_SHOWN)]);
  const top = findings.filter((finding) => shown.has(finding));
  const further = (kind: FindingCount['severity']) => Math.max(0, ofKind(kind).length - FINDINGS_SHOWN);
  const own = sums ? await examplesWithin(actor, sums.partnerId, top) : [];
  const { records = 0, sum = 0, poor = 0, weak = 0, fair = 0, good = 0 } = sums ?? {};
  return {
    records,
    average: records === 0 ? null : sum / records,
    bands: { poor, weak, fair, good },
    further: { error: further('error'), warning: further('warning') },
    findings: sums ? await waitingExamples(actor, { partnerId: sums.partnerId, submissionId }, own) : [],
  };
}
