import { eq } from 'drizzle-orm';
import { answerCase } from '@/db/commands/learning/answer-case';
import { openCase } from '@/db/commands/learning/open-case';
import { setCourse } from '@/db/commands/learning/set-course';
import { db } from '@/db/connection';
import { listAttempts } from '@/db/queries/learning/list-attempts';
import { courses, users } from '@/db/schema';
import type { ExampleId } from '@/lib/codes/example-ids';
import { officeAt } from '@/lib/demo/at-home';
import type { Actor } from '@/lib/identity/actor';
import { addDays, DAY_MS, dayOf } from '@/lib/kernel/dates';
import { derivedId } from '@/lib/kernel/ids';
import { PRACTISED, type TraineeAct } from '@/lib/learning/course';
import { demoSecond } from './demo-profiles';

/** What the second officer of the demo answered to the first half of the course, and after how many seconds. */
const ANSWERED: readonly (readonly [TraineeAct, number])[] = [
  ['documents', 74],
  ['release', 41],
  ['examination', 96],
  ['documents', 58],
  ['release', 35],
];

/** Two courses: one in clearing, half done by the second officer, and one in writing profiles, for the risk manager. */
export async function setDemoCourses(endAt: Date, example: ExampleId): Promise<void> {
  const officeId = officeAt(example, 'DEFRA');
  const [officer1, officer2, manager] = await Promise.all(['officer1', 'officer2', 'risk'].map(accountOf));
  // A demo may be made in a database without demo accounts: then nobody is there to learn.
  if (!officeId || !officer1 || !officer2 || !manager) return;
  const [clearance, profile] = ['clearance', 'profile'].map((kind) => derivedId('demo-course', kind));
  if (!clearance || !profile || (await isSet(clearance))) return;
  const common = {
    ...{ officeId, prevalencePercent: 40, slots: 25, practised: [...PRACTISED], source: 'synthetic' as const },
    ...{ cases: 10, dueOn: addDays(dayOf(endAt), 14) },
  };
  const setAt = new Date(endAt.getTime() - DAY_MS);
  const supervisor = demoSecond(example);
  await setCourse(
    supervisor,
    {
      ...common,
      ...{ courseId: clearance, title: 'First week at the desk', kind: 'clearance', seed: 4 },
      trainees: [officer1.id, officer2.id],
    },
    setAt,
  );
  await setCourse(
    supervisor,
    {
      ...common,
      ...{ courseId: profile, title: 'Find the planted fraud', kind: 'profile', seed: 5 },
      trainees: [manager.id],
    },
    setAt,
  );
  await workHalf(officer2, endAt);
}

async function workHalf(officer: Actor, endAt: Date): Promise<void> {
  const [attempt] = await listAttempts(officer);
  if (!attempt) throw new Error('no course was set for the second officer');
  const { attemptId } = attempt;
  let at = new Date(endAt.getTime() - DAY_MS / 4);
  for (const [index, [act, seconds]] of ANSWERED.entries()) {
    await openCase(officer, { attemptId, after: index }, at);
    at = new Date(at.getTime() + seconds * 1_000);
    await answerCase(officer, { attemptId, number: index + 1, act }, at);
    at = new Date(at.getTime() + 30_000);
  }
}

/** Somebody of the demo as the application would find them; null where the demo has no accounts. */
async function accountOf(name: string): Promise<Actor | null> {
  const [row] = await db()
    .select({ id: users.id, name: users.name, role: users.role })
    .from(users)
    .where(eq(users.email, `${name}@luxor.example`));
  return row
    ? { ...row, kind: 'user', officeId: null, officeIds: [], partnerId: null, agencyId: null, sessionId: null }
    : null;
}

async function isSet(courseId: string): Promise<boolean> {
  return (await db().$count(courses, eq(courses.id, courseId))) > 0;
}
