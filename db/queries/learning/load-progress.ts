import 'server-only';
import { and, asc, count, eq, inArray } from 'drizzle-orm';
import { db } from '@/db/connection';
import { attemptAnswers, courseAttempts, courseExercises, courses } from '@/db/schema';
import type { TraineeAct } from '@/lib/learning/course';
import { type Marks, marksOf, secondsBetween } from '@/lib/learning/marks';
import type { ProfileMarks } from '@/lib/learning/profile-exercise';
import { type CaseTruth, type Judgement, judge } from '@/lib/learning/truth';

/** A case that was opened: answered with what is true of it, or open and without. */
export type Step = {
  readonly number: number;
  readonly openedAt: string;
  readonly answered: {
    readonly at: string;
    readonly seconds: number;
    /** Of a profile exercise there is no act. */
    readonly act: TraineeAct | null;
    readonly truth: CaseTruth | null;
    readonly judgement: Judgement | null;
  } | null;
};

/** How far somebody came with a course, and how it was done so far. */
export type Progress = {
  readonly cases: number;
  /** In the order they are worked. */
  readonly steps: readonly Step[];
  readonly marks: Marks;
  /** Of a profile that was handed in. */
  readonly profile: ProfileMarks | null;
};

/** How far each of these attempts came; whoever calls has authorised. */
export async function loadProgress(
  attempts: readonly { readonly attemptId: string; readonly courseId: string }[],
): Promise<ReadonlyMap<string, Progress>> {
  if (attempts.length === 0) return new Map();
  const courseIds = [...new Set(attempts.map(({ courseId }) => courseId))];
  const attemptIds = attempts.map(({ attemptId }) => attemptId);
  const [sizes, answers] = await Promise.all([
    db()
      .select({ courseId: courseExercises.courseId, cases: count() })
      .from(courseExercises)
      .where(inArray(courseExercises.courseId, courseIds))
      .groupBy(courseExercises.courseId),
    db()
      .select({ answer: attemptAnswers, truth: courseExercises.truth })
      .from(attemptAnswers)
      .innerJoin(courseAttempts, eq(courseAttempts.id, attemptAnswers.attemptId))
      .innerJoin(
        courseExercises,
        and(eq(courseExercises.courseId, courseAttempts.courseId), eq(courseExercises.number, attemptAnswers.number)),
      )
      .where(inArray(attemptAnswers.attemptId, attemptIds))
      .orderBy(asc(attemptAnswers.number)),
  ]);
  return new Map(
    attempts.map(({ attemptId, courseId }) => {
      const own = answers.filter(({ answer }) => answer.attemptId === attemptId);
      const steps = own.map(stepOf);
      const answered = steps.flatMap(({ answered: one }) =>
        one?.act && one.truth ? [{ truth: one.truth, act: one.act, seconds: one.seconds }] : [],
      );
      const cases = sizes.find((one) => one.courseId === courseId)?.cases ?? 0;
      const profile = own.find(({ answer }) => answer.marks !== null)?.answer.marks ?? null;
      return [attemptId, { cases, steps, marks: marksOf(answered), profile }] as const;
    }),
  );
}

type Answer = { readonly answer: typeof attemptAnswers.$inferSelect; readonly truth: CaseTruth | null };

/** What is true of a case is told once it is answered, and not before. */
function stepOf({ answer: { number, openedAt, answeredAt, act }, truth }: Answer): Step {
  return {
    number,
    openedAt: openedAt.toISOString(),
    answered: answeredAt && {
      at: answeredAt.toISOString(),
      seconds: secondsBetween(openedAt, answeredAt),
      act,
      truth,
      judgement: act && truth ? judge(truth, act) : null,
    },
  };
}

/** A course as lists name it. */
export const courseHead = {
  courseId: courses.id,
  title: courses.title,
  kind: courses.kind,
  officeId: courses.officeId,
  plan: courses.plan,
  dueOn: courses.dueOn,
  setByName: courses.setByName,
  setAt: courses.setAt,
  closedAt: courses.closedAt,
  rowVersion: courses.rowVersion,
};
