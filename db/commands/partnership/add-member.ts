import 'server-only';
import { randomBytes, randomUUID } from 'node:crypto';
import { and, eq, isNull } from 'drizzle-orm';
import type { z } from 'zod';
import { lockPartnerInUse } from '@/db/api-keys';
import { writeAudit } from '@/db/audit';
import { users } from '@/db/schema';
import { sqlState } from '@/db/sql-state';
import { inTransaction } from '@/db/transaction';
import { parseInput } from '@/lib/clearance/parse-input';
import type { Actor } from '@/lib/identity/actor';
import { oneTimePassword } from '@/lib/identity/one-time-password';
import { hashPassword } from '@/lib/identity/password';
import { authorise } from '@/lib/identity/permissions';
import { requireConfirmed } from '@/lib/identity/step-up';
import { NotFoundError, refuse } from '@/lib/kernel/errors';
import { ADD_MEMBER_INPUT } from '@/lib/partnership/inputs';

/** People that a partner can have in use at once. */
export const MEMBERS_MAX = 50;

/**
 * A person of a partner makes an account for a colleague; its password is told once.
 * @throws NotFoundError of a partner that is shut out; RefusedError `email_taken`, `team.full`, `confirmation_needed`
 */
export async function addMember(
  actor: Actor,
  input: z.input<typeof ADD_MEMBER_INPUT>,
  at = new Date(),
): Promise<{ userId: string; password: string }> {
  authorise(actor, 'partner.team');
  const { email, name } = parseInput(ADD_MEMBER_INPUT, input);
  requireConfirmed(actor, at);
  const { partnerId } = actor;
  // A key is no person: it makes none.
  if (!partnerId || actor.kind !== 'user') throw new NotFoundError('partner');
  const password = oneTimePassword(randomBytes(64));
  const passwordHash = await hashPassword(password, randomBytes(16));
  const userId = randomUUID();
  try {
    await inTransaction(async (tx) => {
      await lockPartnerInUse(tx, partnerId);
      const members = await tx.$count(users, and(eq(users.partnerId, partnerId), isNull(users.disabledAt)));
      if (members >= MEMBERS_MAX) throw refuse('team.full', { limit: MEMBERS_MAX });
      await tx
        .insert(users)
        .values({ id: userId, email, name, role: 'partner', partnerId, passwordHash, createdAt: at });
      const subject = { subjectType: 'user' as const, subjectId: userId };
      await writeAudit(tx, actor, { action: 'partner.add_member', ...subject, details: { partnerId } }, at);
    });
  } catch (error) {
    if (sqlState(error) === '23505') throw refuse('email_taken');
    throw error;
  }
  return { userId, password };
}
