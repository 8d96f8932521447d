import { randomUUID } from 'node:crypto';
import { and, eq } from 'drizzle-orm';
import { openCase } from '@/db/commands/learning/open-case';
import { setCourse } from '@/db/commands/learning/set-course';
import { db } from '@/db/connection';
import { courseAttempts } from '@/db/schema';
import type { Actor } from '@/lib/identity/actor';
import { PRACTISED } from '@/lib/learning/course';
import { type Desk, NOW, withAccount } from './a-desk';

type Asked = Parameters<typeof setCourse>[1];

/** A course for people of the desk's office, as its supervisor asks for it. */
export function courseInput(desk: Desk, trainees: readonly Actor[], changes: Partial<Asked> = {}): Asked {
  return {
    courseId: randomUUID(),
    title: 'First week',
    kind: 'clearance',
    source: 'synthetic',
    officeId: desk.officeId,
    cases: 6,
    prevalencePercent: 50,
    seed: 11,
    slots: 20,
    practised: [...PRACTISED],
    dueOn: '2026-12-01',
    trainees: trainees.map(({ id }) => id),
    ...changes,
  };
}

/** Sets it, and gives the attempt of each trainee in the order they were named. */
export async function aCourse(desk: Desk, trainees: readonly Actor[], changes: Partial<Asked> = {}) {
  const { courseId } = await setCourse(desk.supervisor, courseInput(desk, trainees, changes), NOW);
  const attempts = await Promise.all(trainees.map((trainee) => attemptOf(courseId, trainee)));
  return { courseId, attempts };
}

export async function attemptOf(courseId: string, { id }: Actor): Promise<string> {
  const [attempt] = await db()
    .select({ id: courseAttempts.id })
    .from(courseAttempts)
    .where(and(eq(courseAttempts.courseId, courseId), eq(courseAttempts.userId, id)));
  if (!attempt) throw new Error('no attempt');
  return attempt.id;
}

/** A course whose first case the desk's officer has opened. */
export async function anOpenCase(desk: Desk, changes: Partial<Asked> = {}) {
  const { courseId, attempts } = await aCourse(desk, [desk.officer, desk.colleague], changes);
  const [attemptId = ''] = attempts;
  await openCase(desk.officer, { attemptId, after: 0 }, NOW);
  return { courseId, attemptId };
}

/** Gives officers and supervisor of a desk accounts, which courses are set for. */
export async function withAccounts(desk: Desk): Promise<Desk> {
  for (const actor of [desk.officer, desk.colleague, desk.supervisor]) await withAccount(actor);
  return desk;
}
