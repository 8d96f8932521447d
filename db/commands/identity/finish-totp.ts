import 'server-only';
import { and, eq, isNull } from 'drizzle-orm';
import type { z } from 'zod';
import { writeAudit } from '@/db/audit';
import { totps } from '@/db/schema';
import { inTransaction } from '@/db/transaction';
import { parseInput } from '@/lib/clearance/parse-input';
import type { Actor } from '@/lib/identity/actor';
import { CODE_INPUT } from '@/lib/identity/inputs';
import { authorise } from '@/lib/identity/permissions';
import { requireConfirmed } from '@/lib/identity/step-up';
import { matchingStep } from '@/lib/identity/totp';
import { refuse } from '@/lib/kernel/errors';
import { openFor, replaceRecoveryCodes } from './take-code';

/** A secret that was begun and left is not finished later: somebody may have seen it. */
const BEGUN_MS_MAX = 30 * 60_000;

/**
 * Puts a begun second factor in use by a first code of it, and gives ten recovery codes, told once, here.
 * @throws RefusedError `totp.not_begun`, `totp.wrong`, `changed_meanwhile`, `confirmation_needed`
 */
export async function finishTotp(
  actor: Actor,
  input: z.input<typeof CODE_INPUT>,
  at = new Date(),
): Promise<{ recoveryCodes: string[] }> {
  authorise(actor, 'identity.self');
  const { code } = parseInput(CODE_INPUT, input);
  requireConfirmed(actor, at);
  return inTransaction(async (tx) => {
    const [begun] = await tx
      .select()
      .from(totps)
      .where(and(eq(totps.userId, actor.id), isNull(totps.enrolledAt)));
    if (!begun || at.getTime() - begun.begunAt.getTime() > BEGUN_MS_MAX) throw refuse('totp.not_begun');
    const secret = openFor(actor.id, begun.sealedSecret);
    const step = secret && matchingStep(secret.content, code, begun.lastStep, at);
    if (step === null) throw refuse('totp.wrong');
    const enrolled = await tx
      .update(totps)
      .set({ enrolledAt: at, lastStep: step })
      .where(and(eq(totps.userId, actor.id), isNull(totps.enrolledAt), eq(totps.sealedSecret, begun.sealedSecret)))
      .returning({ userId: totps.userId });
    if (enrolled.length === 0) throw refuse('changed_meanwhile');
    const codes = await replaceRecoveryCodes(tx, actor.id);
    await writeAudit(tx, actor, { action: 'identity.enrol_totp', subjectType: 'user', subjectId: actor.id }, at);
    return { recoveryCodes: codes };
  });
}
