import 'server-only';
import { and, eq, inArray, sql } from 'drizzle-orm';
import { db } from '@/db/connection';
import { IS_OPEN_REFERRAL } from '@/db/queries/clearance/open-referral';
import { getSubmission } from '@/db/queries/intake/get-submission';
import { policyInForce } from '@/db/queries/policy/policy-in-force';
import {
  assessments,
  clearances,
  consignments,
  quarantinedRecords,
  referrals,
  submissions,
  versionlessRecords,
  versions,
} from '@/db/schema';
import { type RecordOutcome, type StandingCode, standingCodes } from '@/lib/answers/acknowledgement';
import { ACKNOWLEDGEMENTS_MAX } from '@/lib/api/calls';
import { type Told, type ToldStatus, toldStatus } from '@/lib/clearance/told-status';
import type { ReleaseCategory } from '@/lib/consignment/codes';
import type { Actor } from '@/lib/identity/actor';
import { authorise } from '@/lib/identity/permissions';
import { dayOf } from '@/lib/kernel/dates';
import { consignmentIdOf } from '@/lib/kernel/ids';
import type { Problem } from '@/lib/kernel/problem';

/** What became of one record, and where its consignment stands now. */
export type Acknowledgement = {
  readonly recordNumber: number;
  readonly reference: string | null;
  readonly outcome: RecordOutcome;
  /** Version of the data the record brought; null where it brought none. */
  readonly version: number | null;
  /** Null for a refused record. */
  readonly status: ToldStatus | null;
  /** Of the WCO Immediate Release Guidelines, as the version in force was declared; null for a refused record. */
  readonly releaseCategory: ReleaseCategory | null;
  /** ISO instant until which the officer may take the decision back; null once it is final. */
  readonly mayChangeUntil: string | null;
  readonly codes: readonly StandingCode[];
  /** The submission that took a refused record once it was mended; null where it was not. */
  readonly mendedBy: string | null;
  /** Why the record was refused, or the remarks on one that was taken, as long as its version is the one in force. */
  readonly problems: readonly Problem[];
};
export type AcknowledgementPage = {
  readonly status: Awaited<ReturnType<typeof getSubmission>>['status'];
  readonly format: Awaited<ReturnType<typeof getSubmission>>['format'];
  readonly rows: readonly Acknowledgement[];
  /** Number of the last record on this page where more follow; null at the end of what was processed so far. */
  readonly next: number | null;
};

type Found = {
  record_number: number;
  outcome: RecordOutcome;
  reference: string | null;
  consignment_id: string | null;
  version: number | null;
  problems: Problem[] | null;
  mended_by: string | null;
};

/**
 * The acknowledgements of a submission in the order of its records, a key-set page at a time. They say nothing of rules, lanes
 * or scores, and of a decision that may still be taken back until when. @throws NotFoundError
 */
export async function listAcknowledgements(
  actor: Actor,
  submissionId: string,
  page: { readonly after: number; readonly limit: number },
  at = new Date(),
): Promise<AcknowledgementPage> {
  authorise(actor, 'consignment.track');
  const { status, format } = await getSubmission(actor, submissionId);
  const limit = Math.min(page.limit, ACKNOWLEDGEMENTS_MAX);
  const found = await recordsAfter(submissionId, page.after, limit + 1);
  const rows = found.slice(0, limit);
  const ids = await consignmentIdsOf(submissionId, rows);
  const standings = await standingsOf(
    ids.flatMap((id) => id ?? []),
    at,
  );
  return {
    status,
    format,
    rows: rows.map((row, index) => {
      const standing = standings.get(ids[index] ?? '');
      return {
        recordNumber: row.record_number,
        reference: standing?.reference ?? row.reference,
        outcome: row.outcome,
        version: row.version,
        status: standing?.told.status ?? null,
        releaseCategory: standing?.releaseCategory ?? null,
        mayChangeUntil: standing?.told.mayChangeUntil?.toISOString() ?? null,
        codes: standing?.codes ?? [],
        mendedBy: row.mended_by,
        problems:
          row.outcome === 'quarantined'
            ? (row.problems ?? []).filter(({ severity }) => severity === 'error')
            : remarksOn(row, standing),
      };
    }),
    next: found.length > limit ? (rows.at(-1)?.record_number ?? null) : null,
  };
}

