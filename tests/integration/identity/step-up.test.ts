import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import { confirmProposal } from '@/db/commands/clearance/confirm-proposal';
import { decideConsignment } from '@/db/commands/clearance/decide-consignment';
import { changeUser } from '@/db/commands/identity/change-user';
import { confirmSelf } from '@/db/commands/identity/confirm-self';
import { createKey } from '@/db/commands/identity/create-key';
import { createUser } from '@/db/commands/identity/create-user';
import { disableUser } from '@/db/commands/identity/disable-user';
import { enableUser } from '@/db/commands/identity/enable-user';
import { endUserSessions } from '@/db/commands/identity/end-user-sessions';
import { resetPassword } from '@/db/commands/identity/reset-password';
import { signOut } from '@/db/commands/identity/sign-out';
import { addMember } from '@/db/commands/partnership/add-member';
import { rotateKey } from '@/db/commands/partnership/rotate-key';
import { decideChange } from '@/db/commands/policy/decide-change';
import { db } from '@/db/connection';
import { findSession } from '@/db/queries/identity/find-session';
import { sessions } from '@/db/schema';
import { seedReference } from '@/db/seed/reference';
import { inTransaction } from '@/db/transaction';
import { type Actor, SYSTEM_ACTOR } from '@/lib/identity/actor';
import type { Role } from '@/lib/identity/roles';
import { sessionRefOf } from '@/lib/identity/session-ref';
import { CONFIRMATION_NEEDED, CONFIRMED_MS } from '@/lib/identity/step-up';
import { ForbiddenError, NotFoundError, RefusedError, UnauthenticatedError } from '@/lib/kernel/errors';
import { someone } from '../../support/a-desk';
import { refusalOf } from '../../support/command-cases';
import { useDatabase } from '../../support/database';
import { aPerson, auditAbout, signedIn } from '../../support/people';

useDatabase();
beforeAll(() => inTransaction(seedReference));

const password = 'a long enough password';
const AT = new Date('2026-11-02T10:00:00Z');
const later = (ms: number) => new Date(AT.getTime() + ms);
const again = async (actor: Actor, at: Date) => (await findSession(actor.sessionId ?? '', at))?.actor;

describe('confirming who one is', () => {
  it('counts in this session for a quarter of an hour, and is in the audit log', async () => {
    const { id } = await aPerson({ password });
    const [actor, elsewhere] = [await signedIn(id, AT), await signedIn(id, AT)];
    const at = later(CONFIRMED_MS + 1);
    await confirmSelf(actor, { password }, at);
    expect((await again(actor, at))?.confirmedAt).toEqual(at);
    expect((await again(elsewhere, at))?.confirmedAt).toEqual(AT);
    const [row] = await auditAbout(sessionRefOf(actor.sessionId ?? ''));
    expect(row).toMatchObject({ action: 'identity.confirm', actorId: id, details: { via: 'password' } });
  });

  it('is refused for a wrong password or code, and throttled at this session alone', async () => {
    const { id } = await aPerson({ password });
    const [actor, elsewhere] = [await signedIn(id, AT), await signedIn(id, AT)];
    expect(await refusalOf(confirmSelf(actor, { code: '123456' }, AT))).toEqual(['totp.none']);
    for (let tries = 0; tries < 10; tries += 1) {
      expect(await refusalOf(confirmSelf(actor, { password: 'wrong' }, AT))).toEqual(['wrong_password']);
    }
    expect(await refusalOf(confirmSelf(actor, { password }, AT))).toEqual(['throttled']);
    await confirmSelf(elsewhere, { password }, AT);
  });

  it('is for people with a session that is open', async () => {
    await expect(confirmSelf(SYSTEM_ACTOR, { password })).rejects.toThrow(ForbiddenError);
    await expect(confirmSelf(someone('officer', 'NLRTM'), { password })).rejects.toThrow(UnauthenticatedError);
    const { id } = await aPerson({ password });
    const actor = await signedIn(id, AT);
    await signOut(actor, AT);
    await expect(confirmSelf(actor, { password }, AT)).rejects.toThrow(UnauthenticatedError);
  });

  it('is told anew by each sign-in, and unknown of sessions from before it was asked', async () => {
    const { id } = await aPerson({ password });
    const actor = await signedIn(id, AT);
    expect(actor.confirmedAt).toEqual(AT);
    await db()
      .update(sessions)
      .set({ confirmedAt: null })
      .where(eq(sessions.id, actor.sessionId ?? ''));
    expect((await again(actor, AT))?.confirmedAt).toBeUndefined();
  });
});

