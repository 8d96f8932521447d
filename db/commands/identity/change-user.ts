import 'server-only';
import { eq } from 'drizzle-orm';
import type { z } from 'zod';
import { writeAudit } from '@/db/audit';
import { userOffices, users } from '@/db/schema';
import { inTransaction } from '@/db/transaction';
import { parseInput } from '@/lib/clearance/parse-input';
import type { Actor } from '@/lib/identity/actor';
import { CHANGE_USER_INPUT } from '@/lib/identity/inputs';
import { authorise } from '@/lib/identity/permissions';
import { requireConfirmed } from '@/lib/identity/step-up';
import { refuse } from '@/lib/kernel/errors';
import { checkBinding, keepAnAdmin, userToChange } from './user-scope';

/**
 * Changes what an account may do and where. It acts at the person's next request. @throws NotFoundError,
 * RefusedError `own_account`, `last_admin`, `changed_meanwhile` and those of the binding
 */
export async function changeUser(
  actor: Actor,
  input: z.input<typeof CHANGE_USER_INPUT>,
  at = new Date(),
): Promise<void> {
  authorise(actor, 'admin.users');
  const { userId, seenRole, role, reason, ...binding } = parseInput(CHANGE_USER_INPUT, input);
  requireConfirmed(actor, at);
  await inTransaction(async (tx) => {
    const user = await userToChange(tx, actor, userId);
    if (user.role !== seenRole) throw refuse('changed_meanwhile');
    if (role !== 'admin') await keepAnAdmin(tx, user);
    const { partnerId, agencyId, officeIds } = await checkBinding(tx, { role, ...binding }, at);
    const had = await tx.select().from(userOffices).where(eq(userOffices.userId, userId));
    const defaultOffice = had.find((office) => office.isDefault)?.officeId;
    const newDefault = defaultOffice && officeIds.includes(defaultOffice) ? defaultOffice : officeIds[0];
    await tx.update(users).set({ role, partnerId, agencyId }).where(eq(users.id, userId));
    await tx.delete(userOffices).where(eq(userOffices.userId, userId));
    for (const officeId of officeIds) {
      await tx.insert(userOffices).values({ userId, officeId, isDefault: officeId === newDefault });
    }
    const before = had.map((office) => office.officeId).sort();
    await writeAudit(
      tx,
      actor,
      {
        action: 'admin.change_user',
        subjectType: 'user',
        subjectId: userId,
        reason,
        details: {
          before: { role: user.role, partner: user.partnerId, agency: user.agencyId, offices: before.join(' ') },
          after: { role, partner: partnerId, agency: agencyId, offices: officeIds.join(' ') },
        },
      },
      at,
    );
  });
}
