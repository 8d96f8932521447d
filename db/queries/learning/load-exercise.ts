import 'server-only';
import { and, eq } from 'drizzle-orm';
import type { Executor } from '@/db/connection';
import { courseExercises } from '@/db/schema';
import { NotFoundError } from '@/lib/kernel/errors';
import type { ProfileExercise } from '@/lib/learning/profile-exercise';

/** The exercise of a course in writing profiles, with what is to come; whoever calls has authorised. @throws NotFoundError */
export async function loadExercise(from: Executor, courseId: string): Promise<ProfileExercise> {
  const [found] = await from
    .select({ shown: courseExercises.shown })
    .from(courseExercises)
    .where(and(eq(courseExercises.courseId, courseId), eq(courseExercises.number, 1)));
  if (!found) throw new NotFoundError('exercise');
  return found.shown as ProfileExercise;
}
