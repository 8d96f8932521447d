import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import { changePassword } from '@/db/commands/identity/change-password';
import { endOwnSession } from '@/db/commands/identity/end-own-session';
import { openSession } from '@/db/commands/identity/open-session';
import { signOut } from '@/db/commands/identity/sign-out';
import { switchOffice } from '@/db/commands/identity/switch-office';
import { touch } from '@/db/commands/identity/touch';
import { db } from '@/db/connection';
import { findSession } from '@/db/queries/identity/find-session';
import { listOwnSessions } from '@/db/queries/identity/list-own-sessions';
import { partners, sessions, userOffices, users } from '@/db/schema';
import { seedReference } from '@/db/seed/reference';
import { inTransaction } from '@/db/transaction';
import { SYSTEM_ACTOR } from '@/lib/identity/actor';
import { sessionRefOf } from '@/lib/identity/session-ref';
import { requireConfirmed } from '@/lib/identity/step-up';
import { ForbiddenError, NotFoundError, RefusedError, UnauthenticatedError } from '@/lib/kernel/errors';
import { refusalOf } from '../../support/command-cases';
import { useDatabase } from '../../support/database';
import { aPerson, auditAbout, signedIn } from '../../support/people';

useDatabase();
beforeAll(() => inTransaction(seedReference));

const later = (minutes: number, from = new Date()) => new Date(from.getTime() + minutes * 60_000);

async function idOf(actor: { sessionId: string | null }): Promise<string> {
  return actor.sessionId ?? '';
}

describe('a session', () => {
  it('says who the person is now, from our own tables', async () => {
    const { id } = await aPerson({ role: 'supervisor', offices: ['NLRTM', 'BELGG'] });
    const actor = await signedIn(id);
    expect(actor).toMatchObject({ kind: 'user', id, role: 'supervisor', officeId: 'NLRTM', partnerId: null });
    expect([...actor.officeIds].sort()).toEqual(['BELGG', 'NLRTM']);
    expect((await auditAbout(sessionRefOf(await idOf(actor)))).map(({ action }) => action)).toEqual([
      'identity.sign_in',
    ]);
  });

  it('has another id at each sign-in', async () => {
    const { id } = await aPerson();
    expect(await openSession(id, 'password')).not.toBe(await openSession(id, 'password'));
  });

  it('by a provider that cannot tell when the person typed a password is one that step-up asks in', async () => {
    const { id } = await aPerson();
    const from = { device: null, counterKey: null, confirmedAt: null };
    const found = await findSession(await openSession(id, 'oidc', new Date(), from), new Date());
    expect(() => found && requireConfirmed(found.actor, new Date())).toThrow(RefusedError);
  });

  it('shows a change of role and of offices at the next request', async () => {
    const { id } = await aPerson({ offices: ['NLRTM', 'BELGG'] });
    const sessionId = await idOf(await signedIn(id));
    await db().update(users).set({ role: 'analyst' }).where(eq(users.id, id));
    await db().delete(userOffices).where(eq(userOffices.officeId, 'NLRTM'));
    expect((await findSession(sessionId, new Date()))?.actor).toMatchObject({
      role: 'analyst',
      officeIds: ['BELGG'],
      officeId: 'BELGG',
    });
  });

  it('is over at once when the account is disabled, and cannot be opened anew', async () => {
    const { id } = await aPerson();
    const sessionId = await idOf(await signedIn(id));
    await db().update(users).set({ disabledAt: new Date() }).where(eq(users.id, id));
    expect(await findSession(sessionId, new Date())).toBeNull();
    await expect(openSession(id, 'oidc')).rejects.toThrow(UnauthenticatedError);
  });

  it('of a partner is over when the partner is shut out', async () => {
    const partnerId = randomUUID();
    await db()
      .insert(partners)
      .values({ id: partnerId, key: partnerId, name: 'P', kind: 'post', createdAt: new Date() });
    const { id } = await aPerson({ role: 'partner', offices: [], partnerId });
    const sessionId = await idOf(await signedIn(id));
    expect((await findSession(sessionId, new Date()))?.actor.partnerId).toBe(partnerId);
    await db().update(partners).set({ disabledAt: new Date() }).where(eq(partners.id, partnerId));
    expect(await findSession(sessionId, new Date())).toBeNull();
  });

  it('ends after half an hour without use, and after twelve hours of use', async () => {
    const { id } = await aPerson();
    const start = new Date();
    const actor = await signedIn(id, start);
    const sessionId = await idOf(actor);
    expect(await findSession(sessionId, later(29, start))).not.toBeNull();
    expect(await findSession(sessionId, later(30, start))).toBeNull();
    await touch(actor, later(29, start));
    expect(await findSession(sessionId, later(58, start))).not.toBeNull();
    await touch(actor, later(12 * 60, start));
    expect(await findSession(sessionId, later(12 * 60, start))).toBeNull();
  });

  it('notes its use once a minute', async () => {
    const start = new Date();
    const actor = await signedIn((await aPerson()).id, start);
    await touch(actor, new Date(start.getTime() + 30_000));
    const [row] = await db()
      .select()
      .from(sessions)
      .where(eq(sessions.id, await idOf(actor)));
    expect(row?.lastSeenAt).toEqual(start);
  });
});