/** The next records of a submission: each branch reads its own index from the cursor on and stops at the limit. */
async function recordsAfter(submissionId: string, after: number, limit: number): Promise<Found[]> {
  const from = sql`submission_id = ${submissionId} and record_number > ${after} order by record_number limit ${limit}`;
  const result = await db().execute<Found>(sql`
    (select record_number, case when version = 1 then 'accepted' else 'updated' end as outcome, null as reference,
        consignment_id, version, null::jsonb as problems, null::uuid as mended_by from ${versions} where ${from})
    union all
    (select record_number, outcome, reference, null, null, null, null from ${versionlessRecords} where ${from})
    union all
    (select record_number, 'quarantined', reference, null, null, problems,
        case when state = 'replayed' then replay_id end from ${quarantinedRecords} where ${from})
    order by record_number limit ${limit}`);
  return result.rows;
}

/** The consignment of each record; null for a refused one. A record without a version is known by its reference alone. */
async function consignmentIdsOf(submissionId: string, rows: readonly Found[]): Promise<(string | null)[]> {
  const [submission] = await db()
    .select({ partnerId: submissions.partnerId })
    .from(submissions)
    .where(eq(submissions.id, submissionId));
  return rows.map(({ outcome, reference, consignment_id }) => {
    if (outcome === 'quarantined' || reference === null || !submission) return consignment_id;
    return consignmentIdOf(submission.partnerId, reference);
  });
}

type Standing = {
  readonly reference: string;
  readonly told: Told;
  readonly codes: readonly StandingCode[];
  readonly releaseCategory: ReleaseCategory;
  /** The version in force, and what was remarked on it. */
  readonly version: number;
  readonly warnings: readonly Problem[];
};

/** Remarks are kept of the version in force alone; a record that brought none or an earlier one has none to tell. */
function remarksOn({ version }: Found, standing: Standing | undefined): readonly Problem[] {
  return standing && standing.version === version ? standing.warnings : [];
}

async function standingsOf(ids: readonly string[], at: Date): Promise<Map<string, Standing>> {
  if (ids.length === 0) return new Map();
  const wanted = [...new Set(ids)];
  const [{ undoMinutes }, rows, open] = await Promise.all([
    policyInForce(db(), dayOf(at)),
    db()
      .select({
        consignmentId: clearances.consignmentId,
        reference: clearances.reference,
        status: clearances.status,
        // As declared: what an examination found is told with the decision.
        releaseCategory: assessments.releaseCategory,
        proposedFrom: clearances.proposedFrom,
        decidedAt: clearances.decidedAt,
        transmittedAt: clearances.transmittedAt,
        version: consignments.version,
        warnings: consignments.warnings,
      })
      .from(clearances)
      .innerJoin(
        consignments,
        and(
          eq(consignments.consignmentId, clearances.consignmentId),
          eq(consignments.receivedOn, clearances.receivedOn),
        ),
      )
      .innerJoin(
        assessments,
        and(
          eq(assessments.consignmentId, consignments.consignmentId),
          eq(assessments.receivedOn, consignments.receivedOn),
          eq(assessments.version, consignments.version),
        ),
      )
      .where(inArray(clearances.consignmentId, wanted)),
    db()
      .select({ consignmentId: referrals.consignmentId, type: referrals.type })
      .from(referrals)
      .where(and(inArray(referrals.consignmentId, wanted), IS_OPEN_REFERRAL)),
  ]);
  const asked = new Map<string, string[]>();
  for (const { consignmentId, type } of open) asked.set(consignmentId, [...(asked.get(consignmentId) ?? []), type]);
  return new Map(
    rows.map(({ consignmentId, reference, version, warnings, releaseCategory: category, ...decided }) => {
      const told = toldStatus(decided, undoMinutes, at);
      const codes = standingCodes(told, asked.get(consignmentId) ?? []);
      const releaseCategory = category as ReleaseCategory;
      return [consignmentId, { reference, told, codes, releaseCategory, version, warnings }];
    }),
  );
}
