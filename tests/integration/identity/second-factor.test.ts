import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { beginTotp } from '@/db/commands/identity/begin-totp';
import { checkCode } from '@/db/commands/identity/check-code';
import { checkPassword } from '@/db/commands/identity/check-password';
import { disableTotp } from '@/db/commands/identity/disable-totp';
import { finishTotp } from '@/db/commands/identity/finish-totp';
import { renewRecoveryCodes } from '@/db/commands/identity/renew-recovery-codes';
import { db } from '@/db/connection';
import { setDatabaseUrl } from '@/db/env';
import { findSession } from '@/db/queries/identity/find-session';
import { getOwnTotp } from '@/db/queries/identity/get-own-totp';
import { auditLog, loginAttempts, recoveryCodes, totps } from '@/db/schema';
import { seedReference } from '@/db/seed/reference';
import { inTransaction } from '@/db/transaction';
import { type Actor, SYSTEM_ACTOR } from '@/lib/identity/actor';
import { accountKeyOf } from '@/lib/identity/throttle';
import { ForbiddenError } from '@/lib/kernel/errors';
import { sha256Hex } from '@/lib/kernel/ids';
import { refusalOf } from '../../support/command-cases';
import { useDatabase } from '../../support/database';
import { codeAt, enrolAt } from '../../support/a-second-factor';
import { aPerson, auditAbout, signedIn } from '../../support/people';

const database = useDatabase();
const AT = new Date('2026-11-02T10:00:00Z');
const afterSteps = (steps: number) => new Date(AT.getTime() + steps * 30_000);
function configure(settings: Readonly<Record<string, string>>): void {
  for (const [key, value] of Object.entries(settings)) vi.stubEnv(key, value);
  setDatabaseUrl(database.url());
}

const PRESENT = 'the present secret of thirty-two bytes or more';
const NEXT = 'the next secret of thirty-two bytes or even more';
const plain = { NEXTAUTH_SECRET: PRESENT, NEXTAUTH_SECRET_PREVIOUS: '', LUXOR_TOTP_ROLES: '' };
beforeAll(async () => {
  configure(plain);
  await inTransaction(seedReference);
});
afterAll(() => vi.unstubAllEnvs());

let actor: Actor;
beforeEach(async () => {
  configure(plain);
  actor = await signedIn((await aPerson()).id, AT);
});

const enrol = () => enrolAt(actor, AT);
const place = { addressKey: 'here', deviceKey: null };
const sign = (code: string, at: Date, from = place) => checkCode({ userId: actor.id, code, ...from }, at);
const actionsOn = async (id: string) => (await auditAbout(id)).map(({ action }) => action);

it('a right password counts as a try until its code is right, so that it cannot be tried without end', async () => {
  const password = 'a long pass phrase';
  const person = await aPerson({ password });
  actor = await signedIn(person.id, AT);
  const [code = ''] = await enrol();
  const passwordKey = accountKeyOf(person.email);
  const tries = () => db().$count(loginAttempts, eq(loginAttempts.accountKey, passwordKey));
  await checkPassword({ ...person, password, ...place }, AT);
  expect(await tries()).toBe(1);
  await checkCode({ userId: person.id, code, passwordKey, ...place }, AT);
  expect(await tries()).toBe(0);
});

it('a right password without a code is in the audit log, as often as passwords may be tried and no more', async () => {
  const password = 'a long pass phrase';
  const person = await aPerson({ password });
  actor = await signedIn(person.id, AT);
  await enrol();
  const passwordKey = accountKeyOf(person.email);
  const asked = async () => (await actionsOn(person.id)).filter((action) => action === 'identity.ask_code').length;
  for (let tries = 0; tries < 12; tries += 1) {
    const answer = await checkPassword({ ...person, password, ...place }, AT);
    if ('refused' in answer) expect(answer).toEqual({ refused: 'throttled' });
    else {
      const second = { userId: person.id, code: ' ', passwordKey, ...place };
      expect(await checkCode(second, AT)).toEqual({ refused: 'needed' });
    }
  }
  expect(await asked()).toBe(10);
  // Who is signed in and sends nothing tells nothing of their password.
  expect(await sign('', AT)).toEqual({ refused: 'needed' });
  expect(await asked()).toBe(10);
});

