import 'server-only';
import { createHash, randomUUID } from 'node:crypto';
import { and, eq, sql } from 'drizzle-orm';
import { writeAudit } from '@/db/audit';
import { now } from '@/db/clock';
import { type Db, db } from '@/db/connection';
import { idempotencyKeys, rawChunks, submissions } from '@/db/schema';
import { inTransaction } from '@/db/transaction';
import type { Actor } from '@/lib/identity/actor';
import { authorise } from '@/lib/identity/permissions';
import { brokenOffAfter, fault } from '@/lib/intake/problem-codes';
import type { IntakeFormat } from '@/lib/intake/staged-row';
import { ForbiddenError, RefusedError, refuse } from '@/lib/kernel/errors';
import type { Problem } from '@/lib/kernel/problem';
import { assignOffices, officeOfPartner } from './assign-offices';
import { slice } from './slice';

export type ReceiveInput = {
  readonly format: IntakeFormat;
  readonly contentType: string;
  readonly fileName: string | null;
  readonly idempotencyKey: string | null;
  /** Bytes the sender announced; a body that ends elsewhere is refused. */
  readonly announcedBytes: number | null;
  readonly body: AsyncIterable<Uint8Array>;
};

export type Received = { readonly submissionId: string; readonly isReplay: boolean; readonly sizeBytes: number };

/** Largest body taken: about ten million rows. */
export const MAX_SUBMISSION_BYTES = 2_000_000_000;

/** A transfer that brings nothing for so long has broken off; see `refuse-broken-transfers`. */
const TRANSFER_LEASE = sql`statement_timestamp() + interval '10 minutes'`;
const isReceiving = (id: string) => and(eq(submissions.id, id), eq(submissions.status, 'receiving'));

/**
 * Stores the bytes of a submission with their SHA-256 before anything is read. The same Idempotency-Key with the same
 * content answers with the first submission. An empty body is a file like any other: its reader refuses it as a whole.
 * @throws RefusedError `idempotency.conflict`, `submission.incomplete`, `submission.too_large`
 */
export async function receiveSubmission(actor: Actor, input: ReceiveInput, at = now()): Promise<Received> {
  authorise(actor, 'intake.submit');
  if (!actor.partnerId) throw new ForbiddenError('intake.submit');
  const partnerId = actor.partnerId;
  const earlier = input.idempotencyKey ? await findAnswer(db(), partnerId, input.idempotencyKey) : null;
  if (earlier) return replay(earlier, input.body);

  const submissionId = randomUUID();
  await inTransaction(async (tx) => {
    await tx.insert(submissions).values({
      id: submissionId,
      partnerId,
      format: input.format,
      contentType: input.contentType,
      fileName: input.fileName,
      status: 'receiving',
      receivedAt: at,
      receivedBy: actor.id,
      leaseUntil: TRANSFER_LEASE,
    });
    await assignOffices(tx, submissionId, [await officeOfPartner(tx, partnerId)]);
  });
  if ((input.announcedBytes ?? 0) > MAX_SUBMISSION_BYTES) await tooLarge(submissionId, 0);
  const arrived = { bytes: 0 };
  const brokenOff = () => brokenOffAfter(arrived.bytes, input.announcedBytes);
  const stored = await storeChunks(submissionId, counted(input.body, arrived)).catch((error: unknown) =>
    breakOff(submissionId, error, brokenOff()),
  );
  if (input.announcedBytes !== null && input.announcedBytes !== stored.sizeBytes) {
    await abandon(submissionId, 'submission.incomplete', brokenOff(), stored.sizeBytes);
  }
  const received = await inTransaction(async (tx): Promise<Received | null> => {
    if (input.idempotencyKey) {
      const [first] = await tx
        .insert(idempotencyKeys)
        .values({ partnerId, key: input.idempotencyKey, submissionId, createdAt: at })
        .onConflictDoNothing()
        .returning({ submissionId: idempotencyKeys.submissionId });
      if (!first) {
        // Two bodies raced under one key: the first to finish is the answer, ours is kept as refused.
        const winner = await findAnswer(tx, partnerId, input.idempotencyKey);
        if (!winner || winner.sha256 !== stored.sha256) return null;
        await tx.update(submissions).set({ status: 'refused', leaseUntil: null }).where(isReceiving(submissionId));
        return { submissionId: winner.submissionId, isReplay: true, sizeBytes: winner.sizeBytes };
      }
    }
    const kept = await tx
      .update(submissions)
      .set({ status: 'stored', sizeBytes: stored.sizeBytes, sha256: stored.sha256, leaseUntil: null })
      .where(isReceiving(submissionId))
      .returning({ id: submissions.id });
    if (kept.length === 0) throw refuse('submission.incomplete');
    await writeAudit(
      tx,
      actor,
      {
        action: 'intake.submit',
        subjectType: 'submission',
        subjectId: submissionId,
        details: { sha256: stored.sha256, sizeBytes: stored.sizeBytes, format: input.format },
      },
      at,
    );
    return { submissionId, isReplay: false, sizeBytes: stored.sizeBytes };
  });
  return received ?? abandon(submissionId, 'idempotency.conflict', fault('file_key_reused', ''), stored.sizeBytes);
}

