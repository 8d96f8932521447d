import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import { checkPassword } from '@/db/commands/identity/check-password';
import { matchProviderPerson } from '@/db/commands/identity/match-provider-person';
import { db } from '@/db/connection';
import { auditLog, loginAttempts, partners, users } from '@/db/schema';
import { seedReference } from '@/db/seed/reference';
import { inTransaction } from '@/db/transaction';
import { isOutdated } from '@/lib/identity/password';
import { accountKeyOf, addressKeyOf, UNKNOWN_ADDRESS } from '@/lib/identity/throttle';
import { useDatabase } from '../../support/database';
import { aPerson, auditAbout } from '../../support/people';

useDatabase();
beforeAll(() => inTransaction(seedReference));

const password = 'a long enough password';
const here = addressKeyOf('203.0.113.9');
const tried = (email: string, given = 'wrong', changes: object = {}) => ({
  email,
  password: given,
  addressKey: here,
  deviceKey: null,
  ...changes,
});

/** Failures written down directly: hashing a hundred passwords proves nothing more. */
async function failures(count: number, accountKey: string, addressKey: string, at = new Date()): Promise<void> {
  await db()
    .insert(loginAttempts)
    .values(Array.from({ length: count }, () => ({ id: randomUUID(), accountKey, addressKey, attemptedAt: at })));
}

describe('signing in', () => {
  it('works with the right password, however the address is written, and forgets the failures before', async () => {
    const { id, email } = await aPerson({ password });
    expect(await checkPassword(tried(email))).toEqual({ refused: 'wrong' });
    expect(await checkPassword(tried(` ${email.toUpperCase()} `, password))).toEqual({ userId: id });
    expect(await db().$count(loginAttempts, eq(loginAttempts.accountKey, accountKeyOf(email)))).toBe(0);
  });

  it('replaces a hash of weaker parameters at the first success', async () => {
    const { id, email } = await aPerson({ password });
    await checkPassword(tried(email, password));
    const [row] = await db().select().from(users).where(eq(users.id, id));
    expect(isOutdated(row?.passwordHash ?? '')).toBe(false);
    expect(await checkPassword(tried(email, password))).toEqual({ userId: id });
  });

  it('answers alike for wrong passwords, unknown and disabled accounts, and accounts without password', async () => {
    const disabled = await aPerson({ password });
    await db().update(users).set({ disabledAt: new Date() }).where(eq(users.id, disabled.id));
    const withoutPassword = await aPerson();
    for (const email of [disabled.email, withoutPassword.email, 'nobody@example.org']) {
      expect(await checkPassword(tried(email, password))).toEqual({ refused: 'wrong' });
    }
  });

  it('notes each failure in the audit log, without what was typed', async () => {
    const { id, email } = await aPerson({ password });
    await checkPassword(tried(email, 'my secret by mistake'));
    const rows = await auditAbout(id);
    expect(rows.map(({ action }) => action)).toEqual(['identity.sign_in_failed']);
    const everything = JSON.stringify(await db().select().from(auditLog));
    expect(everything).not.toContain('my secret');
    expect(everything).not.toContain(email);
  });
});

describe('coming through the identity provider', () => {
  it('finds the account under the verified address, however it is written', async () => {
    const { id, email } = await aPerson();
    expect(await matchProviderPerson({ email: ` ${email.toUpperCase()}`, isVerified: true })).toEqual({ userId: id });
    expect(await auditAbout(id)).toEqual([]);
  });

  it('is refused without an account, an address or its verification, and the log says which, not who', async () => {
    const { id, email } = await aPerson();
    expect(await matchProviderPerson({ email, isVerified: false })).toBeNull();
    const details = (await auditAbout(id)).map((row) => row.details);
    expect(details).toEqual([{ via: 'oidc', reason: 'email_not_verified' }]);
    expect(await matchProviderPerson({ email: null, isVerified: true })).toBeNull();
    expect(await matchProviderPerson({ email: 'stranger@example.org', isVerified: true })).toBeNull();
    const unknown = JSON.stringify(await auditAbout('unknown'));
    expect(unknown).toContain('no_email');
    expect(unknown).toContain('no_account');
    expect(unknown).not.toContain('stranger');
  });

  it('is refused to a disabled account and to the people of a partner that is shut out', async () => {
    const disabled = await aPerson();
    await db().update(users).set({ disabledAt: new Date() }).where(eq(users.id, disabled.id));
    const partnerId = randomUUID();
    const shutOut = { id: partnerId, key: partnerId, name: 'P', kind: 'post', createdAt: new Date() } as const;
    await db()
      .insert(partners)
      .values({ ...shutOut, disabledAt: new Date() });
    const ofPartner = await aPerson({ role: 'partner', offices: [], partnerId });
    for (const { id, email } of [disabled, ofPartner]) {
      expect(await matchProviderPerson({ email, isVerified: true })).toBeNull();
      expect((await auditAbout(id)).map((row) => row.details)).toEqual([{ via: 'oidc', reason: 'disabled' }]);
    }
  });
});

describe('guessing', () => {
  it('is refused unheard after ten failures at one account from one place, even with the right password', async () => {
    const { email } = await aPerson({ password });
    await failures(10, accountKeyOf(email), here);
    expect(await checkPassword(tried(email, password))).toEqual({ refused: 'throttled' });
  });

  it('is counted exactly when the tries come all at once', async () => {
    const email = 'guessed-at-once@example.org';
    await failures(4, accountKeyOf(email), here);
    const answers = await Promise.all(Array.from({ length: 9 }, () => checkPassword(tried(email))));
    const count = (reason: string) =>
      answers.filter((answer) => 'refused' in answer && answer.refused === reason).length;
    expect([count('wrong'), count('throttled')]).toEqual([6, 3]);
  });

  it('of an unknown account is throttled like that of a known one', async () => {
    const email = 'nobody-at-all@example.org';
    await failures(10, accountKeyOf(email), here);
    expect(await checkPassword(tried(email))).toEqual({ refused: 'throttled' });
  });

  it('does not lock the owner out: another place and a known device still work', async () => {
    const { id, email } = await aPerson({ password });
    await failures(10, accountKeyOf(email), here);
    const elsewhere = { addressKey: addressKeyOf('198.51.100.7') };
    expect(await checkPassword(tried(email, password, elsewhere))).toEqual({ userId: id });
    await failures(100, accountKeyOf(email), 'many places');
    expect(await checkPassword(tried(email, password, elsewhere))).toEqual({ refused: 'throttled' });
    expect(await checkPassword(tried(email, password, { deviceKey: 'known' }))).toEqual({ userId: id });
  });

  it('from one place at many accounts is stopped for that place alone', async () => {
    const { id, email } = await aPerson({ password });
    const place = addressKeyOf('192.0.2.66');
    await failures(100, 'other accounts', place);
    expect(await checkPassword(tried(email, password, { addressKey: place }))).toEqual({ refused: 'throttled' });
    expect(await checkPassword(tried(email, password))).toEqual({ userId: id });
  });

  it('does not take everybody for one place where no proxy tells addresses', async () => {
    const { id, email } = await aPerson({ password });
    await failures(150, 'other accounts', UNKNOWN_ADDRESS);
    expect(await checkPassword(tried(email, password, { addressKey: UNKNOWN_ADDRESS }))).toEqual({ userId: id });
  });

  it('is forgiven with time', async () => {
    const { id, email } = await aPerson({ password });
    await failures(10, accountKeyOf(email), here, new Date(Date.now() - 16 * 60_000));
    expect(await checkPassword(tried(email, password))).toEqual({ userId: id });
  });
});
