import 'server-only';
import { and, eq, isNull } from 'drizzle-orm';
import type { z } from 'zod';
import { writeAudit } from '@/db/audit';
import { attemptAnswers, courseAttempts } from '@/db/schema';
import { inTransaction } from '@/db/transaction';
import { parseInput } from '@/lib/clearance/parse-input';
import type { Actor } from '@/lib/identity/actor';
import { authorise } from '@/lib/identity/permissions';
import { refuse } from '@/lib/kernel/errors';
import { ANSWER_CASE_INPUT } from '@/lib/learning/inputs';
import { ownAttempt } from './own-attempt';

/**
 * Says what the trainee does with the case that is open, once; the last answer finishes the course. No consignment is touched by it.
 * @throws NotFoundError for a course of somebody else, RefusedError `learning.answered`, `learning.closed`, `learning.finished`
 */
export async function answerCase(
  actor: Actor,
  input: z.input<typeof ANSWER_CASE_INPUT>,
  at = new Date(),
): Promise<{ readonly isLast: boolean }> {
  authorise(actor, 'learning.work');
  const { attemptId, number, act } = parseInput(ANSWER_CASE_INPUT, input);
  return inTransaction(async (tx) => {
    const attempt = await ownAttempt(tx, actor, attemptId);
    if (attempt.kind !== 'clearance') throw refuse('learning.other_kind');
    const answered = await tx
      .update(attemptAnswers)
      .set({ answeredAt: at, act })
      .where(
        and(
          eq(attemptAnswers.attemptId, attemptId),
          eq(attemptAnswers.number, number),
          isNull(attemptAnswers.answeredAt),
        ),
      )
      .returning({ number: attemptAnswers.number });
    if (answered.length === 0) throw refuse('learning.answered');
    const isLast = number === attempt.cases;
    if (isLast) await tx.update(courseAttempts).set({ finishedAt: at }).where(eq(courseAttempts.id, attemptId));
    await writeAudit(
      tx,
      actor,
      {
        action: 'learning.answer_case',
        subjectType: 'course',
        subjectId: attempt.courseId,
        officeId: attempt.officeId,
        details: { caseNumber: number, courseAct: act },
      },
      at,
    );
    return { isLast };
  });
}
