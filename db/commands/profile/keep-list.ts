import 'server-only';
import { and, eq, inArray, sql } from 'drizzle-orm';
import type { z } from 'zod';
import { writeAudit } from '@/db/audit';
import type { Tx } from '@/db/connection';
import { knownCodes } from '@/db/queries/profile/known-codes';
import { profileListEditions, profileLists } from '@/db/schema';
import { inTransaction } from '@/db/transaction';
import { parseInput } from '@/lib/clearance/parse-input';
import type { Actor } from '@/lib/identity/actor';
import { authorise } from '@/lib/identity/permissions';
import { InvalidInputError, NotFoundError, refuse } from '@/lib/kernel/errors';
import { CREATE_LIST_INPUT, SAVE_LIST_INPUT } from '@/lib/profile/inputs';
import { listChanges, listKeyOf, readEntries } from '@/lib/profile/list-entries';
import type { ListedKind } from '@/lib/profile/named-list';

/**
 * Makes a list for profiles and lays its first edition before a second person.
 * @throws InvalidInputError; RefusedError `profile.list_taken`
 */
export async function createList(
  actor: Actor,
  input: z.input<typeof CREATE_LIST_INPUT>,
  at = new Date(),
): Promise<{ key: string }> {
  authorise(actor, 'profile.write');
  const { title, kind, entries: typed, reason } = parseInput(CREATE_LIST_INPUT, input);
  const key = listKeyOf(title);
  if (key === '') throw new InvalidInputError([{ code: 'words_short', severity: 'error', pointer: 'title' }]);
  await inTransaction(async (tx) => {
    const entries = await entriesOf(tx, kind, typed, at);
    const made = await tx
      .insert(profileLists)
      .values({ key, title, kind, createdAt: at, edition: 1 })
      .onConflictDoNothing()
      .returning({ key: profileLists.key });
    if (made.length === 0) throw refuse('profile.list_taken');
    await tx.insert(profileListEditions).values({
      listKey: key,
      edition: 1,
      entries,
      reason,
      state: 'proposed',
      savedBy: actor.id,
      savedByName: actor.name,
      savedAt: at,
      authors: [actor.id],
    });
    await writeAudit(
      tx,
      actor,
      {
        action: 'profile.create_list',
        subjectType: 'profile_list',
        subjectId: key,
        officeId: null,
        reason,
        details: { kind, entries: entries.length },
      },
      at,
    );
  });
  return { key };
}

/**
 * Lays the next edition of a list before a second person, who wrote nothing of it; one that still waited gives way to it. The edition
 * in force acts until then.
 * @throws NotFoundError; InvalidInputError; RefusedError `changed_meanwhile`, `profile.list_unchanged`
 */
export async function saveList(
  actor: Actor,
  input: z.input<typeof SAVE_LIST_INPUT>,
  at = new Date(),
): Promise<{ edition: number }> {
  authorise(actor, 'profile.write');
  const { key, edition, entries: typed, reason } = parseInput(SAVE_LIST_INPUT, input);
  return inTransaction(async (tx) => {
    const [list] = await tx
      .update(profileLists)
      .set({ edition: edition + 1, rowVersion: sql`${profileLists.rowVersion} + 1` })
      .where(and(eq(profileLists.key, key), eq(profileLists.edition, edition)))
      .returning({ kind: profileLists.kind });
    if (!list) {
      const [found] = await tx.select({ key: profileLists.key }).from(profileLists).where(eq(profileLists.key, key));
      throw found ? refuse('changed_meanwhile') : new NotFoundError('list');
    }
    const entries = await entriesOf(tx, list.kind, typed, at);
    const { added, removed } = listChanges(await entriesInForce(tx, key), entries);
    if (added.length + removed.length === 0) throw refuse('profile.list_unchanged');
    const { listKey, state } = profileListEditions;
    await tx
      .update(profileListEditions)
      .set({ state: 'superseded' })
      .where(and(eq(listKey, key), inArray(state, ['proposed'])));
    await tx.insert(profileListEditions).values({
      listKey: key,
      edition: edition + 1,
      entries,
      reason,
      state: 'proposed',
      savedBy: actor.id,
      savedByName: actor.name,
      savedAt: at,
      authors: await authorsOf(tx, key, actor.id),
    });
    await writeAudit(
      tx,
      actor,
      {
        action: 'profile.save_list',
        subjectType: 'profile_list',
        subjectId: key,
        officeId: null,
        reason,
        details: { edition: edition + 1, added: added.length, removed: removed.length },
      },
      at,
    );
    return { edition: edition + 1 };
  });
}

async function entriesOf(tx: Tx, kind: ListedKind, typed: string, at: Date): Promise<string[]> {
  const read = readEntries(kind, typed, await knownCodes(tx, at));
  if ('problems' in read) throw new InvalidInputError(read.problems);
  return [...read.entries];
}

/** Whoever wrote since the edition in force: the next one was written on theirs, also where that was sent back. */
async function authorsOf(tx: Tx, key: string, self: string): Promise<string[]> {
  const { listKey, edition, authors, state } = profileListEditions;
  const inForce = tx
    .select({ edition })
    .from(profileListEditions)
    .where(and(eq(listKey, key), eq(state, 'in_force')));
  const rows = await tx
    .select({ authors })
    .from(profileListEditions)
    .where(and(eq(listKey, key), sql`${edition} > coalesce((${inForce}), 0)`));
  return [...new Set([...rows.flatMap((row) => row.authors), self])];
}

async function entriesInForce(tx: Tx, key: string): Promise<readonly string[]> {
  const { listKey, state, entries } = profileListEditions;
  const [row] = await tx
    .select({ entries })
    .from(profileListEditions)
    .where(and(eq(listKey, key), eq(state, 'in_force')));
  return row?.entries ?? [];
}
