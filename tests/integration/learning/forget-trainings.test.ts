import { eq } from 'drizzle-orm';
import { beforeAll, expect, it } from 'vitest';
import { forgetTrainingsDue } from '@/db/commands/privacy/forget-trainings-due';
import { db } from '@/db/connection';
import { attemptAnswers, courseAttempts, courseExercises, courses, erasureBatches } from '@/db/schema';
import { SYSTEM_ACTOR } from '@/lib/identity/actor';
import { ROLES } from '@/lib/identity/roles';
import { ForbiddenError } from '@/lib/kernel/errors';
import { anOpenCase, withAccounts } from '../../support/a-course';
import { aDesk, type Desk, NOW, someone } from '../../support/a-desk';
import { useDatabase } from '../../support/database';
import { auditAbout } from '../../support/people';

useDatabase();
let desk: Desk;
beforeAll(async () => {
  desk = await withAccounts(await aDesk());
});
const later = (days: number) => new Date(NOW.getTime() + days * 86_400_000);
const batches = () => db().select().from(erasureBatches).where(eq(erasureBatches.kind, 'trainings'));

it('Ways through a course go with their answers when their period is over, in one batch, and the course stays', async () => {
  const { courseId, attemptId } = await anOpenCase(desk);
  const left = async () => [
    await db().$count(courseAttempts, eq(courseAttempts.courseId, courseId)),
    await db().$count(attemptAnswers, eq(attemptAnswers.attemptId, attemptId)),
  ];
  // Nobody finished it, so that its period counts from the day it was due; it is two years in the example.
  expect(await forgetTrainingsDue(SYSTEM_ACTOR, later(700))).toBe(0);
  expect(await left()).toEqual([2, 1]);
  expect(await batches()).toEqual([]);
  const rounds = await Promise.all([1, 2].map(() => forgetTrainingsDue(SYSTEM_ACTOR, later(1_000))));
  expect(rounds.reduce((sum, gone) => sum + gone, 0)).toBe(2);
  expect(await left()).toEqual([0, 0]);
  const [batch, ...more] = await batches();
  expect([batch?.erased, more.length]).toEqual([2, 0]);
  expect((await auditAbout(batch?.batchId ?? '')).map(({ action }) => action)).toEqual(['privacy.erase']);
  expect(await db().$count(courses, eq(courses.id, courseId))).toBe(1);
  expect(await db().$count(courseExercises, eq(courseExercises.courseId, courseId))).toBeGreaterThan(0);
});

it('Nobody but the worker forgets them', async () => {
  for (const role of ROLES)
    await expect(forgetTrainingsDue(someone(role, 'NLRTM'), NOW)).rejects.toThrow(ForbiddenError);
});
