import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import { claimConsignment } from '@/db/commands/clearance/claim-consignment';
import { endOtherSessions } from '@/db/commands/identity/end-other-sessions';
import { lockSession } from '@/db/commands/identity/lock-session';
import { openSession } from '@/db/commands/identity/open-session';
import { signOut } from '@/db/commands/identity/sign-out';
import { db } from '@/db/connection';
import { findSession } from '@/db/queries/identity/find-session';
import { listCounterPeople } from '@/db/queries/identity/list-counter-people';
import { listOwnSessions } from '@/db/queries/identity/list-own-sessions';
import { listUserSessions } from '@/db/queries/identity/list-user-sessions';
import { users } from '@/db/schema';
import { type Actor, SYSTEM_ACTOR } from '@/lib/identity/actor';
import { sessionRefOf } from '@/lib/identity/session-ref';
import { ForbiddenError } from '@/lib/kernel/errors';
import { someone } from '../../support/a-desk';
import { standing } from '../../support/command-cases';
import { useDatabase } from '../../support/database';
import { LODGER, put, seedPartners, stateOf, WAITING } from '../../support/lodged';
import { aPerson, auditAbout, signedIn } from '../../support/people';
import { sendSubmission } from '../../support/send-submission';
import { csvOf } from '../../support/submissions';

useDatabase();
beforeAll(seedPartners);

const DEVICE = { browser: 'firefox', system: 'windows' } as const;

/** Somebody who signs in at a counter. */
async function at(counterKey: string, userId?: string, when = new Date()): Promise<Actor> {
  const id = userId ?? (await aPerson()).id;
  const found = await findSession(await openSession(id, 'password', when, { device: DEVICE, counterKey }), when);
  if (!found) throw new Error('not signed in');
  return found.actor;
}
const isOpen = async (actor: Actor) => (await findSession(actor.sessionId ?? '', new Date())) !== null;
const idsAt = async (counterKey: string, when = new Date()) =>
  Promise.all(
    (await listCounterPeople(counterKey, when)).map(async ({ email }) => {
      const [user] = await db().select({ id: users.id }).from(users).where(eq(users.email, email));
      return user?.id;
    }),
  );

describe('the list of sessions', () => {
  it('tells the device in words, one oneself, and of others to administrators alone', async () => {
    const actor = await at(randomUUID());
    expect(await listOwnSessions(actor)).toMatchObject([{ device: DEVICE, isThis: true }]);
    const admin = someone('admin', 'NLRTM');
    expect(await listUserSessions(admin, actor.id)).toMatchObject([
      { device: DEVICE, ref: sessionRefOf(actor.sessionId ?? '') },
    ]);
    await expect(listUserSessions(actor, actor.id)).rejects.toThrow(ForbiddenError);
  });

  it('is ended but for the present one, at once and once, and told in the audit log', async () => {
    const { id } = await aPerson();
    const [here, there, elsewhere] = [await signedIn(id), await signedIn(id), await signedIn(id)];
    const stranger = await signedIn((await aPerson()).id);
    expect(await endOtherSessions(here)).toEqual({ ended: 2 });
    expect(await Promise.all([here, there, elsewhere, stranger].map(isOpen))).toEqual([true, false, false, true]);
    const [row] = await auditAbout(id);
    expect(row).toMatchObject({ action: 'identity.end_sessions', actorId: id, details: { sessionsEnded: 2 } });
    expect(await endOtherSessions(here)).toEqual({ ended: 0 });
    await expect(endOtherSessions(SYSTEM_ACTOR)).rejects.toThrow(ForbiddenError);
  });
});

describe('a shared counter', () => {
  it('knows who signed in there within the shift and did not sign out for good', async () => {
    const counter = randomUUID();
    const [first, second] = [await at(counter), await at(counter)];
    await at(randomUUID());
    await lockSession(first);
    expect((await idsAt(counter)).sort()).toEqual([first.id, second.id].sort());
    await at(counter, first.id);
    expect(await idsAt(counter)).toHaveLength(2);
    await signOut(await at(counter, first.id));
    expect(await idsAt(counter)).toEqual([second.id]);
    await db().update(users).set({ disabledAt: new Date() }).where(eq(users.id, second.id));
    expect(await idsAt(counter)).toEqual([]);
  });

  it('forgets who signed in a shift ago', async () => {
    const counter = randomUUID();
    await at(counter, undefined, new Date(Date.now() - 13 * 3_600_000));
    expect(await idsAt(counter)).toEqual([]);
  });

  it('is given to the next by ending the session, once, which the audit log tells', async () => {
    const actor = await at(randomUUID());
    await Promise.all([lockSession(actor), lockSession(actor)]);
    expect(await isOpen(actor)).toBe(false);
    const told = await auditAbout(sessionRefOf(actor.sessionId ?? ''));
    expect(told.map(({ action }) => action)).toEqual(['identity.lock', 'identity.sign_in']);
    await expect(lockSession(SYSTEM_ACTOR)).rejects.toThrow(ForbiddenError);
  });

  it('leaves what somebody holds with them', async () => {
    await sendSubmission(LODGER, csvOf([{ reference: 'COUNTER-1' }]));
    await put('COUNTER-1', WAITING);
    const { consignmentId, rowVersion } = await stateOf('COUNTER-1');
    const counter = randomUUID();
    const officer = await at(counter);
    await claimConsignment(officer, { consignmentId, rowVersion });
    await lockSession(officer);
    const next = await at(counter);
    expect(next.id).not.toBe(officer.id);
    expect((await standing(consignmentId)).claimedBy).toBe(officer.id);
  });
});
