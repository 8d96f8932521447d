import 'server-only';
import { and, desc, eq, inArray } from 'drizzle-orm';
import { db, type Executor } from '@/db/connection';
import { changeDecisions, changes, discardedDrafts, drafts } from '@/db/schema';
import type { Actor } from '@/lib/identity/actor';
import { authorise } from '@/lib/identity/permissions';
import { NotFoundError } from '@/lib/kernel/errors';
import { isUuid } from '@/lib/kernel/ids';
import type { Verdict } from '@/lib/policy/change';
import type { ChangePart } from '@/lib/policy/draft';

/** Who gave a change back to its author, or the author who took it back, and why. */
export type GivenBack = {
  readonly verdict: Extract<Verdict, 'return' | 'withdraw'>;
  readonly name: string;
  readonly at: Date;
  readonly reason: string;
};

/** A change as its author keeps it, in its last version. */
export type Draft = {
  readonly id: string;
  readonly version: number;
  readonly instrumentId: string | null;
  readonly parts: readonly ChangePart[];
  readonly validFrom: string | null;
  readonly validTo: string | null;
  readonly reason: string;
  readonly savedAt: Date;
  /** Null for one that was never proposed, or was written on since. */
  readonly givenBack: GivenBack | null;
};

/** The drafts an author can go on with, the last one first: those that are proposed or thrown away are none any more. */
export async function openDrafts(actor: Actor): Promise<Draft[]> {
  authorise(actor, 'policy.write');
  return draftsOf(db(), actor.id);
}

/** One open draft of the actor's own. @throws NotFoundError */
export async function getDraft(actor: Actor, id: string, from: Executor = db()): Promise<Draft> {
  authorise(actor, 'policy.write');
  const [draft] = isUuid(id) ? await draftsOf(from, actor.id, id) : [];
  if (!draft) throw new NotFoundError('draft');
  return draft;
}

async function draftsOf(from: Executor, authorId: string, id?: string): Promise<Draft[]> {
  const own = and(eq(drafts.savedBy, authorId), ...(id === undefined ? [] : [eq(drafts.id, id)]));
  const last = await from
    .selectDistinctOn([drafts.id])
    .from(drafts)
    .where(own)
    .orderBy(drafts.id, desc(drafts.version));
  const ids = last.map((draft) => draft.id);
  if (ids.length === 0) return [];
  const [thrown, proposed] = [
    await from
      .select({ id: discardedDrafts.draftId })
      .from(discardedDrafts)
      .where(inArray(discardedDrafts.draftId, ids)),
    await from
      .select({ draftId: changes.draftId, version: changes.draftVersion, decision: changeDecisions })
      .from(changes)
      .leftJoin(changeDecisions, eq(changeDecisions.changeId, changes.id))
      .where(inArray(changes.draftId, ids)),
  ];
  return last
    .filter(({ id: draftId }) => !thrown.some((one) => one.id === draftId))
    .flatMap(({ savedBy: _by, savedByName: _name, ...draft }) => {
      const as = proposed.find(({ draftId, version }) => draftId === draft.id && version === draft.version);
      const givenBack = as ? backOf(as.decision) : null;
      return as && givenBack === null ? [] : [{ ...draft, givenBack }];
    })
    .sort((a, b) => b.savedAt.getTime() - a.savedAt.getTime());
}

function backOf(decision: typeof changeDecisions.$inferSelect | null): GivenBack | null {
  if (decision?.verdict !== 'return' && decision?.verdict !== 'withdraw') return null;
  const { verdict, decidedByName: name, decidedAt: at, reason } = decision;
  return { verdict, name, at, reason };
}