describe('signing out', () => {
  it('ends the session in the database, once in the audit log however often it is asked', async () => {
    const actor = await signedIn((await aPerson()).id);
    await Promise.all([signOut(actor), signOut(actor)]);
    expect(await findSession(await idOf(actor), new Date())).toBeNull();
    const rows = await auditAbout(sessionRefOf(await idOf(actor)));
    expect(rows.filter(({ action }) => action === 'identity.sign_out')).toHaveLength(1);
  });

  it('is not for background work', async () => {
    await expect(signOut(SYSTEM_ACTOR)).rejects.toThrow(ForbiddenError);
  });
});

describe('own sessions', () => {
  it('are listed without their ids and ended one by one', async () => {
    const { id } = await aPerson();
    const [here, there] = [await signedIn(id), await signedIn(id)];
    const listed = await listOwnSessions(here);
    expect(listed.map(({ isThis }) => isThis).sort()).toEqual([false, true]);
    expect(JSON.stringify(listed)).not.toContain(there.sessionId);
    const sessionRef = sessionRefOf(await idOf(there));
    await endOwnSession(here, { sessionRef });
    expect(await findSession(await idOf(there), new Date())).toBeNull();
    expect(await findSession(await idOf(here), new Date())).not.toBeNull();
    expect((await auditAbout(sessionRef))[0]).toMatchObject({ action: 'identity.end_sessions', actorId: id });
  });

  it('of somebody else are not found, and an ended one is not ended twice', async () => {
    const [one, other] = [await signedIn((await aPerson()).id), await signedIn((await aPerson()).id)];
    const sessionRef = sessionRefOf(await idOf(other));
    await expect(endOwnSession(one, { sessionRef })).rejects.toThrow(NotFoundError);
    expect(await findSession(await idOf(other), new Date())).not.toBeNull();
    await signOut(other);
    await expect(endOwnSession(other, { sessionRef })).rejects.toThrow(NotFoundError);
  });
});

describe('changing office', () => {
  it('shows an own office, with an audit row, and none when nothing changes', async () => {
    const actor = await signedIn((await aPerson({ offices: ['NLRTM', 'BELGG'] })).id);
    await switchOffice(actor, { officeId: 'BELGG' });
    const found = await findSession(await idOf(actor), new Date());
    expect(found?.actor.officeId).toBe('BELGG');
    await switchOffice(found?.actor ?? actor, { officeId: 'BELGG' });
    const rows = (await auditAbout('BELGG')).filter(({ actorId }) => actorId === actor.id);
    expect(rows.map(({ action, details }) => ({ action, details }))).toEqual([
      { action: 'identity.switch_office', details: { before: { office: 'NLRTM' }, after: { office: 'BELGG' } } },
    ]);
  });

  it('to an office of others, or one that does not exist, is not found', async () => {
    const actor = await signedIn((await aPerson({ offices: ['NLRTM'] })).id);
    for (const officeId of ['BELGG', 'XXXXX']) {
      await expect(switchOffice(actor, { officeId })).rejects.toThrow(NotFoundError);
    }
    expect((await findSession(await idOf(actor), new Date()))?.actor.officeId).toBe('NLRTM');
  });

  it('is not possible in a session that was ended', async () => {
    const actor = await signedIn((await aPerson({ offices: ['NLRTM', 'BELGG'] })).id);
    await signOut(actor);
    await expect(switchOffice(actor, { officeId: 'BELGG' })).rejects.toThrow(NotFoundError);
  });
});

describe('changing the password', () => {
  const password = 'the present password';

  it('needs the present one, ends all other sessions and keeps this one', async () => {
    const { id } = await aPerson({ password });
    const [here, there] = [await signedIn(id), await signedIn(id)];
    await changePassword(here, { presentPassword: password, newPassword: 'quite another password' });
    expect(await findSession(await idOf(here), new Date())).not.toBeNull();
    expect(await findSession(await idOf(there), new Date())).toBeNull();
    expect((await auditAbout(id))[0]?.action).toBe('identity.change_password');
    const again = changePassword(here, { presentPassword: password, newPassword: 'and yet another one' });
    expect(await refusalOf(again)).toEqual(['wrong_password']);
  });

  it('refuses the same password, and throttles guesses at the present one', async () => {
    const actor = await signedIn((await aPerson({ password })).id);
    const same = changePassword(actor, { presentPassword: password, newPassword: password });
    expect(await refusalOf(same)).toEqual(['same_password']);
    const guesses = Array.from({ length: 12 }, () =>
      refusalOf(changePassword(actor, { presentPassword: 'a guess', newPassword: 'quite another password' })),
    );
    const refusals = (await Promise.all(guesses)).flat();
    expect(refusals.filter((reason) => reason === 'throttled')).toHaveLength(2);
  });

  it('lets one of two changes at once win', async () => {
    const { id } = await aPerson({ password });
    const actor = await signedIn(id);
    const change = (newPassword: string) => changePassword(actor, { presentPassword: password, newPassword });
    const outcomes = await Promise.allSettled([change('the first new one'), change('the second new one')]);
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect((await auditAbout(id)).filter(({ action }) => action === 'identity.change_password')).toHaveLength(1);
  });
});
