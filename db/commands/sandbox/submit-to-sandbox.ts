import 'server-only';
import { createHash } from 'node:crypto';
import { and, desc, eq, inArray, lte } from 'drizzle-orm';
import { writeAudit } from '@/db/audit';
import type { ReceiveInput } from '@/db/commands/intake/receive-submission';
import type { Tx } from '@/db/connection';
import { findAnswerByKey, type SandboxAnswer } from '@/db/queries/sandbox/sandbox-answers';
import { sandboxAnswers } from '@/db/schema';
import { inTransaction } from '@/db/transaction';
import type { Actor } from '@/lib/identity/actor';
import { authorise } from '@/lib/identity/permissions';
import { ForbiddenError, refuse } from '@/lib/kernel/errors';
import { SANDBOX_ANSWERS_MAX, SANDBOX_BYTES_MAX, SANDBOX_HOURS } from '@/lib/sandbox/limits';
import type { SandboxOutcome } from '@/lib/sandbox/outcome';
import { oneAtATime } from './one-at-a-time';
import { rehearseSubmission } from './rehearse-submission';

const HOUR_MS = 3_600_000;

/**
 * Judges and assesses a submission as if it were sent in earnest, keeps the answer for a day and nothing else. The same
 * Idempotency-Key with the same content gives the first answer while it is kept.
 * @throws RefusedError `idempotency.conflict`, `sandbox.too_large`, `sandbox.too_many_records`, `sandbox.acts` and those of the intake; SandboxBusyError
 */
export async function submitToSandbox(actor: Actor, input: ReceiveInput, at = new Date()): Promise<SandboxOutcome> {
  authorise(actor, 'sandbox.submit');
  if (!actor.partnerId) throw new ForbiddenError('sandbox.submit');
  const { partnerId } = actor;
  const content = await wholeOf(input.body);
  const sha256 = createHash('sha256').update(content).digest('hex');
  const { idempotencyKey } = input;
  const earlier = idempotencyKey === null ? null : await findAnswerByKey(actor, idempotencyKey, at);
  if (earlier) return firstAnswer(earlier, sha256);

  const outcome = await oneAtATime(() => rehearseSubmission(actor, { ...input, content }, at));
  const { submissionId, received, accepted, quarantined, unchanged, updated, status } = outcome.submission;
  const isKept = await inTransaction(async (tx) => {
    await tx
      .delete(sandboxAnswers)
      .where(and(eq(sandboxAnswers.partnerId, partnerId), lte(sandboxAnswers.expiresAt, at)));
    const kept = await tx
      .insert(sandboxAnswers)
      .values({
        partnerId,
        submissionId,
        idempotencyKey,
        sha256,
        receivedAt: at,
        expiresAt: new Date(at.getTime() + SANDBOX_HOURS * HOUR_MS),
        records: received,
        outcome,
      })
      .onConflictDoNothing()
      .returning({ submissionId: sandboxAnswers.submissionId });
    if (kept.length === 0) return false;
    await dropOldest(tx, partnerId);
    await writeAudit(
      tx,
      actor,
      {
        action: 'sandbox.submit',
        subjectType: 'partner',
        subjectId: partnerId,
        details: { submissionId, sha256, status, received, accepted, quarantined, unchanged, updated },
      },
      at,
    );
    return true;
  });
  if (isKept || idempotencyKey === null) return outcome;
  // Another with the same key was quicker: its answer counts.
  const first = await findAnswerByKey(actor, idempotencyKey, at);
  return first ? firstAnswer(first, sha256) : outcome;
}

/** An answer may hold megabytes, and a key may ask all day long. */
async function dropOldest(tx: Tx, partnerId: string): Promise<void> {
  const beyond = await tx
    .select({ submissionId: sandboxAnswers.submissionId })
    .from(sandboxAnswers)
    .where(eq(sandboxAnswers.partnerId, partnerId))
    .orderBy(desc(sandboxAnswers.receivedAt))
    .offset(SANDBOX_ANSWERS_MAX);
  if (beyond.length === 0) return;
  const ids = beyond.map(({ submissionId }) => submissionId);
  await tx
    .delete(sandboxAnswers)
    .where(and(eq(sandboxAnswers.partnerId, partnerId), inArray(sandboxAnswers.submissionId, ids)));
}

function firstAnswer(earlier: SandboxAnswer, sha256: string): SandboxOutcome {
  if (earlier.sha256 !== sha256) throw refuse('idempotency.conflict');
  return earlier.outcome;
}

/** The body in memory, so that nothing waits for a slow sender. */
async function wholeOf(body: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const pieces: Uint8Array[] = [];
  let size = 0;
  for await (const piece of body) {
    size += piece.length;
    if (size > SANDBOX_BYTES_MAX) throw refuse('sandbox.too_large', { limit: SANDBOX_BYTES_MAX / 1_048_576 });
    pieces.push(piece);
  }
  return Buffer.concat(pieces);
}
