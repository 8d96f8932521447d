import 'server-only';
import { and, asc, eq, gt, inArray, max, min, sql } from 'drizzle-orm';
import { db } from '@/db/connection';
import { auditLog } from '@/db/schema';
import type { Actor } from '@/lib/identity/actor';
import { authorise } from '@/lib/identity/permissions';

/** Somebody who writes at a draft: since when, and when they saved last. */
export type DraftWriter = {
  readonly id: string;
  readonly name: string;
  readonly since: Date;
  readonly savedAt: Date;
};

/** Who wrote at the draft of a profile since the last one was proposed or thrown away, by the audit log; who began first. */
export async function draftWriters(actor: Actor, profileId: string): Promise<readonly DraftWriter[]> {
  authorise(actor, 'profile.read');
  const { subjectType, subjectId, action, actorId, actorName, at } = auditLog;
  const ofProfile = and(eq(subjectType, 'profile'), eq(subjectId, profileId));
  const [ended] = await db()
    .select({ at: max(at) })
    .from(auditLog)
    .where(and(ofProfile, inArray(action, ['profile.propose', 'profile.discard_draft'])));
  const rows = await db()
    .select({ id: actorId, name: max(actorName), since: min(at), savedAt: max(at) })
    .from(auditLog)
    .where(and(ofProfile, eq(action, 'profile.save_draft'), gt(at, ended?.at ?? new Date(0))))
    .groupBy(actorId)
    .orderBy(asc(sql`min(${at})`), asc(actorId));
  return rows.flatMap(({ id, name, since, savedAt }) =>
    since && savedAt ? [{ id, name: name ?? '', since, savedAt }] : [],
  );
}
