import { beforeAll, describe, expect, it } from 'vitest';
import { handInProfile } from '@/db/commands/learning/hand-in-profile';
import { openCase } from '@/db/commands/learning/open-case';
import { getAttempt, getExercise } from '@/db/queries/learning/get-attempt';
import { tryExercise } from '@/db/queries/learning/try-exercise';
import type { Actor } from '@/lib/identity/actor';
import { ForbiddenError, InvalidInputError, NotFoundError } from '@/lib/kernel/errors';
import { aCourse, withAccounts } from '../../support/a-course';
import { aDesk, type Desk, NOW, someone, withAccount } from '../../support/a-desk';
import { refusalOf } from '../../support/command-cases';
import { useDatabase } from '../../support/database';
import { auditAbout } from '../../support/people';

useDatabase();
let desk: Desk;
let manager: Actor;
beforeAll(async () => {
  desk = await withAccounts(await aDesk());
  manager = await withAccount(someone('risk_manager', desk.officeId));
});

const tree = (field: string, operator: string, value: unknown) => ({
  combinator: 'and',
  not: false,
  rules: [{ field, operator, value }],
});
const ANYTHING = tree('itemCount', 'atLeast', 1);

async function anExercise(slots = 10) {
  const { courseId, attempts } = await aCourse(desk, [manager], { kind: 'profile', slots });
  const [attemptId = ''] = attempts;
  await openCase(manager, { attemptId, after: 0 }, NOW);
  return { courseId, attemptId };
}

describe('An exercise in writing profiles', () => {
  it('shows the known half with its results, and of what is to come the number alone', async () => {
    const { attemptId } = await anExercise();
    const { history, toCome, slots } = await getExercise(manager, attemptId);
    expect(slots).toBe(10);
    expect(history.length).toBeGreaterThan(80);
    expect(Math.abs(history.length - toCome)).toBeLessThanOrEqual(1);
    expect(history.some(({ result }) => result !== 'conform')).toBe(true);
  });

  it('tries conditions on the known half with the compiler of profiles, as often as one likes', async () => {
    const { attemptId } = await anExercise();
    const trial = await tryExercise(manager, { attemptId, tree: ANYTHING }, NOW);
    expect(trial.met).toBe(trial.looked);
    expect(trial.found).toBe(trial.planted);
    const none = await tryExercise(manager, { attemptId, tree: tree('score', 'more', 100) }, NOW).catch(() => null);
    expect(none?.met ?? 0).toBe(0);
    await expect(tryExercise(manager, { attemptId, tree: tree('nonsense', 'equals', 1) }, NOW)).rejects.toThrow(
      InvalidInputError,
    );
  });

  it('marks what was handed in on what was to come, within the slots', async () => {
    const { courseId, attemptId } = await anExercise(10);
    await handInProfile(manager, { attemptId, tree: ANYTHING }, NOW);
    const { progress, finishedAt } = await getAttempt(manager, attemptId);
    expect(finishedAt).not.toBeNull();
    const { toCome } = await getExercise(manager, attemptId);
    expect(progress.profile).toMatchObject({ slots: 10, selected: 10, beyond: toCome - 10, falseAlarms: { of: 10 } });
    expect(progress.profile?.missed.every(({ why }) => why === 'no_slot')).toBe(true);
    const told = (await auditAbout(courseId)).filter(({ action }) => action === 'learning.hand_in');
    expect(told).toMatchObject([{ actorId: manager.id, details: { selectedInPractice: 10 } }]);
  });

  it('is handed in once, by who it was set for, of a role that learns', async () => {
    const { attemptId } = await anExercise();
    const handIn = (actor = manager) => handInProfile(actor, { attemptId, tree: ANYTHING }, NOW);
    await expect(handIn(desk.analyst)).rejects.toThrow(ForbiddenError);
    await expect(handIn(someone('risk_manager', 'BELGG'))).rejects.toThrow(NotFoundError);
    const outcomes = await Promise.allSettled([handIn(), handIn()]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(['learning.answered', 'learning.finished']).toContain((await refusalOf(handIn()))[0]);
  });
});
