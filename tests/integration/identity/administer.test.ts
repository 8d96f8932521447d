import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { changeUser } from '@/db/commands/identity/change-user';
import { checkPassword } from '@/db/commands/identity/check-password';
import { createKey } from '@/db/commands/identity/create-key';
import { createPartner } from '@/db/commands/identity/create-partner';
import { createUser } from '@/db/commands/identity/create-user';
import { disableUser } from '@/db/commands/identity/disable-user';
import { enableUser } from '@/db/commands/identity/enable-user';
import { endUserSessions } from '@/db/commands/identity/end-user-sessions';
import { resetPassword } from '@/db/commands/identity/reset-password';
import { revokeKey } from '@/db/commands/identity/revoke-key';
import { disablePartner, enablePartner } from '@/db/commands/identity/set-partner-use';
import { db } from '@/db/connection';
import { findApiKey } from '@/db/queries/identity/find-api-key';
import { findSession } from '@/db/queries/identity/find-session';
import { getUser } from '@/db/queries/identity/get-user';
import { getPartner, listPartners } from '@/db/queries/identity/list-partners';
import { listUsers } from '@/db/queries/identity/list-users';
import { apiKeys, users } from '@/db/schema';
import { seedReference } from '@/db/seed/reference';
import { inTransaction } from '@/db/transaction';
import type { Actor } from '@/lib/identity/actor';
import { apiKeyHash } from '@/lib/identity/api-key';
import { ROLES } from '@/lib/identity/roles';
import { ForbiddenError, NotFoundError, RefusedError } from '@/lib/kernel/errors';
import { someone } from '../../support/a-desk';
import { refusalOf } from '../../support/command-cases';
import { useDatabase } from '../../support/database';
import { aPerson, auditAbout, signedIn } from '../../support/people';

useDatabase();
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
const aPartner = () => createPartner(admin, { key: `p${randomUUID()}`, name: 'Sender', kind: 'carrier' });

describe('only administrators administer', () => {
  const others = ROLES.filter((role) => role !== 'admin').map((role) => someone(role, 'NLRTM'));
  const id = randomUUID();
  const acts: Readonly<Record<string, (actor: Actor) => Promise<unknown>>> = {
    createUser: (actor) => createUser(actor, account()),
    changeUser: (actor) => changeUser(actor, { userId: id, seenRole: 'officer', role: 'admin', reason }),
    disableUser: (actor) => disableUser(actor, { userId: id, reason }),
    enableUser: (actor) => enableUser(actor, { userId: id, reason }),
    endUserSessions: (actor) => endUserSessions(actor, { userId: id, reason }),
    resetPassword: (actor) => resetPassword(actor, { userId: id, reason }),
    createPartner: (actor) => createPartner(actor, { key: 'sender', name: 'Sender', kind: 'post' }),
    disablePartner: (actor) => disablePartner(actor, { partnerId: id, reason }),
    enablePartner: (actor) => enablePartner(actor, { partnerId: id, reason }),
    createKey: (actor) => createKey(actor, { partnerId: id }),
    revokeKey: (actor) => revokeKey(actor, { keyId: id, reason }),
    listUsers: (actor) => listUsers(actor, {}),
    getUser: (actor) => getUser(actor, id),
    listPartners: (actor) => listPartners(actor),
    getPartner: (actor) => getPartner(actor, id),
  };
  it.each(Object.keys(acts))('%s is refused to every other role', async (name) => {
    for (const actor of others) await expect(acts[name]?.(actor)).rejects.toThrow(ForbiddenError);
  });
});

