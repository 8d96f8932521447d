import 'server-only';
import { and, eq, inArray, isNull, sql } from 'drizzle-orm';
import type { z } from 'zod';
import { writeAudit } from '@/db/audit';
import { courses } from '@/db/schema';
import { inTransaction } from '@/db/transaction';
import { parseInput } from '@/lib/clearance/parse-input';
import type { Actor } from '@/lib/identity/actor';
import { authorise } from '@/lib/identity/permissions';
import { NotFoundError, refuse } from '@/lib/kernel/errors';
import { CLOSE_COURSE_INPUT } from '@/lib/learning/inputs';

/**
 * Ends a course: nothing of it is answered any more, and what was answered keeps its marks. @throws NotFoundError for a foreign office
 * too, RefusedError `learning.closed`
 */
export async function closeCourse(
  actor: Actor,
  input: z.input<typeof CLOSE_COURSE_INPUT>,
  at = new Date(),
): Promise<void> {
  authorise(actor, 'learning.set');
  const { courseId, rowVersion, reason } = parseInput(CLOSE_COURSE_INPUT, input);
  const isOwn = and(eq(courses.id, courseId), inArray(courses.officeId, [...actor.officeIds]));
  await inTransaction(async (tx) => {
    const [closed] = await tx
      .update(courses)
      .set({ closedAt: at, rowVersion: sql`${courses.rowVersion} + 1` })
      .where(and(isOwn, isNull(courses.closedAt), eq(courses.rowVersion, rowVersion)))
      .returning({ officeId: courses.officeId });
    if (!closed) {
      const [there] = await tx.select({ id: courses.id }).from(courses).where(isOwn);
      throw there ? refuse('learning.closed') : new NotFoundError('course');
    }
    await writeAudit(
      tx,
      actor,
      {
        action: 'learning.close_course',
        subjectType: 'course',
        subjectId: courseId,
        officeId: closed.officeId,
        reason,
      },
      at,
    );
  });
}
