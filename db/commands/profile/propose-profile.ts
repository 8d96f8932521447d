import 'server-only';
import { and, desc, eq, inArray } from 'drizzle-orm';
import type { z } from 'zod';
import { writeAudit } from '@/db/audit';
import type { Tx } from '@/db/connection';
import { knownCodes } from '@/db/queries/profile/known-codes';
import { namedLists } from '@/db/queries/profile/named-lists';
import { profileStandings, profiles, profileVersions } from '@/db/schema';
import { inTransaction } from '@/db/transaction';
import { parseInput } from '@/lib/clearance/parse-input';
import type { Actor } from '@/lib/identity/actor';
import { authorise } from '@/lib/identity/permissions';
import { InvalidInputError, NotFoundError, refuse } from '@/lib/kernel/errors';
import { checkTree, inDraft, treeOf } from '@/lib/profile/check-values';
import { CONTENT_SHAPE, type ProfileContent } from '@/lib/profile/content';
import { PROPOSE_PROFILE_INPUT } from '@/lib/profile/inputs';

/**
 * Makes an immutable version of what was written and lays it before a second person. A version that still waited gives way to it.
 * @throws NotFoundError; InvalidInputError with the place of everything that is missing or cannot be read; RefusedError
 * `changed_meanwhile`, `profile.no_draft`
 */
export async function proposeProfile(
  actor: Actor,
  input: z.input<typeof PROPOSE_PROFILE_INPUT>,
  at = new Date(),
): Promise<{ version: number }> {
  authorise(actor, 'profile.write');
  const { profileId, rowVersion } = parseInput(PROPOSE_PROFILE_INPUT, input);
  return inTransaction(async (tx) => {
    const [profile] = await tx.select().from(profiles).where(eq(profiles.id, profileId)).for('update');
    if (!profile) throw new NotFoundError('profile');
    if (profile.rowVersion !== rowVersion) throw refuse('changed_meanwhile');
    if (profile.draft === null) throw refuse('profile.no_draft');
    const content = await contentOf(tx, profile.draft, at);
    const version = await nextVersion(tx, profileId);
    const by = { id: actor.id, name: actor.name };
    await tx
      .update(profileStandings)
      .set({ state: 'superseded', changedBy: by.id, changedByName: by.name, changedAt: at, reason: null })
      .where(and(eq(profileStandings.profileId, profileId), inArray(profileStandings.state, ['proposed'])));
    await tx.insert(profileVersions).values({
      profileId,
      version,
      content,
      authors: [...new Set([...profile.draftAuthors, by.id])],
      proposedBy: by.id,
      proposedByName: by.name,
      proposedAt: at,
    });
    await tx
      .insert(profileStandings)
      .values({ profileId, version, state: 'proposed', changedBy: by.id, changedByName: by.name, changedAt: at });
    await tx
      .update(profiles)
      .set({ draft: null, draftAuthors: [], changedAt: at, rowVersion: rowVersion + 1 })
      .where(eq(profiles.id, profileId));
    await writeAudit(
      tx,
      actor,
      { action: 'profile.propose', subjectType: 'profile', subjectId: profileId, officeId: null, details: { version } },
      at,
    );
    return { version };
  });
}

/** The draft as a profile that can be run. @throws InvalidInputError */
async function contentOf(tx: Tx, draft: unknown, at: Date): Promise<ProfileContent> {
  const parsed = CONTENT_SHAPE.safeParse(draft);
  const checked = checkTree(treeOf(draft), await namedLists(tx, at), await knownCodes(tx, at));
  const problems = [
    ...(parsed.success ? [] : parsed.error.issues)
      .filter(({ path }) => path[0] !== 'tree')
      .map(({ message, path }) => ({ code: message, severity: 'error' as const, pointer: path.join('.') })),
    ...('problems' in checked ? inDraft(checked.problems) : []),
  ];
  if (problems.length > 0 || !parsed.success || 'problems' in checked) throw new InvalidInputError(problems);
  return { ...parsed.data, tree: checked.tree };
}

async function nextVersion(tx: Tx, profileId: string): Promise<number> {
  const [last] = await tx
    .select({ version: profileVersions.version })
    .from(profileVersions)
    .where(eq(profileVersions.profileId, profileId))
    .orderBy(desc(profileVersions.version))
    .limit(1);
  return (last?.version ?? 0) + 1;
}