type Answer = { submissionId: string; sha256: string | null; sizeBytes: number };

async function findAnswer(from: Pick<Db, 'select'>, partnerId: string, key: string): Promise<Answer | null> {
  // Two looks by key instead of a join: keys and submissions need not lie on the same shard.
  const [given] = await from
    .select({ submissionId: idempotencyKeys.submissionId })
    .from(idempotencyKeys)
    .where(and(eq(idempotencyKeys.partnerId, partnerId), eq(idempotencyKeys.key, key)));
  if (!given) return null;
  const [row] = await from
    .select({ submissionId: submissions.id, sha256: submissions.sha256, sizeBytes: submissions.sizeBytes })
    .from(submissions)
    .where(eq(submissions.id, given.submissionId));
  return row ?? null;
}

async function replay(earlier: Answer, body: AsyncIterable<Uint8Array>): Promise<Received> {
  const hash = createHash('sha256');
  for await (const chunk of body) hash.update(chunk);
  if (hash.digest('hex') !== earlier.sha256) throw refuse('idempotency.conflict');
  return { submissionId: earlier.submissionId, isReplay: true, sizeBytes: earlier.sizeBytes };
}

async function storeChunks(submissionId: string, body: AsyncIterable<Uint8Array>) {
  const hash = createHash('sha256');
  let sizeBytes = 0;
  let chunkNumber = 0;
  for await (const content of slice(body)) {
    hash.update(content);
    sizeBytes += content.length;
    if (sizeBytes > MAX_SUBMISSION_BYTES) await tooLarge(submissionId, sizeBytes);
    await db().insert(rawChunks).values({ submissionId, chunkNumber, content });
    await db().update(submissions).set({ leaseUntil: TRANSFER_LEASE }).where(isReceiving(submissionId));
    chunkNumber += 1;
  }
  return { sizeBytes, sha256: hash.digest('hex') };
}

function tooLarge(submissionId: string, sizeBytes: number): Promise<never> {
  const problem = fault('file_too_large', '', { params: { limit: MAX_SUBMISSION_BYTES } });
  return abandon(submissionId, 'submission.too_large', problem, sizeBytes);
}

/** The body, with the bytes of it that arrived added up. */
async function* counted(body: AsyncIterable<Uint8Array>, arrived: { bytes: number }): AsyncGenerator<Uint8Array> {
  for await (const piece of body) {
    arrived.bytes += piece.length;
    yield piece;
  }
}

async function abandon(submissionId: string, code: string, problem: Problem, sizeBytes: number): Promise<never> {
  await refuseTransfer(submissionId, problem, sizeBytes);
  throw refuse(code);
}

/** The sender went away in the middle, or we cannot store: told at once if that is possible, else by the worker after a while. */
async function breakOff(submissionId: string, error: unknown, problem: Problem): Promise<never> {
  if (!(error instanceof RefusedError)) {
    const arrived = Number(problem.params?.arrivedBytes ?? 0);
    await refuseTransfer(submissionId, problem, arrived).catch(() => undefined);
  }
  throw error;
}

async function refuseTransfer(submissionId: string, problem: Problem, sizeBytes: number): Promise<void> {
  await db()
    .update(submissions)
    .set({
      status: 'refused',
      problems: [problem],
      sizeBytes,
      finishedAt: sql`statement_timestamp()`,
      leaseUntil: null,
    })
    .where(isReceiving(submissionId));
}
