import 'server-only';
import { and, eq, inArray, sql } from 'drizzle-orm';
import type { z } from 'zod';
import { writeAudit } from '@/db/audit';
import { profileBackTests } from '@/db/schema';
import { inTransaction } from '@/db/transaction';
import { parseInput } from '@/lib/clearance/parse-input';
import type { Actor } from '@/lib/identity/actor';
import { authorise } from '@/lib/identity/permissions';
import { NotFoundError, refuse } from '@/lib/kernel/errors';
import { CANCEL_BACK_TEST_INPUT } from '@/lib/profile/inputs';

/** Stops a back-test after the day it looks at; what it found until then stays. @throws NotFoundError; RefusedError `profile.back_test_over` */
export async function cancelBackTest(
  actor: Actor,
  input: z.input<typeof CANCEL_BACK_TEST_INPUT>,
  at = new Date(),
): Promise<void> {
  authorise(actor, 'profile.decide');
  const { profileId, backTestId } = parseInput(CANCEL_BACK_TEST_INPUT, input);
  await inTransaction(async (tx) => {
    const own = and(
      eq(profileBackTests.id, backTestId),
      eq(profileBackTests.profileId, profileId),
      sql`${profileBackTests.officeIds} <@ ${sql.param([...actor.officeIds])}::text[]`,
    );
    const [cancelled] = await tx
      .update(profileBackTests)
      .set({ state: 'cancelled', endedAt: at, rowVersion: sql`${profileBackTests.rowVersion} + 1` })
      .where(and(own, inArray(profileBackTests.state, ['waiting', 'running'])))
      .returning({ version: profileBackTests.version });
    if (!cancelled) {
      const [found] = await tx.select({ id: profileBackTests.id }).from(profileBackTests).where(own);
      throw found ? refuse('profile.back_test_over') : new NotFoundError('back-test');
    }
    await writeAudit(
      tx,
      actor,
      {
        action: 'profile.cancel_back_test',
        subjectType: 'profile',
        subjectId: profileId,
        officeId: null,
        details: { backTestId, version: cancelled.version },
      },
      at,
    );
  });
}
