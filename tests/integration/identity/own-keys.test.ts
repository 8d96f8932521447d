import { and, eq } from 'drizzle-orm';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { setOwnKeys } from '@/db/commands/identity/set-own-keys';
import { db } from '@/db/connection';
import { auditLog, users } from '@/db/schema';
import type { Actor } from '@/lib/identity/actor';
import { ownKeysOf } from '@/lib/identity/own-keys';
import { ForbiddenError } from '@/lib/kernel/errors';
import { aDesk, type Desk, someone, withAccount } from '../../support/a-desk';
import { useDatabase } from '../../support/database';

useDatabase();
let desk: Desk;
let officer: Actor;
beforeAll(async () => {
  desk = await aDesk();
});
beforeEach(async () => {
  officer = await withAccount(someone('officer', desk.officeId));
});

const keysOf = async ({ id }: Actor) => {
  const [row] = await db().select({ preferences: users.preferences }).from(users).where(eq(users.id, id));
  return ownKeysOf(row?.preferences ?? {});
};
const noted = ({ id }: Actor) =>
  db()
    .select({ details: auditLog.details })
    .from(auditLog)
    .where(and(eq(auditLog.action, 'identity.change_preferences'), eq(auditLog.subjectId, id)))
    .orderBy(auditLog.at);

describe('The shortcuts of a person', () => {
  it('are put elsewhere and back, and the log notes how many', async () => {
    await setOwnKeys(officer, { keys: { n: 'y', j: 'k', k: 'j' }, seen: {} });
    expect(await keysOf(officer)).toEqual({ n: 'y', j: 'k', k: 'j' });
    await setOwnKeys(officer, { keys: {}, seen: { n: 'y', j: 'k', k: 'j' } });
    expect(await keysOf(officer)).toEqual({});
    expect((await noted(officer)).map(({ details }) => details)).toEqual([{ ownKeys: 3 }, { ownKeys: 0 }]);
  });

  it('are refused where one key would do two things, and nothing is kept', async () => {
    await expect(setOwnKeys(officer, { keys: { n: 'j' }, seen: {} })).rejects.toMatchObject({
      reasons: [{ code: 'keys.taken', params: { own: 'j', key: 'j', other: 'n' } }],
    });
    expect(await keysOf(officer)).toEqual({});
    expect(await noted(officer)).toEqual([]);
  });

  it('belong to people: no program has any, and nobody sets those of another, of whatever office', async () => {
    const sandbox: Actor = { ...desk.partner, role: 'sandbox' };
    await expect(setOwnKeys(sandbox, { keys: { n: 'y' }, seen: {} })).rejects.toThrow(ForbiddenError);
    const stranger = await withAccount(someone('officer', 'BELGG'));
    await setOwnKeys(stranger, { keys: { n: 'y' }, seen: {} });
    expect(await keysOf(officer)).toEqual({});
  });

  it('are set by one of two windows at once; the other is told that they changed', async () => {
    const wishes = [{ n: 'y' }, { n: 'e' }].map((keys) => setOwnKeys(officer, { keys, seen: {} }));
    const outcomes = await Promise.allSettled(wishes);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(outcomes.find(({ status }) => status === 'rejected')).toMatchObject({
      reason: { reasons: [{ code: 'keys.changed' }] },
    });
    expect(await noted(officer)).toHaveLength(1);
  });
});
