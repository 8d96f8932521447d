import 'server-only';
import { eq, or, sql } from 'drizzle-orm';
import { db } from '@/db/connection';
import { views } from '@/db/schema';
import type { Actor } from '@/lib/identity/actor';
import { authorise } from '@/lib/identity/permissions';
import type { Question } from '@/lib/statistics/question';
import { readQuestion } from '@/lib/statistics/saved-view';

/** A question of the explorer under a name. */
export type SavedView = {
  readonly viewId: string;
  readonly rowVersion: number;
  readonly name: string;
  readonly question: Question;
  readonly ownerName: string;
  readonly isOwn: boolean;
  readonly offices: readonly string[];
};

/** The views of the actor and those shown to the people of their offices, own ones first. One that names an office of others is none of theirs. */
export async function listViews(actor: Actor): Promise<SavedView[]> {
  authorise(actor, 'statistics.read');
  const shown = sql`${views.offices} && ${sql.param([...actor.officeIds])}::text[]`;
  const rows = await db()
    .select()
    .from(views)
    .where(or(eq(views.ownerId, actor.id), shown));
  return rows
    .map((row) => ({
      viewId: row.viewId,
      rowVersion: row.rowVersion,
      name: row.name,
      question: readQuestion(row.query),
      ownerName: row.ownerName,
      isOwn: row.ownerId === actor.id,
      offices: row.offices,
    }))
    .filter(({ question }) => question.filter.office.every((office) => actor.officeIds.includes(office)))
    .sort((one, other) => Number(other.isOwn) - Number(one.isOwn) || one.name.localeCompare(other.name, 'en'));
}
