import 'server-only';
import { and, desc, eq, gt, sql } from 'drizzle-orm';
import { db } from '@/db/connection';
import { sandboxAnswers } from '@/db/schema';
import type { ConsignmentAnswer } from '@/lib/api/consignment-schema';
import type { Actor } from '@/lib/identity/actor';
import { authorise } from '@/lib/identity/permissions';
import { NotFoundError } from '@/lib/kernel/errors';
import { isUuid } from '@/lib/kernel/ids';
import type { SandboxOutcome } from '@/lib/sandbox/outcome';

export type SandboxAnswer = { readonly sha256: string; readonly outcome: SandboxOutcome };

const NOBODY = '00000000-0000-0000-0000-000000000000';

/** Of the actor's partner, and not expired. */
const readable = (actor: Actor, at: Date) =>
  and(eq(sandboxAnswers.partnerId, actor.partnerId ?? NOBODY), gt(sandboxAnswers.expiresAt, at));

/** The answer given under an Idempotency-Key, while it is kept. */
export async function findAnswerByKey(actor: Actor, key: string, at: Date): Promise<SandboxAnswer | null> {
  authorise(actor, 'sandbox.submit');
  const [row] = await db()
    .select({ sha256: sandboxAnswers.sha256, outcome: sandboxAnswers.outcome })
    .from(sandboxAnswers)
    .where(and(readable(actor, at), eq(sandboxAnswers.idempotencyKey, key)));
  return row ?? null;
}

/** What a trial would have come to. @throws NotFoundError also when it has expired */
export async function getSandboxOutcome(actor: Actor, submissionId: string, at = new Date()): Promise<SandboxOutcome> {
  authorise(actor, 'sandbox.read');
  if (!isUuid(submissionId)) throw new NotFoundError('submission');
  const [row] = await db()
    .select({ outcome: sandboxAnswers.outcome })
    .from(sandboxAnswers)
    .where(and(readable(actor, at), eq(sandboxAnswers.submissionId, submissionId)));
  if (!row) throw new NotFoundError('submission');
  return row.outcome;
}

/** A consignment as the newest trial that brought it would have left it. @throws NotFoundError */
export async function getSandboxConsignment(
  actor: Actor,
  reference: string,
  at = new Date(),
): Promise<ConsignmentAnswer> {
  authorise(actor, 'sandbox.read');
  const told = sql<ConsignmentAnswer | null>`${sandboxAnswers.outcome} -> 'consignments' -> ${reference}::text`;
  const [row] = await db()
    .select({ told })
    .from(sandboxAnswers)
    .where(and(readable(actor, at), sql`${told} is not null`))
    .orderBy(desc(sandboxAnswers.receivedAt))
    .limit(1);
  if (!row?.told) throw new NotFoundError('consignment');
  // One kept from before there were attachments has none.
  return { ...row.told, attachments: row.told.attachments ?? [] };
}
