import 'server-only';
import { randomBytes, randomUUID } from 'node:crypto';
import { and, eq, isNull, sql } from 'drizzle-orm';
import type { z } from 'zod';
import { writeAudit } from '@/db/audit';
import type { Tx } from '@/db/connection';
import { userOffices, users } from '@/db/schema';
import { sqlState } from '@/db/sql-state';
import { inTransaction } from '@/db/transaction';
import { parseInput } from '@/lib/clearance/parse-input';
import type { Actor } from '@/lib/identity/actor';
import { CREATE_USER_INPUT } from '@/lib/identity/inputs';
import { oneTimePassword } from '@/lib/identity/one-time-password';
import { hashPassword } from '@/lib/identity/password';
import { authorise } from '@/lib/identity/permissions';
import { requireConfirmed } from '@/lib/identity/step-up';
import { refuse } from '@/lib/kernel/errors';
import { checkBinding } from './user-scope';

/** Advisory lock of those who would be first. */
const FIRST_ADMIN_LOCK = 7_215_921;

/**
 * Makes an account with a password that is told once and kept by nobody: an administrator chooses none for others. The first of the
 * offices is where its day begins. @throws RefusedError `email_taken` and those of the binding
 */
export async function createUser(
  actor: Actor,
  input: z.input<typeof CREATE_USER_INPUT>,
  at = new Date(),
): Promise<{ userId: string; password: string }> {
  authorise(actor, 'admin.users');
  requireConfirmed(actor, at);
  return makeAccount(actor, input, at);
}

/**
 * Makes the account of the first administrator, who makes all others: by whoever runs the machine, and only while nobody can administer.
 * Two at once make one. @throws RefusedError `admin_exists`, `email_taken`
 */
export async function createFirstAdmin(
  actor: Actor,
  input: Pick<z.input<typeof CREATE_USER_INPUT>, 'email' | 'name'>,
  at = new Date(),
): Promise<{ userId: string; password: string }> {
  authorise(actor, 'admin.first');
  return makeAccount(actor, { ...input, role: 'admin' }, at, async (tx) => {
    await tx.execute(sql`select pg_advisory_xact_lock(${FIRST_ADMIN_LOCK})`);
    const [present] = await tx
      .select({ id: users.id })
      .from(users)
      .where(and(eq(users.role, 'admin'), isNull(users.disabledAt)))
      .limit(1);
    if (present) throw refuse('admin_exists');
  });
}

async function makeAccount(
  actor: Actor,
  input: z.input<typeof CREATE_USER_INPUT>,
  at: Date,
  check: (tx: Tx) => Promise<void> = async () => undefined,
): Promise<{ userId: string; password: string }> {
  const { email, name, role, ...binding } = parseInput(CREATE_USER_INPUT, input);
  const password = oneTimePassword(randomBytes(64));
  const passwordHash = await hashPassword(password, randomBytes(16));
  const userId = randomUUID();
  try {
    await inTransaction(async (tx) => {
      await check(tx);
      const { partnerId, agencyId, officeIds } = await checkBinding(tx, { role, ...binding }, at);
      await tx
        .insert(users)
        .values({ id: userId, email, name, role, partnerId, agencyId, passwordHash, createdAt: at });
      for (const [index, officeId] of officeIds.entries()) {
        await tx.insert(userOffices).values({ userId, officeId, isDefault: index === 0 });
      }
      await writeAudit(
        tx,
        actor,
        {
          action: 'admin.create_user',
          subjectType: 'user',
          subjectId: userId,
          details: { after: { role, partner: partnerId, agency: agencyId, offices: officeIds.join(' ') } },
        },
        at,
      );
    });
  } catch (error) {
    if (sqlState(error) === '23505') throw refuse('email_taken');
    throw error;
  }
  return { userId, password };
}
