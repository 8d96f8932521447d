import 'server-only';
import { and, asc, desc, eq, inArray } from 'drizzle-orm';
import { db } from '@/db/connection';
import { courseAttempts, courses, offices } from '@/db/schema';
import type { Actor } from '@/lib/identity/actor';
import { authorise } from '@/lib/identity/permissions';
import { NotFoundError } from '@/lib/kernel/errors';
import { isUuid } from '@/lib/kernel/ids';
import type { CoursePlan } from '@/lib/learning/course';
import { courseHead, loadProgress, type Progress } from './load-progress';

/** One trainee of a course. */
export type TraineeProgress = {
  readonly attemptId: string;
  readonly userName: string;
  readonly begunAt: string | null;
  readonly finishedAt: string | null;
  readonly progress: Progress;
};

export type CourseView = {
  readonly courseId: string;
  readonly title: string;
  readonly kind: (typeof courses.$inferSelect)['kind'];
  readonly officeName: string;
  readonly plan: CoursePlan;
  readonly dueOn: string;
  readonly setByName: string;
  readonly setAt: string;
  readonly closedAt: string | null;
  readonly rowVersion: number;
  /** By name. */
  readonly trainees: readonly TraineeProgress[];
};

const MOST = 100;

/** Courses of the actor's offices, the newest first, with how far each trainee is. */
export async function listCourses(actor: Actor): Promise<readonly CourseView[]> {
  authorise(actor, 'learning.set');
  return read(actor);
}

/** One of them. @throws NotFoundError for a foreign office too */
export async function getCourse(actor: Actor, courseId: string): Promise<CourseView> {
  authorise(actor, 'learning.set');
  const [course] = isUuid(courseId) ? await read(actor, courseId) : [];
  if (!course) throw new NotFoundError('course');
  return course;
}

async function read(actor: Actor, courseId?: string): Promise<readonly CourseView[]> {
  const rows = await db()
    .select({ ...courseHead, officeName: offices.name })
    .from(courses)
    .innerJoin(offices, eq(offices.id, courses.officeId))
    .where(
      and(
        inArray(courses.officeId, [...actor.officeIds]),
        courseId === undefined ? undefined : eq(courses.id, courseId),
      ),
    )
    .orderBy(desc(courses.setAt), desc(courses.id))
    .limit(MOST);
  if (rows.length === 0) return [];
  const attempts = await db()
    .select()
    .from(courseAttempts)
    .where(
      inArray(
        courseAttempts.courseId,
        rows.map((row) => row.courseId),
      ),
    )
    .orderBy(asc(courseAttempts.userName), asc(courseAttempts.id));
  const progress = await loadProgress(attempts.map(({ id, courseId: of }) => ({ attemptId: id, courseId: of })));
  return rows.map(({ setAt, closedAt, officeId: _officeId, ...row }) => ({
    ...row,
    setAt: setAt.toISOString(),
    closedAt: closedAt?.toISOString() ?? null,
    trainees: attempts
      .filter((attempt) => attempt.courseId === row.courseId)
      .flatMap(({ id, userName, begunAt, finishedAt }): TraineeProgress[] => {
        const own = progress.get(id);
        if (!own) return [];
        return [
          {
            ...{ attemptId: id, userName, progress: own },
            begunAt: begunAt?.toISOString() ?? null,
            finishedAt: finishedAt?.toISOString() ?? null,
          },
        ];
      }),
  }));
}
