import 'server-only';
import { and, eq, isNull } from 'drizzle-orm';
import type { z } from 'zod';
import { writeAudit } from '@/db/audit';
import { loadExercise } from '@/db/queries/learning/load-exercise';
import { readExerciseTree } from '@/db/queries/learning/read-exercise-tree';
import { attemptAnswers, courseAttempts } from '@/db/schema';
import { inTransaction } from '@/db/transaction';
import { parseInput } from '@/lib/clearance/parse-input';
import type { Actor } from '@/lib/identity/actor';
import { authorise } from '@/lib/identity/permissions';
import { InvalidInputError, refuse } from '@/lib/kernel/errors';
import { HAND_IN_INPUT } from '@/lib/learning/inputs';
import { markProfile } from '@/lib/learning/profile-exercise';
import { ownAttempt } from './own-attempt';

/**
 * Hands in the conditions of an exercise, once; they are marked by what was to come, as the predicate of a profile in force would select.
 * No profile comes of it. @throws NotFoundError for a course of somebody else, InvalidInputError at the place of a condition, RefusedError
 * `learning.answered`, `learning.closed`, `learning.finished`
 */
export async function handInProfile(
  actor: Actor,
  input: z.input<typeof HAND_IN_INPUT>,
  at = new Date(),
): Promise<void> {
  authorise(actor, 'learning.work');
  const { attemptId, tree } = parseInput(HAND_IN_INPUT, input);
  await inTransaction(async (tx) => {
    const attempt = await ownAttempt(tx, actor, attemptId);
    if (attempt.kind !== 'profile') throw refuse('learning.other_kind');
    const read = await readExerciseTree(tx, tree, at);
    if ('problems' in read) throw new InvalidInputError(read.problems);
    const marks = markProfile(await loadExercise(tx, attempt.courseId), read.meets);
    const answered = await tx
      .update(attemptAnswers)
      .set({ answeredAt: at, tree: read.tree, marks })
      .where(
        and(eq(attemptAnswers.attemptId, attemptId), eq(attemptAnswers.number, 1), isNull(attemptAnswers.answeredAt)),
      )
      .returning({ number: attemptAnswers.number });
    if (answered.length === 0) throw refuse('learning.answered');
    await tx.update(courseAttempts).set({ finishedAt: at }).where(eq(courseAttempts.id, attemptId));
    await writeAudit(
      tx,
      actor,
      {
        action: 'learning.hand_in',
        subjectType: 'course',
        subjectId: attempt.courseId,
        officeId: attempt.officeId,
        details: { selectedInPractice: marks.selected, foundInPractice: marks.found?.hits ?? 0 },
      },
      at,
    );
  });
}
