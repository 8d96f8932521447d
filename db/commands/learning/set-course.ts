import { randomUUID } from 'node:crypto';
import 'server-only';
import { and, eq, inArray, isNull } from 'drizzle-orm';
import type { z } from 'zod';
import { writeAudit } from '@/db/audit';
import { db } from '@/db/connection';
import { insertSet } from '@/db/insert-set';
import { releasedCases } from '@/db/queries/learning/released-cases';
import { courseAttempts, courseExercises, courses, userOffices, users } from '@/db/schema';
import { inTransaction } from '@/db/transaction';
import { parseInput } from '@/lib/clearance/parse-input';
import type { Actor } from '@/lib/identity/actor';
import { authorise } from '@/lib/identity/permissions';
import { dayOf } from '@/lib/kernel/dates';
import { InvalidInputError, NotFoundError, refuse } from '@/lib/kernel/errors';
import { type CoursePlan, TRAINED_ROLES } from '@/lib/learning/course';
import { SET_COURSE_INPUT } from '@/lib/learning/inputs';
import { exerciseOf } from '@/lib/learning/profile-exercise';
import type { CaseTruth } from '@/lib/learning/truth';
import { rehearseCases } from './rehearse-cases';

type Asked = z.output<typeof SET_COURSE_INPUT>;
type Exercise = { readonly shown: unknown; readonly truth: CaseTruth | null };

const fault = (pointer: string, code: string) => new InvalidInputError([{ code, severity: 'error' as const, pointer }]);

/**
 * Sets a course: chooses its cases once, so that everybody works the same ones, and gives it to people of the office. However often the
 * same id is sent, it becomes one course. Cases that were made up have gone through the intake in a transaction that is rolled back,
 * those that were examined are masked copies; no table of customs is written.
 * @throws NotFoundError for a foreign office, InvalidInputError, RefusedError `learning.set_already`, `learning.too_few`, `learning.busy`
 */
export async function setCourse(
  actor: Actor,
  input: z.input<typeof SET_COURSE_INPUT>,
  at = new Date(),
): Promise<{ readonly courseId: string }> {
  authorise(actor, 'learning.set');
  const asked = parseInput(SET_COURSE_INPUT, input);
  const { courseId, officeId, kind } = asked;
  if (!actor.officeIds.includes(officeId)) throw new NotFoundError('office');
  if (asked.dueOn < dayOf(at)) throw fault('dueOn', 'day_past');
  // Which facts of an examined consignment led to it is not kept with those of its neighbours: profiles are practised on planted fraud.
  if (kind === 'profile' && asked.source === 'released') throw fault('source', 'only_synthetic');
  const trainees = await traineesOf(asked);
  const plan: CoursePlan = {
    source: asked.source,
    cases: asked.cases,
    prevalencePercent: asked.prevalencePercent,
    seed: asked.seed,
    practised: asked.practised,
    slots: asked.slots,
  };
  const exercises = await exercisesOf(actor, asked, plan, at);
  return inTransaction(async (tx) => {
    const made = await tx
      .insert(courses)
      .values({
        ...{ id: courseId, title: asked.title, kind, officeId, plan, dueOn: asked.dueOn },
        ...{ setBy: actor.id, setByName: actor.name, setAt: at },
      })
      .onConflictDoNothing()
      .returning({ id: courses.id });
    if (made.length === 0) throw refuse('learning.set_already');
    await insertSet(
      tx,
      courseExercises,
      exercises.map((exercise, index) => ({ courseId, number: index + 1, ...exercise })),
    );
    await insertSet(
      tx,
      courseAttempts,
      trainees.map(({ userId, name }) => ({
        ...{ id: randomUUID(), courseId, userId, userName: name, assignedAt: at, begunAt: null, finishedAt: null },
      })),
    );
    await writeAudit(
      tx,
      actor,
      {
        action: 'learning.set_course',
        subjectType: 'course',
        subjectId: courseId,
        officeId,
        details: {
          courseKind: kind,
          caseSource: plan.source,
          cases: plan.cases,
          prevalence: plan.prevalencePercent,
          trainees: trainees.length,
        },
      },
      at,
    );
    return { courseId };
  });
}

/** The people it is for: of the office, of a role that does what is practised, with an account that is open. */
async function traineesOf({ kind, officeId, trainees }: Asked) {
  const ids = [...new Set(trainees)];
  const found = await db()
    .select({ userId: users.id, name: users.name })
    .from(users)
    .innerJoin(userOffices, and(eq(userOffices.userId, users.id), eq(userOffices.officeId, officeId)))
    .where(and(inArray(users.id, ids), inArray(users.role, [...TRAINED_ROLES[kind]]), isNull(users.disabledAt)));
  if (found.length < ids.length) throw fault('trainees', 'not_of_office');
  return found;
}

async function exercisesOf(actor: Actor, asked: Asked, plan: CoursePlan, at: Date): Promise<readonly Exercise[]> {
  const { kind, officeId } = asked;
  if (plan.source === 'released') return releasedCases(actor, officeId, plan, at);
  const rehearsed = await rehearseCases(actor, { kind, officeId, plan }, at);
  if (rehearsed.kind === 'clearance') return rehearsed.cases;
  return [{ shown: exerciseOf(rehearsed.rows, plan.slots), truth: null }];
}
