import { randomUUID } from 'node:crypto';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { checkPassword } from '@/db/commands/identity/check-password';
import { createUser } from '@/db/commands/identity/create-user';
import { resetPassword } from '@/db/commands/identity/reset-password';
import { findSession } from '@/db/queries/identity/find-session';
import { seedReference } from '@/db/seed/reference';
import { inTransaction } from '@/db/transaction';
import type { Actor } from '@/lib/identity/actor';
import { NotFoundError, RefusedError } from '@/lib/kernel/errors';
import { refusalOf } from '../../support/command-cases';
import { useDatabase } from '../../support/database';
import { untilWaiting } from '../../support/until-waiting';
import { aPerson, auditAbout, signedIn } from '../../support/people';

const database = useDatabase();
beforeAll(() => inTransaction(seedReference));

let admin: Actor;
beforeEach(async () => {
  admin = await signedIn((await aPerson({ role: 'admin', offices: [] })).id);
});

const reason = 'asked for by the office';
const account = () => ({
  email: `${randomUUID()}@example.org`,
  name: 'New Colleague',
  role: 'officer' as const,
  officeIds: ['NLRTM'],
});

describe('an account whose password was forgotten', () => {
  it('gets a new password that is told once: it opens the account, the old one and every session are over, and the log has no trace of it', async () => {
    const wish = account();
    const { userId, password: first } = await createUser(admin, wish);
    const { sessionId } = await signedIn(userId);
    const { password } = await resetPassword(admin, { userId, reason });
    const signIn = (text: string) =>
      checkPassword({ email: wish.email, password: text, addressKey: 'reset', deviceKey: null });
    expect(await signIn(password)).toEqual({ userId });
    expect(await signIn(first)).toMatchObject({ refused: expect.any(String) });
    expect(await findSession(sessionId ?? '', new Date())).toBeNull();
    const rows = await auditAbout(userId);
    expect(rows.filter(({ action }) => action === 'admin.reset_password')).toMatchObject([
      { reason, details: { sessionsEnded: 1 } },
    ]);
    expect(JSON.stringify(rows)).not.toContain(password);
  });

  it('of nobody, or the own one, gets no new password', async () => {
    await expect(resetPassword(admin, { userId: randomUUID(), reason })).rejects.toThrow(NotFoundError);
    const own = await createUser(admin, { ...account(), role: 'admin', officeIds: [] });
    const self = await signedIn(own.userId);
    expect(await refusalOf(resetPassword(self, { userId: own.userId, reason }))).toEqual(['own_account']);
  });

  it('gets one new password when two administrators ask at once', async () => {
    const { userId } = await createUser(admin, account());
    const outcomes = await database.owner(async (holder) => {
      // Nobody writes before both have read what they mean to change.
      await holder.query('begin');
      await holder.query('select from identity.users where id = $1 for update', [userId]);
      const both = Promise.allSettled([1, 2].map(() => resetPassword(admin, { userId, reason })));
      await untilWaiting(database, 2);
      await holder.query('commit');
      return both;
    });
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(outcomes.find((outcome) => outcome.status === 'rejected')?.reason).toBeInstanceOf(RefusedError);
  });
});
