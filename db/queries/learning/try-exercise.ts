import 'server-only';
import type { z } from 'zod';
import { db } from '@/db/connection';
import { parseInput } from '@/lib/clearance/parse-input';
import type { Actor } from '@/lib/identity/actor';
import { authorise } from '@/lib/identity/permissions';
import { InvalidInputError, NotFoundError } from '@/lib/kernel/errors';
import { TRY_EXERCISE_INPUT } from '@/lib/learning/inputs';
import { type ExerciseTrial, tryOn } from '@/lib/learning/profile-exercise';
import { getAttempt } from './get-attempt';
import { loadExercise } from './load-exercise';
import { readExerciseTree } from './read-exercise-tree';

/**
 * What conditions make of the known half of an exercise the actor opened; as often as one likes, and nothing is kept.
 * @throws NotFoundError, InvalidInputError at the place of a condition
 */
export async function tryExercise(
  actor: Actor,
  input: z.input<typeof TRY_EXERCISE_INPUT>,
  at = new Date(),
): Promise<ExerciseTrial> {
  authorise(actor, 'learning.work');
  const { attemptId, tree } = parseInput(TRY_EXERCISE_INPUT, input);
  const { courseId, kind, progress } = await getAttempt(actor, attemptId);
  if (kind !== 'profile' || progress.steps.length === 0) throw new NotFoundError('exercise');
  const read = await readExerciseTree(db(), tree, at);
  if ('problems' in read) throw new InvalidInputError(read.problems);
  return tryOn((await loadExercise(db(), courseId)).history, read.meets);
}
