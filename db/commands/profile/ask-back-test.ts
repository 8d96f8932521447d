import 'server-only';
import { randomUUID } from 'node:crypto';
import { and, eq, inArray, isNull } from 'drizzle-orm';
import type { z } from 'zod';
import { writeAudit } from '@/db/audit';
import type { Tx } from '@/db/connection';
import { knownCodes } from '@/db/queries/profile/known-codes';
import { namedLists } from '@/db/queries/profile/named-lists';
import { profileBackTests, profiles, profileVersions } from '@/db/schema';
import { inTransaction } from '@/db/transaction';
import { parseInput } from '@/lib/clearance/parse-input';
import type { Actor } from '@/lib/identity/actor';
import { authorise } from '@/lib/identity/permissions';
import { addDays, dayOf } from '@/lib/kernel/dates';
import { InvalidInputError, NotFoundError, refuse } from '@/lib/kernel/errors';
import { checkTree, inDraft, treeOf } from '@/lib/profile/check-values';
import { ASK_BACK_TEST_INPUT } from '@/lib/profile/inputs';
import { listsIn, readTree } from '@/lib/profile/read-tree';

/**
 * Has a version, or the draft as it was saved last, tried on the stored history of the asker's offices, in the background. One a
 * version, and one of the draft, is under way at a time.
 * @throws NotFoundError; InvalidInputError where the conditions of a draft cannot be read; RefusedError `profile.back_test_waits`,
 * `profile.no_draft`
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
    const [profile] = await tx.select().from(profiles).where(eq(profiles.id, profileId)).for('update');
    if (!profile) throw new NotFoundError('profile');
    const tried = version === 'draft' ? await draftOf(tx, profile, at) : await versionOf(tx, profileId, version, at);
    const [waiting] = await tx
      .select({ id: profileBackTests.id })
      .from(profileBackTests)
      .where(
        and(
          eq(profileBackTests.profileId, profileId),
          version === 'draft' ? isNull(profileBackTests.version) : eq(profileBackTests.version, version),
          inArray(profileBackTests.state, ['waiting', 'running']),
        ),
      );
    if (waiting) throw refuse('profile.back_test_waits');
    const toOn = dayOf(at);
    const fromOn = addDays(toOn, 1 - days);
    await tx.insert(profileBackTests).values({
      id: backTestId,
      profileId,
      version: version === 'draft' ? null : version,
      tree: version === 'draft' ? tried.tree : null,
      state: 'waiting',
      officeIds: [...actor.officeIds],
      fromOn,
      toOn,
      nextOn: fromOn,
      lists: [...tried.lists],
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

/** What is tried, and the editions of the lists it names. */
type Tried = { readonly tree: unknown; readonly lists: readonly string[] };

async function versionOf(tx: Tx, profileId: string, version: number, at: Date): Promise<Tried> {
  const ofVersion = and(eq(profileVersions.profileId, profileId), eq(profileVersions.version, version));
  const [found] = await tx.select({ content: profileVersions.content }).from(profileVersions).where(ofVersion);
  if (!found) throw new NotFoundError('profile');
  const { tree } = found.content;
  const read = readTree(tree, await namedLists(tx, at));
  return { tree, lists: 'group' in read ? listsIn(read.group) : [] };
}

/** The conditions of a draft need to be whole; the rest of it may still be wanting. */
async function draftOf(tx: Tx, { draft }: typeof profiles.$inferSelect, at: Date): Promise<Tried> {
  if (draft === null) throw refuse('profile.no_draft');
  const checked = checkTree(treeOf(draft), await namedLists(tx, at), await knownCodes(tx, at));
  if ('problems' in checked) throw new InvalidInputError(inDraft(checked.problems));
  return { tree: checked.tree, lists: listsIn(checked.group) };
}
