import 'server-only';
import { desc, eq } from 'drizzle-orm';
import { db } from '@/db/connection';
import { courseAttempts, courses } from '@/db/schema';
import type { Actor } from '@/lib/identity/actor';
import { authorise } from '@/lib/identity/permissions';
import { courseHead, loadProgress, type Progress } from './load-progress';

export type OwnAttempt = {
  readonly attemptId: string;
  readonly title: string;
  readonly kind: (typeof courses.$inferSelect)['kind'];
  readonly dueOn: string;
  readonly setByName: string;
  readonly isClosed: boolean;
  readonly begunAt: string | null;
  readonly finishedAt: string | null;
  readonly progress: Progress;
};

const MOST = 100;

/** The courses that were set for the actor, the newest first, with how far each is. */
export async function listAttempts(actor: Actor): Promise<readonly OwnAttempt[]> {
  authorise(actor, 'learning.work');
  const rows = await db()
    .select({ attempt: courseAttempts, ...courseHead })
    .from(courseAttempts)
    .innerJoin(courses, eq(courses.id, courseAttempts.courseId))
    .where(eq(courseAttempts.userId, actor.id))
    .orderBy(desc(courseAttempts.assignedAt), desc(courseAttempts.id))
    .limit(MOST);
  const progress = await loadProgress(rows.map(({ attempt, courseId }) => ({ attemptId: attempt.id, courseId })));
  return rows.flatMap(({ attempt, title, kind, dueOn, setByName, closedAt }): OwnAttempt[] => {
    const own = progress.get(attempt.id);
    return own
      ? [
          {
            attemptId: attempt.id,
            ...{ title, kind, dueOn, setByName, isClosed: closedAt !== null, progress: own },
            begunAt: attempt.begunAt?.toISOString() ?? null,
            finishedAt: attempt.finishedAt?.toISOString() ?? null,
          },
        ]
      : [];
  });
}
