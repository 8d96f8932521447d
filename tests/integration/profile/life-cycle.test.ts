import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import {
  activateProfile,
  approveProfile,
  refuseProfile,
  resumeProfile,
  retireProfile,
  suspendProfile,
} from '@/db/commands/profile/move-profile';
import { proposeProfile } from '@/db/commands/profile/propose-profile';
import { saveDraft } from '@/db/commands/profile/save-draft';
import { db } from '@/db/connection';
import { listProfiles } from '@/db/queries/profile/list-profiles';
import { tryProfile } from '@/db/queries/profile/try-profile';
import { auditLog } from '@/db/schema';
import { seedReference } from '@/db/seed/reference';
import { inTransaction } from '@/db/transaction';
import type { Actor } from '@/lib/identity/actor';
import { ROLES } from '@/lib/identity/roles';
import { ForbiddenError, InvalidInputError, NotFoundError } from '@/lib/kernel/errors';
import { someone } from '../../support/a-desk';
import { author, draft, proposed, second, seen, TOYS } from '../../support/a-profile';
import { refusalOf } from '../../support/command-cases';
import { useDatabase } from '../../support/database';

useDatabase();
beforeAll(() => inTransaction(seedReference));

const standingOf = async (profileId: string) =>
  (await listProfiles(second, profileId))[0]?.versions.map(({ state }) => state);
const actionsOn = async (profileId: string) => {
  const rows = await db().select().from(auditLog).where(eq(auditLog.subjectId, profileId));
  return rows.map(({ action }) => action).sort();
};

