import 'server-only';
import { randomUUID } from 'node:crypto';
import { sql } from 'drizzle-orm';
import type { Tx } from '@/db/connection';
import type { FitItem } from '@/db/queries/cooperation/fit-items';
import { profileListEditions, profileLists, profileStandings, profiles, profileVersions } from '@/db/schema';
import type { Actor } from '@/lib/identity/actor';
import { listKeyOf } from '@/lib/profile/list-entries';
import type { Subject } from './gather-items';

/** Where an item comes from: the administration, its package, and why it is taken over. */
export type Source = { readonly code: string; readonly packageId: string; readonly reason: string };

/**
 * Makes a profile or a list of an item, proposed by whoever takes it over: a second person lets it watch in shadow or puts it in force.
 * It acts until the item expires and no longer. Null for what is only read.
 */
export async function takeItem(tx: Tx, actor: Actor, fit: FitItem, source: Source, at: Date): Promise<Subject | null> {
  if (fit.as === 'profile') return takeProfile(tx, actor, fit, at);
  return fit.as === 'list' ? takeList(tx, actor, fit, source, at) : null;
}

async function takeProfile(
  tx: Tx,
  actor: Actor,
  { item, content }: Extract<FitItem, { as: 'profile' }>,
  at: Date,
): Promise<Subject> {
  const profileId = randomUUID();
  // Two new ones at once must not take one number.
  await tx.execute(sql`lock table ${profiles} in share row exclusive mode`);
  const [last] = await tx.select({ number: sql<number>`coalesce(max(${profiles.number}), 0)::int` }).from(profiles);
  await tx.insert(profiles).values({
    ...{ id: profileId, number: (last?.number ?? 0) + 1, ownerId: actor.id, ownerName: actor.name },
    ...{ draft: null, draftAuthors: [], createdAt: at, changedAt: at, endsOn: item.expiresOn },
  });
  const by = { proposedBy: actor.id, proposedByName: actor.name, proposedAt: at };
  await tx.insert(profileVersions).values({ profileId, version: 1, content, authors: [actor.id], ...by });
  const moved = { changedBy: actor.id, changedByName: actor.name, changedAt: at };
  await tx.insert(profileStandings).values({ profileId, version: 1, state: 'proposed', ...moved });
  return { subjectId: profileId, subjectVersion: 1 };
}

async function takeList(
  tx: Tx,
  actor: Actor,
  { item, entries }: Extract<FitItem, { as: 'list' }>,
  { code, packageId, reason }: Source,
  at: Date,
): Promise<Subject> {
  if (item.kind !== 'list') throw new Error('an item that is no list has no entries');
  // Every package makes lists of its own: each expires by itself.
  const key = `${listKeyOf(`${code} ${item.title}`).slice(0, 60)}-${packageId.slice(0, 8)}-${item.number}`;
  const title = `${code}: ${item.title}`;
  await tx
    .insert(profileLists)
    .values({ key, title, kind: item.listed, createdAt: at, edition: 1, endsOn: item.expiresOn });
  await tx.insert(profileListEditions).values({
    ...{ listKey: key, edition: 1, entries: [...entries], reason, state: 'proposed' },
    ...{ savedBy: actor.id, savedByName: actor.name, savedAt: at, authors: [actor.id] },
  });
  return { subjectId: key, subjectVersion: 1 };
}