describe('setting a second factor up', () => {
  it('counts from its first code on, and is in the audit log with nothing of the secret', async () => {
    const { secret, uri } = await beginTotp(actor, AT);
    expect(uri).toContain(`secret=${secret}`);
    expect(await sign('', AT)).toEqual({ via: 'none' });
    const { recoveryCodes: codes } = await finishTotp(actor, { code: await codeAt(actor.id, AT) }, AT);
    expect(new Set(codes).size).toBe(10);
    expect(await sign('', AT)).toEqual({ refused: 'needed' });
    expect((await actionsOn(actor.id)).sort()).toEqual(['identity.begin_totp', 'identity.enrol_totp']);
    expect(await getOwnTotp(actor)).toEqual({ enrolledAt: AT, recoveryCodesLeft: 10 });
    expect((await findSession(actor.sessionId ?? '', AT))?.hasTotp).toBe(true);
    const kept = JSON.stringify([
      await db().select().from(totps),
      await db().select().from(recoveryCodes),
      await db().select().from(auditLog),
    ]);
    for (const shown of [secret, ...codes]) expect(kept).not.toContain(shown);
  });

  it('is refused for a wrong code, one never begun, one begun long ago, and where there is one', async () => {
    expect(await refusalOf(finishTotp(actor, { code: '123456' }, AT))).toEqual(['totp.not_begun']);
    await beginTotp(actor, AT);
    expect(await refusalOf(finishTotp(actor, { code: await codeAt(actor.id, afterSteps(9)) }, AT))).toEqual([
      'totp.wrong',
    ]);
    const later = new Date(AT.getTime() + 31 * 60_000);
    const fresh = { ...actor, confirmedAt: later };
    expect(await refusalOf(finishTotp(fresh, { code: await codeAt(actor.id, later) }, later))).toEqual([
      'totp.not_begun',
    ]);
    await enrol();
    expect(await refusalOf(beginTotp(actor, AT))).toEqual(['totp.enrolled']);
  });

  it('asks who one is first, and is for people alone', async () => {
    const left = { ...actor, confirmedAt: new Date(AT.getTime() - 16 * 60_000) };
    expect(await refusalOf(beginTotp(left, AT))).toEqual(['confirmation_needed']);
    expect(await refusalOf(finishTotp(left, { code: '123456' }, AT))).toEqual(['confirmation_needed']);
    for (const act of [beginTotp(SYSTEM_ACTOR), finishTotp(SYSTEM_ACTOR, { code: '123456' })]) {
      await expect(act).rejects.toThrow(ForbiddenError);
    }
  });

  it('is finished once by two at once', async () => {
    await beginTotp(actor, AT);
    const code = await codeAt(actor.id, AT);
    const outcomes = await Promise.allSettled([finishTotp(actor, { code }, AT), finishTotp(actor, { code }, AT)]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(await db().$count(recoveryCodes, eq(recoveryCodes.userId, actor.id))).toBe(10);
  });
});

describe('a code', () => {
  it('lets in once: not again, not at once by two, and none of an earlier step', async () => {
    await enrol();
    const at = afterSteps(2);
    const code = await codeAt(actor.id, at);
    const both = await Promise.all([sign(code, at), sign(code, at)]);
    expect(both.filter((answer) => 'via' in answer)).toEqual([{ via: 'code' }]);
    expect(await sign(code, at)).toEqual({ refused: 'wrong' });
    expect(await sign(await codeAt(actor.id, afterSteps(1)), at)).toEqual({ refused: 'wrong' });
    expect(await sign(await codeAt(actor.id, afterSteps(3)), afterSteps(3))).toEqual({ via: 'code' });
  });

  it('for recovery lets in once, and the log says that one was used', async () => {
    const [first = '', second = ''] = await enrol();
    expect(await sign(first.toUpperCase(), AT)).toEqual({ via: 'recovery' });
    expect(await sign(first, AT)).toEqual({ refused: 'wrong' });
    expect((await Promise.all([sign(second, AT), sign(second, AT)])).filter((answer) => 'via' in answer)).toHaveLength(
      1,
    );
    expect((await getOwnTotp(actor))?.recoveryCodesLeft).toBe(8);
    expect(await actionsOn(actor.id)).toContain('identity.use_recovery_code');
    const other = await signedIn((await aPerson()).id, AT);
    expect(await checkCode({ userId: other.id, code: first, ...place }, AT)).toEqual({ via: 'none' });
  });

  it('is throttled as passwords are, a known device by itself, and a failure is noted without what was typed', async () => {
    await enrol();
    for (let tries = 0; tries < 10; tries += 1) expect(await sign('000000', AT)).toEqual({ refused: 'wrong' });
    const at = afterSteps(2);
    const code = await codeAt(actor.id, at);
    expect(await sign(code, at)).toEqual({ refused: 'throttled' });
    expect(await sign(code, at, { addressKey: 'here', deviceKey: null })).toEqual({ refused: 'throttled' });
    expect(await checkCode({ userId: actor.id, code, addressKey: 'here', deviceKey: 'own' }, at)).toEqual({
      via: 'code',
    });
    expect((await actionsOn(actor.id)).filter((action) => action === 'identity.sign_in_failed')).toHaveLength(10);
  });

  it('that is longer than any is a try as any other', async () => {
    await enrol();
    expect(await sign('1'.repeat(41), AT)).toEqual({ refused: 'wrong' });
    expect((await actionsOn(actor.id)).filter((action) => action === 'identity.sign_in_failed')).toHaveLength(1);
    expect(await db().$count(loginAttempts, eq(loginAttempts.accountKey, sha256Hex(`code:${actor.id}`)))).toBe(1);
  });

  it('still counts after the secret of the application was changed, and is encrypted by the new one then', async () => {
    await enrol();
    configure({ NEXTAUTH_SECRET: NEXT, NEXTAUTH_SECRET_PREVIOUS: PRESENT });
    const at = afterSteps(2);
    expect(await sign(await codeAt(actor.id, at), at)).toEqual({ via: 'code' });
    configure({ NEXTAUTH_SECRET: NEXT, NEXTAUTH_SECRET_PREVIOUS: '' });
    const later = afterSteps(4);
    expect(await sign(await codeAt(actor.id, later), later)).toEqual({ via: 'code' });
  });
});

describe('giving it up', () => {
  it('needs a code, takes the recovery codes along, and is in the audit log', async () => {
    await enrol();
    expect(await refusalOf(disableTotp(actor, { code: '000000' }, AT))).toEqual(['totp.wrong']);
    const at = afterSteps(2);
    await disableTotp(actor, { code: await codeAt(actor.id, at) }, at);
    expect(await getOwnTotp(actor)).toBeNull();
    expect(await db().$count(recoveryCodes, eq(recoveryCodes.userId, actor.id))).toBe(0);
    expect(await actionsOn(actor.id)).toContain('identity.disable_totp');
    expect(await refusalOf(disableTotp(actor, { code: '000000' }, at))).toEqual(['totp.none']);
    await expect(disableTotp(SYSTEM_ACTOR, { code: '000000' })).rejects.toThrow(ForbiddenError);
  });

  it('is refused where the role must have one', async () => {
    const [code = ''] = await enrol();
    configure({ LUXOR_TOTP_ROLES: 'officer' });
    expect(await refusalOf(disableTotp(actor, { code }, AT))).toEqual(['totp.demanded']);
    expect(await getOwnTotp(actor)).not.toBeNull();
  });

  it('is done once by two at once', async () => {
    const [first = '', second = ''] = await enrol();
    const outcomes = await Promise.allSettled([
      disableTotp(actor, { code: first }, AT),
      disableTotp(actor, { code: second }, AT),
    ]);
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });
});

describe('new recovery codes', () => {
  it('take the place of the old, for a code', async () => {
    const [old = '', spent = ''] = await enrol();
    const { recoveryCodes: codes } = await renewRecoveryCodes(actor, { code: spent }, AT);
    expect(await sign(old, AT)).toEqual({ refused: 'wrong' });
    expect(await sign(codes[0] ?? '', AT)).toEqual({ via: 'recovery' });
    expect(await actionsOn(actor.id)).toContain('identity.renew_recovery_codes');
    expect(await refusalOf(renewRecoveryCodes(actor, { code: '000000' }, AT))).toEqual(['totp.wrong']);
    await expect(renewRecoveryCodes(SYSTEM_ACTOR, { code: '000000' })).rejects.toThrow(ForbiddenError);
  });
});