describe('an account', () => {
  it('is made with a password told once and its audit row, which carries neither that nor the address', async () => {
    const wish = account();
    const { userId, password } = await createUser(admin, wish);
    expect(await getUser(admin, userId)).toMatchObject({ email: wish.email, role: 'officer', officeIds: ['NLRTM'] });
    const [row] = await auditAbout(userId);
    expect(row).toMatchObject({ action: 'admin.create_user', actorId: admin.id });
    for (const kept of [wish.email, password]) expect(JSON.stringify(row)).not.toContain(kept);
    const tried = { email: wish.email, password, addressKey: 'here', deviceKey: null };
    expect(await checkPassword(tried)).toEqual({ userId });
  });

  it('is refused for an address in use, whatever its letters, also when two ask at once', async () => {
    const wish = account();
    const outcomes = await Promise.allSettled([
      createUser(admin, wish),
      createUser(admin, { ...wish, email: wish.email.toUpperCase() }),
    ]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(await refusalOf(createUser(admin, wish))).toEqual(['email_taken']);
  });

  it('is refused without what its role needs', async () => {
    expect(await refusalOf(createUser(admin, { ...account(), officeIds: [] }))).toEqual(['office_required']);
    expect(await refusalOf(createUser(admin, { ...account(), officeIds: ['ZZZZZ'] }))).toEqual(['unknown_office']);
    expect(await refusalOf(createUser(admin, { ...account(), role: 'partner' }))).toEqual(['partner_required']);
  });

  it('changes role and offices at the next request of an open session', async () => {
    const { id } = await aPerson();
    const { sessionId } = await signedIn(id);
    const change = { userId: id, seenRole: 'officer', role: 'analyst', officeIds: ['BELGG', 'DEFRA'], reason } as const;
    await changeUser(admin, { ...change, officeIds: [...change.officeIds] });
    expect((await findSession(sessionId ?? '', new Date()))?.actor).toMatchObject({
      role: 'analyst',
      officeId: 'BELGG',
    });
    expect((await auditAbout(id))[0]).toMatchObject({
      action: 'admin.change_user',
      reason,
      details: { before: { role: 'officer', offices: 'NLRTM' }, after: { role: 'analyst', offices: 'BELGG DEFRA' } },
    });
  });

  it('is not changed over the head of another administrator', async () => {
    const { id } = await aPerson();
    const change = (role: 'analyst' | 'auditor') =>
      changeUser(admin, { userId: id, seenRole: 'officer', role, officeIds: ['NLRTM'], reason });
    const outcomes = await Promise.allSettled([change('analyst'), change('auditor')]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(outcomes.find((outcome) => outcome.status === 'rejected')?.reason).toBeInstanceOf(RefusedError);
    expect((await auditAbout(id)).filter(({ action }) => action === 'admin.change_user')).toHaveLength(1);
  });

  it('is closed with its sessions, once, and opened again without them', async () => {
    const { id } = await aPerson();
    const { sessionId } = await signedIn(id);
    const outcomes = await Promise.allSettled([
      disableUser(admin, { userId: id, reason }),
      disableUser(admin, { userId: id, reason }),
    ]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(await refusalOf(disableUser(admin, { userId: id, reason }))).toEqual(['already_disabled']);
    await enableUser(admin, { userId: id, reason });
    expect(await refusalOf(enableUser(admin, { userId: id, reason }))).toEqual(['not_disabled']);
    expect(await findSession(sessionId ?? '', new Date())).toBeNull();
    const rows = await auditAbout(id);
    expect(rows.map(({ action }) => action)).toEqual(['admin.enable_user', 'admin.disable_user']);
    expect(rows[1]?.details).toEqual({ sessionsEnded: 1 });
  });

  it('is signed out everywhere, with one audit row', async () => {
    const { id } = await aPerson();
    const open = [await signedIn(id), await signedIn(id)];
    expect(await endUserSessions(admin, { userId: id, reason })).toEqual({ ended: 2 });
    expect(await endUserSessions(admin, { userId: id, reason })).toEqual({ ended: 0 });
    for (const { sessionId } of open) expect(await findSession(sessionId ?? '', new Date())).toBeNull();
    expect(await auditAbout(id)).toHaveLength(1);
  });

  it('that does not exist is not found, and the own one is left alone', async () => {
    const nobody = { userId: randomUUID(), reason };
    for (const act of [disableUser, enableUser, endUserSessions]) {
      await expect(act(admin, nobody)).rejects.toThrow(NotFoundError);
      expect(await refusalOf(act(admin, { userId: admin.id, reason }))).toEqual(['own_account']);
    }
    await expect(getUser(admin, 'x')).rejects.toThrow(NotFoundError);
  });

  it('of the last administrator stays, even when two take each other away', async () => {
    await db().update(users).set({ disabledAt: new Date() }).where(eq(users.role, 'admin'));
    const [one, other] = [
      await signedIn((await aPerson({ role: 'admin', offices: [] })).id),
      await signedIn((await aPerson({ role: 'admin', offices: [] })).id),
    ];
    const outcomes = await Promise.allSettled([
      disableUser(one, { userId: other.id, reason }),
      disableUser(other, { userId: one.id, reason }),
    ]);
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect((await listUsers(one, { role: 'admin', state: 'in_use' })).rows).toHaveLength(1);
  });

  it('is found by part of its name or address, wildcards taken literally', async () => {
    const wish = account();
    await createUser(admin, wish);
    expect((await listUsers(admin, { find: wish.email.slice(3, 20).toUpperCase() })).rows).toHaveLength(1);
    expect((await listUsers(admin, { find: '100%' })).rows).toEqual([]);
  });
});

describe('a partner', () => {
  it('sends with a key that is shown once and kept as a hash', async () => {
    const { partnerId } = await aPartner();
    const { keyId, key } = await createKey(admin, { partnerId });
    expect((await findApiKey(apiKeyHash(key)))?.actor).toMatchObject({ kind: 'api_key', role: 'partner', partnerId });
    expect(JSON.stringify(await getPartner(admin, partnerId))).not.toContain(key);
    expect(JSON.stringify(await db().select().from(apiKeys))).not.toContain(key);
    expect((await auditAbout(keyId))[0]).toMatchObject({ action: 'admin.create_key' });
  });

  it('counts the keys it can send with, of its own only', async () => {
    const [{ partnerId }, other] = [await aPartner(), await aPartner()];
    const { keyId } = await createKey(admin, { partnerId });
    await createKey(admin, { partnerId });
    const inUse = async (id: string) => (await listPartners(admin)).find((row) => row.id === id)?.keysInUse;
    expect([await inUse(partnerId), await inUse(other.partnerId)]).toEqual([2, 0]);
    await revokeKey(admin, { keyId, reason });
    expect([await inUse(partnerId), (await getPartner(admin, partnerId)).keysInUse]).toEqual([1, 1]);
  });

  it('is refused from the moment its key is revoked, which happens once', async () => {
    const { partnerId } = await aPartner();
    const { keyId, key } = await createKey(admin, { partnerId });
    const outcomes = await Promise.allSettled([
      revokeKey(admin, { keyId, reason }),
      revokeKey(admin, { keyId, reason }),
    ]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(await findApiKey(apiKeyHash(key))).toBeNull();
    expect((await auditAbout(keyId)).filter(({ action }) => action === 'admin.revoke_key')).toHaveLength(1);
    await expect(revokeKey(admin, { keyId: randomUUID(), reason })).rejects.toThrow(NotFoundError);
  });

  it('that is shut out is refused with all its keys, and gets no new one', async () => {
    const { partnerId } = await aPartner();
    const { key } = await createKey(admin, { partnerId });
    await disablePartner(admin, { partnerId, reason });
    expect(await findApiKey(apiKeyHash(key))).toBeNull();
    await expect(createKey(admin, { partnerId })).rejects.toThrow(NotFoundError);
    expect(await refusalOf(disablePartner(admin, { partnerId, reason }))).toEqual(['already_disabled']);
    await enablePartner(admin, { partnerId, reason });
    expect(await findApiKey(apiKeyHash(key))).not.toBeNull();
    expect(await refusalOf(enablePartner(admin, { partnerId, reason }))).toEqual(['not_disabled']);
    await expect(disablePartner(admin, { partnerId: randomUUID(), reason })).rejects.toThrow(NotFoundError);
  });

  it('has a short name of its own', async () => {
    const wish = { key: `p${randomUUID()}`, name: 'Sender', kind: 'carrier' } as const;
    await createPartner(admin, wish);
    expect(await refusalOf(createPartner(admin, wish))).toEqual(['key_taken']);
  });
});
