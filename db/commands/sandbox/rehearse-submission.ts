import 'server-only';
import { eq, inArray, sql } from 'drizzle-orm';
import { processSubmission } from '@/db/commands/intake/process-submission';
import { type ReceiveInput, receiveSubmission } from '@/db/commands/intake/receive-submission';
import { db } from '@/db/connection';
import { type Acknowledgement, listAcknowledgements } from '@/db/queries/answers/list-acknowledgements';
import { toldConsignments } from '@/db/queries/consignment/told-consignments';
import { exportProblems } from '@/db/queries/intake/export-problems';
import { getSubmission, listQuarantined } from '@/db/queries/intake/get-submission';
import { clearances, stagedRows } from '@/db/schema';
import { sqlState } from '@/db/sql-state';
import { rehearse } from '@/db/transaction';
import type { ConsignmentAnswer } from '@/lib/api/consignment-schema';
import type { AcknowledgementAnswer } from '@/lib/api/schemas';
import { acknowledgementAnswer, submissionAnswer } from '@/lib/api/submission-answer';
import type { Actor } from '@/lib/identity/actor';
import { authorise } from '@/lib/identity/permissions';
import type { StagedContent } from '@/lib/intake/staged-row';
import { refuse } from '@/lib/kernel/errors';
import { consignmentIdOf } from '@/lib/kernel/ids';
import { SANDBOX_RECORDS_MAX } from '@/lib/sandbox/limits';
import type { SandboxOutcome } from '@/lib/sandbox/outcome';
import { SandboxBusyError } from './one-at-a-time';

export type Trial = Pick<ReceiveInput, 'format' | 'contentType' | 'fileName' | 'announcedBytes'> & {
  readonly content: Uint8Array;
};

const TRIES = 3;
/** Lock not available, deadlock: somebody who works has what the trial needs. */
const IN_THE_WAY = ['55P03', '40P01'];

/**
 * Takes a body through the intake as the partner's own key would, tells what came of it, and takes everything back.
 * @throws RefusedError `sandbox.too_many_records`, `sandbox.acts` and those of the intake, SandboxBusyError
 */
export async function rehearseSubmission(actor: Actor, trial: Trial, at: Date): Promise<SandboxOutcome> {
  authorise(actor, 'sandbox.submit');
  for (let left = TRIES; left > 0; left -= 1) {
    try {
      return await rehearse(() => play({ ...actor, role: 'partner' }, trial, at), { purpose: 'jobs' });
    } catch (error) {
      if (!IN_THE_WAY.includes(sqlState(error) ?? '')) throw error;
    }
  }
  throw new SandboxBusyError();
}

async function play(partner: Actor, { content, ...trial }: Trial, at: Date): Promise<SandboxOutcome> {
  // Shorter than the time after which a deadlock is looked for: the trial gives way, never who works.
  await db().execute(sql`set local lock_timeout = '300ms'`);
  const body = (async function* () {
    yield content;
  })();
  const { submissionId } = await receiveSubmission(partner, { ...trial, idempotencyKey: null, body }, at);
  // Read only, at first: no batch is begun.
  await processSubmission(partner, submissionId, AbortSignal.abort());
  const { received } = await getSubmission(partner, submissionId);
  if (received > SANDBOX_RECORDS_MAX) {
    throw refuse('sandbox.too_many_records', { received, limit: SANDBOX_RECORDS_MAX });
  }
  await refuseActs(submissionId);
  await processSubmission(partner, submissionId);
  const submission = await getSubmission(partner, submissionId);
  const refused = await listQuarantined(partner, submissionId, 0, SANDBOX_RECORDS_MAX);
  const { rows } = await listAcknowledgements(partner, submissionId, { after: 0, limit: SANDBOX_RECORDS_MAX }, at);
  let problemsCsv = '';
  for await (const line of await exportProblems(partner, submissionId)) problemsCsv += line;
  return {
    // What is forgotten has no page to map its columns on.
    submission: { ...submissionAnswer(submission, refused), mapColumnsAt: undefined, sandbox: true },
    problemsCsv,
    acknowledgements: rows.map((row) => unselected(acknowledgementAnswer(row, trial.format))),
    consignments: await consignmentsOf(partner, rows, at),
  };
}

/**
 * What an amendment or a cancellation is answered depends on whether customs holds, looks at or has released the consignment; of that
 * a trial tells nothing. @throws RefusedError `sandbox.acts`
 */
async function refuseActs(submissionId: string): Promise<void> {
  const rows = await db()
    .select({ recordNumber: stagedRows.recordNumber, content: stagedRows.content })
    .from(stagedRows)
    .where(eq(stagedRows.submissionId, submissionId))
    .orderBy(stagedRows.recordNumber);
  const act = rows.find(({ content }) => (JSON.parse(content) as StagedContent | null)?.act !== undefined);
  if (act) throw refuse('sandbox.acts', { record: act.recordNumber });
}

/**
 * Of whether a consignment would be selected for control a trial tells nothing: a sender who could try as often as it likes, unseen,
 * would find out what customs looks for.
 */
function unselected(row: AcknowledgementAnswer): AcknowledgementAnswer {
  return { ...row, status: row.status === 'withdrawn' ? 'withdrawn' : null, mayChangeUntil: null, codes: [] };
}

/** The consignments of records that were not refused, as the trial leaves them. */
async function consignmentsOf(
  { partnerId }: Actor,
  rows: readonly Acknowledgement[],
  at: Date,
): Promise<Record<string, ConsignmentAnswer>> {
  const ids = rows.flatMap(({ reference, outcome }) =>
    partnerId && reference && outcome !== 'quarantined' ? [consignmentIdOf(partnerId, reference)] : [],
  );
  if (ids.length === 0) return {};
  const found = await db().select().from(clearances).where(inArray(clearances.consignmentId, ids));
  const told = await toldConsignments(db(), found, at);
  return Object.fromEntries(
    told.map((one) => {
      const answer = structuredClone(one) as ConsignmentAnswer;
      const status = one.status === 'withdrawn' ? one.status : null;
      return [one.reference, { ...answer, status, releasedAt: null, payment: null, sandbox: true }];
    }),
  );
}
