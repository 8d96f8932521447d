import 'server-only';
import { and, eq, isNotNull, isNull } from 'drizzle-orm';
import type { z } from 'zod';
import { writeAudit } from '@/db/audit';
import { attemptAnswers, courseAttempts } from '@/db/schema';
import { inTransaction } from '@/db/transaction';
import { parseInput } from '@/lib/clearance/parse-input';
import type { Actor } from '@/lib/identity/actor';
import { authorise } from '@/lib/identity/permissions';
import { refuse } from '@/lib/kernel/errors';
import type { CourseKind } from '@/lib/learning/course';
import { OPEN_CASE_INPUT } from '@/lib/learning/inputs';
import { ownAttempt } from './own-attempt';

/**
 * Opens the next case of the actor's own course, once the one before is answered; its time runs from now. @throws NotFoundError for a
 * course of somebody else, RefusedError `learning.unanswered`, `learning.opened`, `learning.closed`, `learning.finished`
 */
export async function openCase(
  actor: Actor,
  input: z.input<typeof OPEN_CASE_INPUT>,
  at = new Date(),
): Promise<{ readonly number: number; readonly kind: CourseKind }> {
  authorise(actor, 'learning.work');
  const { attemptId, after } = parseInput(OPEN_CASE_INPUT, input);
  return inTransaction(async (tx) => {
    const attempt = await ownAttempt(tx, actor, attemptId);
    if (after >= attempt.cases) throw refuse('learning.finished');
    if (after > 0) {
      const [before] = await tx
        .select({ number: attemptAnswers.number })
        .from(attemptAnswers)
        .where(
          and(
            eq(attemptAnswers.attemptId, attemptId),
            eq(attemptAnswers.number, after),
            isNotNull(attemptAnswers.answeredAt),
          ),
        );
      if (!before) throw refuse('learning.unanswered');
    }
    const number = after + 1;
    const opened = await tx
      .insert(attemptAnswers)
      .values({ attemptId, number, openedAt: at })
      .onConflictDoNothing()
      .returning({ number: attemptAnswers.number });
    if (opened.length === 0) throw refuse('learning.opened');
    await tx
      .update(courseAttempts)
      .set({ begunAt: at })
      .where(and(eq(courseAttempts.id, attemptId), isNull(courseAttempts.begunAt)));
    await writeAudit(
      tx,
      actor,
      {
        action: 'learning.open_case',
        subjectType: 'course',
        subjectId: attempt.courseId,
        officeId: attempt.officeId,
        details: { caseNumber: number },
      },
      at,
    );
    return { number, kind: attempt.kind };
  });
}
