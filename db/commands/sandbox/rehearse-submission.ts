import 'server-only';
import { and, eq, sql } from 'drizzle-orm';
import { processSubmission } from '@/db/commands/intake/process-submission';
import { type ReceiveInput, receiveSubmission } from '@/db/commands/intake/receive-submission';
import { db } from '@/db/connection';
import { toldConsignments } from '@/db/queries/consignment/told-consignments';
import { exportProblems } from '@/db/queries/intake/export-problems';
import { getSubmission, listQuarantined } from '@/db/queries/intake/get-submission';
import { clearances, versions } from '@/db/schema';
import { sqlState } from '@/db/sql-state';
import { rehearse } from '@/db/transaction';
import type { ConsignmentAnswer } from '@/lib/api/schemas';
import { submissionAnswer } from '@/lib/api/submission-answer';
import type { Actor } from '@/lib/identity/actor';
import { authorise } from '@/lib/identity/permissions';
import { refuse } from '@/lib/kernel/errors';
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
 * @throws RefusedError `sandbox.too_many_records` and those of the intake, SandboxBusyError
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
  await processSubmission(partner, submissionId);
  const submission = await getSubmission(partner, submissionId);
  const refused = await listQuarantined(partner, submissionId, 0, SANDBOX_RECORDS_MAX);
  let problemsCsv = '';
  for await (const line of await exportProblems(partner, submissionId)) problemsCsv += line;
  return {
    submission: { ...submissionAnswer(submission, refused), sandbox: true },
    problemsCsv,
    consignments: await consignmentsOf(submissionId, at),
  };
}

/**
 * What the trial made of consignments. Whether they would be selected for control is not told: a sender who could try as often as
 * it likes, unseen, would find out what customs looks for.
 */
async function consignmentsOf(submissionId: string, at: Date): Promise<Record<string, ConsignmentAnswer>> {
  const rows = await db()
    .select({ clearance: clearances })
    .from(versions)
    .innerJoin(
      clearances,
      and(eq(clearances.consignmentId, versions.consignmentId), eq(clearances.receivedOn, versions.receivedOn)),
    )
    .where(eq(versions.submissionId, submissionId));
  const latest = new Map(rows.map(({ clearance }) => [clearance.consignmentId, clearance]));
  const told = await toldConsignments(db(), [...latest.values()], at);
  return Object.fromEntries(told.map((one) => [one.reference, inSandbox(one)]));
}

function inSandbox(told: Awaited<ReturnType<typeof toldConsignments>>[number]): ConsignmentAnswer {
  const { holds, referrals, charges, ...rest } = structuredClone(told) as ConsignmentAnswer;
  const isWithdrawn = rest.status === 'withdrawn';
  return {
    ...rest,
    status: isWithdrawn ? 'withdrawn' : null,
    releasedAt: null,
    holds,
    referrals,
    charges,
    sandbox: true,
  };
}