describe('acts of consequence', () => {
  const [id, reason] = [randomUUID(), 'asked for by the office'];
  const seen = { consignmentId: randomUUID(), rowVersion: 1 };
  const account = { email: 'new@example.org', name: 'New', role: 'officer' as const, officeIds: ['NLRTM'] };
  const verdict = (given: 'approve' | 'return' | 'refuse' | 'withdraw') => (actor: Actor) =>
    decideChange(actor, { changeId: id, verdict: given, reason }, AT);
  const asking: readonly (readonly [string, Role, (actor: Actor) => Promise<unknown>])[] = [
    [
      'a seizure',
      'officer',
      (actor) =>
        decideConsignment(actor, { ...seen, kind: 'seize', ground: 'prohibited_goods', note: 'By finding' }, AT),
    ],
    ['approval of a change of policy', 'supervisor', verdict('approve')],
    ['return of a change of policy', 'supervisor', verdict('return')],
    ['refusal of a change of policy', 'supervisor', verdict('refuse')],
    ['an account', 'admin', (actor) => createUser(actor, account, AT)],
    [
      'another role',
      'admin',
      (actor) => changeUser(actor, { userId: id, seenRole: 'officer', role: 'admin', reason }, AT),
    ],
    ['an account opened again', 'admin', (actor) => enableUser(actor, { userId: id, reason }, AT)],
    ['another password', 'admin', (actor) => resetPassword(actor, { userId: id, reason }, AT)],
    [
      'a colleague of a partner',
      'partner',
      (actor) => addMember(actor, { email: 'next@example.org', name: 'Next' }, AT),
    ],
    [
      'a key changed for a new one',
      'partner',
      (actor) => rotateKey(actor, { keyId: id, graceHours: 24, scopes: ['read'] }, AT),
    ],
    ['a key', 'admin', (actor) => createKey(actor, { partnerId: id }, AT)],
  ];

  it.each(asking)(
    '%s is refused by the command itself without a recent confirmation, and tried with one',
    async (_, role, act) => {
      const actor = someone(role, 'NLRTM');
      for (const confirmedAt of [undefined, later(-CONFIRMED_MS)]) {
        expect(await refusalOf(act({ ...actor, confirmedAt }))).toEqual([CONFIRMATION_NEEDED]);
      }
      const outcome = await act({ ...actor, confirmedAt: AT }).catch((error: unknown) => error);
      if (outcome instanceof RefusedError) {
        expect(outcome.reasons.map(({ code }) => code)).not.toContain(CONFIRMATION_NEEDED);
      }
    },
  );

  it.each(asking)('%s is never asked of who may not do it', async (_, __, act) => {
    await expect(act({ ...someone('analyst', 'NLRTM'), confirmedAt: undefined })).rejects.toThrow(ForbiddenError);
  });

  it('those that take access away, or can be mended, wait for nothing', async () => {
    const left = { confirmedAt: undefined };
    const admin = { ...someone('admin', 'NLRTM'), ...left };
    const officer = { ...someone('officer', 'NLRTM'), ...left };
    for (const act of [
      () => disableUser(admin, { userId: id, reason }, AT),
      () => endUserSessions(admin, { userId: id, reason }, AT),
      () =>
        decideConsignment(officer, { ...seen, kind: 'detain', ground: 'licence_outstanding', note: 'By doubt' }, AT),
      () => confirmProposal(someone('supervisor', 'NLRTM'), { ...seen, decisionId: id, note: '' }, AT),
      () => verdict('withdraw')({ ...someone('risk_manager', 'NLRTM'), ...left }),
    ]) {
      await expect(act()).rejects.toThrow(NotFoundError);
    }
  });
});