describe('the life of a profile', () => {
  it('goes from draft by proposal, a second person and shadow into force, and every step leaves its row', async () => {
    const one = await proposed();
    await approveProfile(second, { ...seen(one), shadowDays: 7 });
    await activateProfile(second, { ...seen(one, 2), days: 30 });
    await suspendProfile(author, seen(one, 3));
    await resumeProfile(second, seen(one, 4));
    await retireProfile(author, seen(one, 5));
    expect(await standingOf(one.profileId)).toEqual(['retired']);
    expect(await actionsOn(one.profileId)).toEqual([
      'profile.activate',
      'profile.approve',
      'profile.propose',
      'profile.resume',
      'profile.retire',
      'profile.save_draft',
      'profile.suspend',
    ]);
  });

  it('answers each step with the row as it left it, from which the same person goes on', async () => {
    const one = await proposed();
    const approved = await approveProfile(second, { ...seen(one), shadowDays: 7 });
    const activated = await activateProfile(second, { ...seen(one, approved.rowVersion), days: 30 });
    const suspended = await suspendProfile(second, seen(one, activated.rowVersion));
    // What somebody else did in between was not seen by who goes on from their own step.
    const resumed = await resumeProfile(second, seen(one, suspended.rowVersion));
    expect(await refusalOf(retireProfile(author, seen(one, suspended.rowVersion)))).toEqual(['changed_meanwhile']);
    await retireProfile(second, seen(one, resumed.rowVersion));
    expect(await standingOf(one.profileId)).toEqual(['retired']);
  });

  it('needs another person than its author to approve, refuse, activate and resume', async () => {
    const one = await proposed();
    expect(await refusalOf(approveProfile(author, { ...seen(one), shadowDays: 7 }))).toEqual(['profile.own']);
    expect(await refusalOf(refuseProfile(author, seen(one)))).toEqual(['profile.own']);
    await approveProfile(second, { ...seen(one), shadowDays: 7 });
    expect(await refusalOf(activateProfile(author, { ...seen(one, 2), days: 30 }))).toEqual(['profile.own']);
    expect(await actionsOn(one.profileId)).not.toContain('profile.activate');
  });

  it('is decided by nobody who wrote at it, whoever proposed it', async () => {
    const other = someone('risk_manager', 'NLRTM');
    const saved = await saveDraft(author, { draft });
    const { version } = await proposeProfile(other, saved);
    const one = { profileId: saved.profileId, version };
    for (const writer of [author, other]) {
      expect(await refusalOf(approveProfile(writer, { ...seen(one), shadowDays: 7 }))).toEqual(['profile.own']);
      // Who would be refused is offered nothing.
      expect(await listProfiles(writer, one.profileId)).toMatchObject([{ versions: [{ isOwn: true }] }]);
    }
    expect(await listProfiles(second, one.profileId)).toMatchObject([{ versions: [{ isOwn: false }] }]);
    await approveProfile(second, { ...seen(one), shadowDays: 7 });
  });

  it('comes into force in one version, also where two are activated at once, and never without an end', async () => {
    const first = await proposed();
    await approveProfile(second, { ...seen(first), shadowDays: 7 });
    const [profile] = await listProfiles(second, first.profileId);
    const saved = await saveDraft(author, { profileId: first.profileId, rowVersion: profile?.rowVersion ?? 0, draft });
    const next = { profileId: first.profileId, ...(await proposeProfile(author, saved)) };
    await approveProfile(second, { ...seen(next), shadowDays: 7 });
    // In shadow there is nothing to suspend: a way round activation and its last day it would be.
    expect(await refusalOf(suspendProfile(author, seen(first, 2)))).toEqual(['profile.state']);
    await Promise.allSettled([
      activateProfile(second, { ...seen(first, 2), days: 30 }),
      activateProfile(second, { ...seen(next, 2), days: 30 }),
    ]);
    const states = await standingOf(first.profileId);
    expect(states?.filter((state) => state === 'active')).toHaveLength(1);
    expect(states).toHaveLength(2);
  });

  it('keeps what no text may hold out of a draft, and a draft without measure out of the database', async () => {
    const { profileId } = await saveDraft(author, { draft: { title: `a\u0000b\ud83d` } });
    expect((await listProfiles(second, profileId))[0]?.draft).toEqual({ title: 'ab\ufffd' });
    const endless = saveDraft(author, { draft: { title: 'x'.repeat(300_000) } });
    await expect(endless).rejects.toThrow(InvalidInputError);
  });

  it('takes no step out of turn, and of two at once one', async () => {
    const one = await proposed();
    expect(await refusalOf(activateProfile(second, { ...seen(one), days: 30 }))).toEqual(['profile.state']);
    const outcomes = await Promise.allSettled([
      approveProfile(second, { ...seen(one), shadowDays: 7 }),
      refuseProfile(second, seen(one)),
    ]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    const other = await proposed();
    await approveProfile(second, { ...seen(other), shadowDays: 7 });
    expect(await refusalOf(retireProfile(author, seen(other)))).toEqual(['changed_meanwhile']);
  });

  it('is refused to every role it is not for, and unknown ones are not found', async () => {
    const one = await proposed();
    const acts: readonly (readonly [readonly string[], (actor: Actor) => Promise<unknown>])[] = [
      [['risk_manager'], (actor) => saveDraft(actor, { draft: {} })],
      [['risk_manager'], (actor) => proposeProfile(actor, { profileId: one.profileId, rowVersion: 2 })],
      [['risk_manager', 'supervisor'], (actor) => approveProfile(actor, { ...seen(one), shadowDays: 7 })],
      [['risk_manager', 'supervisor'], (actor) => activateProfile(actor, { ...seen(one), days: 7 })],
      [['risk_manager', 'supervisor'], (actor) => refuseProfile(actor, seen(one))],
      [['risk_manager', 'supervisor'], (actor) => resumeProfile(actor, seen(one))],
      [['risk_manager', 'supervisor'], (actor) => suspendProfile(actor, seen(one))],
      [['risk_manager', 'supervisor'], (actor) => retireProfile(actor, seen(one))],
      [['risk_manager', 'supervisor', 'auditor'], (actor) => listProfiles(actor)],
      [['risk_manager', 'supervisor', 'auditor'], (actor) => tryProfile(actor, TOYS)],
    ];
    for (const [allowed, act] of acts) {
      for (const role of ROLES.filter((other) => !allowed.includes(other))) {
        await expect(act(someone(role, 'NLRTM'))).rejects.toThrow(ForbiddenError);
      }
    }
    const nobody = { profileId: randomUUID(), version: 1 };
    await expect(retireProfile(author, seen(nobody))).rejects.toThrow(NotFoundError);
    await expect(proposeProfile(author, { profileId: nobody.profileId, rowVersion: 1 })).rejects.toThrow(NotFoundError);
  });

  it('keeps a draft that is not complete, and says at which place when it is proposed', async () => {
    const saved = await saveDraft(author, { draft: { title: 'Toys', tree: { combinator: 'and', rules: [] } } });
    const refused = await proposeProfile(author, saved).catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(InvalidInputError);
    const pointers = (refused as InvalidInputError).problems.map(({ pointer }) => pointer);
    expect(pointers).toEqual(expect.arrayContaining(['harm', 'ground', 'tree']));
    const again = await saveDraft(author, { ...saved, draft });
    expect(await refusalOf(saveDraft(author, { ...saved, draft }))).toEqual(['changed_meanwhile']);
    expect(await proposeProfile(author, again)).toEqual({ version: 1 });
  });
});
