import { processSubmission } from '@/db/commands/intake/process-submission';
import { receiveSubmission } from '@/db/commands/intake/receive-submission';
import { type Actor, SYSTEM_ACTOR } from '@/lib/identity/actor';
import type { IntakeFormat } from '@/lib/intake/staged-row';
import { oneByOne } from './submissions';

/** Stores a body as a partner sends it, for a worker to take; gives the id of the submission. */
export async function storeSubmission(
  actor: Actor,
  body: string,
  format: IntakeFormat = 'csv',
  at = new Date(),
): Promise<string> {
  const input = {
    format,
    contentType: 'text/plain',
    fileName: null,
    idempotencyKey: null,
    announcedBytes: null,
    body: oneByOne(Buffer.from(body)),
  };
  const { submissionId } = await receiveSubmission(actor, input, at);
  return submissionId;
}

/** Sends a body as a partner and takes it to its end; gives the id of the submission. */
export async function sendSubmission(
  actor: Actor,
  body: string,
  format: IntakeFormat = 'csv',
  at = new Date(),
): Promise<string> {
  const submissionId = await storeSubmission(actor, body, format, at);
  await processSubmission(SYSTEM_ACTOR, submissionId);
  return submissionId;
}
