import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import { createKey } from '@/db/commands/identity/create-key';
import { openSession } from '@/db/commands/identity/open-session';
import { addMember } from '@/db/commands/partnership/add-member';
import { closeMember } from '@/db/commands/partnership/close-member';
import { rotateKey } from '@/db/commands/partnership/rotate-key';
import { findApiKey } from '@/db/queries/identity/find-api-key';
import { findSession } from '@/db/queries/identity/find-session';
import { listMembers } from '@/db/queries/partnership/list-members';
import type { Actor } from '@/lib/identity/actor';
import { apiKeyHash } from '@/lib/identity/api-key';
import { can } from '@/lib/identity/permissions';
import { ROLES } from '@/lib/identity/roles';
import { ForbiddenError, NotFoundError } from '@/lib/kernel/errors';
import { aDesk, type Desk, someone, withAccount } from '../../support/a-desk';
import { refusalOf } from '../../support/command-cases';
import { useDatabase } from '../../support/database';
import { auditAbout } from '../../support/people';

useDatabase();

const HOUR_MS = 3_600_000;
const AT = new Date();
let desk: Desk;
let stranger: Actor;
beforeEach(async () => {
  desk = await aDesk();
  stranger = (await aDesk()).partner;
  await withAccount(desk.partner);
});

const ALL = ['send', 'read', 'answer'] as const;
const aKey = () => createKey(someone('admin', 'NLRTM'), { partnerId: desk.partnerId }, AT);
const rotate = (actor: Actor, keyId: string, scopes: readonly string[] = ALL, graceHours = 24) =>
  rotateKey(actor, { keyId, graceHours, scopes: scopes as never }, AT);
const holder = (key: string, hours = 0) => findApiKey(apiKeyHash(key), new Date(AT.getTime() + hours * HOUR_MS));

describe('A key that is changed for a new one', () => {
  it('serves on for its time of grace and no longer; the new one is limited, and the change leaves its audit row', async () => {
    const old = await aKey();
    const made = await rotate(desk.partner, old.keyId, ['read']);
    expect([await holder(old.key, 23.9), await holder(old.key, 24)].map((found) => found !== null)).toEqual([
      true,
      false,
    ]);
    const actor = (await holder(made.key, 24))?.actor;
    if (!actor) throw new Error('the new key is worth nothing');
    expect(actor).toMatchObject({ role: 'partner', partnerId: desk.partnerId, scopes: ['read'] });
    expect([can(actor, 'consignment.track'), can(actor, 'intake.submit'), can(actor, 'partner.team')]).toEqual([
      true,
      false,
      false,
    ]);
    expect(can(actor, 'identity.touch')).toBe(true);
    expect((await auditAbout(made.keyId))[0]).toMatchObject({
      action: 'partner.rotate_key',
      details: { partnerId: desk.partnerId, graceHours: 24, scopes: 'read' },
    });
    expect(JSON.stringify(await auditAbout(made.keyId))).not.toContain(made.key);
  });

  it('is worth nothing at once where no grace is asked for, and is never widened', async () => {
    const old = await aKey();
    const made = await rotate(desk.partner, old.keyId, ['send'], 0);
    expect(await holder(old.key)).toBeNull();
    expect(await refusalOf(rotate(desk.partner, made.keyId, ALL))).toEqual(['key.scopes']);
  });

  it('is refused to every other role, and found by no other partner', async () => {
    const { keyId, key } = await aKey();
    for (const role of ROLES.filter((name) => name !== 'partner' && name !== 'admin'))
      await expect(rotate(someone(role, 'NLRTM'), keyId)).rejects.toBeInstanceOf(ForbiddenError);
    await expect(rotate(stranger, keyId)).rejects.toBeInstanceOf(NotFoundError);
    // Neither can a key make itself a successor.
    const itself = (await holder(key))?.actor;
    if (!itself) throw new Error('the key is worth nothing');
    await expect(rotate(itself, keyId)).rejects.toBeInstanceOf(ForbiddenError);
  });

  it('has one successor, whoever of two is faster', async () => {
    const { keyId } = await aKey();
    const tries = await Promise.allSettled([rotate(desk.partner, keyId), rotate(desk.partner, keyId)]);
    expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(await refusalOf(rotate(desk.partner, keyId))).toEqual(['key.rotated']);
  });
});

describe('The people of a partner', () => {
  const person = () => ({ name: 'New Colleague', email: `${randomUUID()}@example.org` });

  it('make accounts for colleagues and close them, each with its audit row; a closed one is signed out', async () => {
    const { userId } = await addMember(desk.partner, person(), AT);
    expect((await listMembers(desk.partner)).map(({ id }) => id).sort()).toEqual([desk.partner.id, userId].sort());
    const session = await openSession(userId, 'password', AT);
    expect(await findSession(session, AT)).toMatchObject({ actor: { role: 'partner', partnerId: desk.partnerId } });
    await closeMember(desk.partner, { userId, reason: 'left the company' }, AT);
    expect(await findSession(session, AT)).toBeNull();
    expect((await auditAbout(userId)).map(({ action }) => action)).toEqual(
      expect.arrayContaining(['partner.add_member', 'partner.close_member']),
    );
  });

  it('are managed by no other role, by no key, and not by themselves', async () => {
    for (const role of ROLES.filter((name) => name !== 'partner')) {
      const actor = { ...someone(role, 'NLRTM'), partnerId: desk.partnerId };
      await expect(addMember(actor, person(), AT)).rejects.toBeInstanceOf(ForbiddenError);
      await expect(closeMember(actor, { userId: desk.partner.id, reason: 'left' }, AT)).rejects.toBeInstanceOf(
        ForbiddenError,
      );
    }
    const key: Actor = { ...desk.partner, kind: 'api_key' };
    await expect(addMember(key, person(), AT)).rejects.toBeInstanceOf(NotFoundError);
    expect(await refusalOf(closeMember(desk.partner, { userId: desk.partner.id, reason: 'left' }, AT))).toEqual([
      'own_account',
    ]);
  });

  it('are not found by another partner, nor is anybody of customs', async () => {
    const close = (actor: Actor, userId: string) => closeMember(actor, { userId, reason: 'left' }, AT);
    await expect(close(stranger, desk.partner.id)).rejects.toBeInstanceOf(NotFoundError);
    const officer = await withAccount(desk.officer);
    await expect(close(desk.partner, officer.id)).rejects.toBeInstanceOf(NotFoundError);
    expect(await listMembers(stranger)).toEqual([]);
  });

  it('are entered and closed once, whoever of two is faster', async () => {
    const wish = person();
    const added = await Promise.allSettled([addMember(desk.partner, wish, AT), addMember(desk.partner, wish, AT)]);
    const made = added.flatMap((one) => (one.status === 'fulfilled' ? [one.value.userId] : []));
    expect(made).toHaveLength(1);
    expect(await refusalOf(addMember(desk.partner, wish, AT))).toEqual(['email_taken']);
    const close = () => closeMember(desk.partner, { userId: made[0] ?? '', reason: 'left' }, AT);
    const closed = await Promise.allSettled([close(), close()]);
    expect(closed.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(await refusalOf(close())).toEqual(['already_disabled']);
  });
});
