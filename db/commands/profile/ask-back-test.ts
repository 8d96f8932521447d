import 'server-only';
import { randomUUID } from 'node:crypto';
import { and, eq, inArray } from 'drizzle-orm';
import type { z } from 'zod';
import { writeAudit } from '@/db/audit';
import { namedLists } from '@/db/queries/profile/named-lists';
import { profileBackTests, profiles, profileVersions } from '@/db/schema';
import { inTransaction } from '@/db/transaction';
import { parseInput } from '@/lib/clearance/parse-input';
import type { Actor } from '@/lib/identity/actor';
import { authorise } from '@/lib/identity/permissions';
import { addDays, dayOf } from '@/lib/kernel/dates';
import { NotFoundError, refuse } from '@/lib/kernel/errors';
import { ASK_BACK_TEST_INPUT } from '@/lib/profile/inputs';
import { listsIn, readTree } from '@/lib/profile/read-tree';

/**
 * Has a version tried on the stored history of the asker's offices, in the background. One a version is under way at a time.
 * @throws NotFoundError; RefusedError `profile.back_test_waits`
 */
export async function askBackTest(
  actor: Actor,
  input: z.input<typeof ASK_BACK_TEST_INPUT>,
  at = new Date(),
): Promise<{ backTestId: string }> {
  authorise(actor, 'profile.decide');
  const { profileId, version, days } = parseInput(ASK_BACK_TEST_INPUT, input);
  const backTestId = randomUUID();
  await inTransaction(async (tx) => {
    // Two who ask at once wait for each other: the second finds the first.
    await tx.select({ id: profiles.id }).from(profiles).where(eq(profiles.id, profileId)).for('update');
    const ofVersion = and(eq(profileVersions.profileId, profileId), eq(profileVersions.version, version));
    const [found] = await tx.select({ content: profileVersions.content }).from(profileVersions).where(ofVersion);
    if (!found) throw new NotFoundError('profile');
    const [waiting] = await tx
      .select({ id: profileBackTests.id })
      .from(profileBackTests)
      .where(
        and(
          eq(profileBackTests.profileId, profileId),
          eq(profileBackTests.version, version),
          inArray(profileBackTests.state, ['waiting', 'running']),
        ),
      );
    if (waiting) throw refuse('profile.back_test_waits');
    const read = readTree(found.content.tree, await namedLists(tx, at));
    const toOn = dayOf(at);
    const fromOn = addDays(toOn, 1 - days);
    await tx.insert(profileBackTests).values({
      id: backTestId,
      profileId,
      version,
      state: 'waiting',
      officeIds: [...actor.officeIds],
      fromOn,
      toOn,
      nextOn: fromOn,
      lists: 'group' in read ? [...listsIn(read.group)] : [],
      askedBy: actor.id,
      askedByName: actor.name,
      askedAt: at,
    });
    await writeAudit(
      tx,
      actor,
      {
        action: 'profile.ask_back_test',
        subjectType: 'profile',
        subjectId: profileId,
        officeId: null,
        details: { backTestId, version, days },
      },
      at,
    );
  });
  return { backTestId };
}
