import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { addAction } from '@/db/commands/partnership/add-action';
import { changeAction } from '@/db/commands/partnership/change-action';
import { getResolution } from '@/db/queries/partnership/get-resolution';
import type { Actor } from '@/lib/identity/actor';
import { ROLES } from '@/lib/identity/roles';
import { ForbiddenError, NotFoundError } from '@/lib/kernel/errors';
import { aDesk, type Desk, NOW, someone, withAccount } from '../../support/a-desk';
import { refusalOf } from '../../support/command-cases';
import { useDatabase } from '../../support/database';
import { auditAbout } from '../../support/people';

useDatabase();
let desk: Desk;
beforeAll(async () => {
  desk = await aDesk();
  for (const actor of [desk.supervisor, desk.officer, desk.partner]) await withAccount(actor);
});

const wish = (changes = {}) => ({
  ...{ place: 'p1', title: 'Agree cut-off times with the post', ownerId: desk.officer.id, dueOn: '2027-03-01' },
  ...changes,
});
const add = (actor: Actor = desk.supervisor, changes = {}) => addAction(actor, wish(changes) as never, NOW);
const change = (actor: Actor, actionId: string, rowVersion: number, changes = {}) =>
  changeAction(
    actor,
    {
      ...{ actionId, rowVersion, ownerId: desk.officer.id, dueOn: '2027-04-01', state: 'done', note: 'Agreed' },
      ...changes,
    },
    NOW,
  );
const plan = async () => (await getResolution(desk.supervisor, NOW)).plan;

describe('The action plan of the resolution', () => {
  it('takes an action with owner and date, and its changes; both leave their audit row', async () => {
    const { actionId } = await add();
    await change(desk.supervisor, actionId, 1);
    expect((await plan()).find((action) => action.actionId === actionId)).toMatchObject({
      place: 'p1',
      ownerName: 'A. Kaya',
      dueOn: '2027-04-01',
      state: 'done',
      rowVersion: 2,
    });
    const rows = await auditAbout(actionId);
    expect(rows.map(({ action }) => action).sort()).toEqual(['resolution.add_action', 'resolution.change_action']);
    expect(rows.find(({ action }) => action === 'resolution.change_action')?.details).toMatchObject({
      before: { dueOn: '2027-03-01', planState: 'open' },
      after: { dueOn: '2027-04-01', planState: 'done' },
    });
  });

  it('is written by supervisors and risk managers alone, and read by nobody outside customs', async () => {
    const { actionId } = await add();
    for (const role of ROLES.filter((name) => name !== 'supervisor' && name !== 'risk_manager')) {
      await expect(add(someone(role, 'NLRTM'))).rejects.toBeInstanceOf(ForbiddenError);
      await expect(change(someone(role, 'NLRTM'), actionId, 1)).rejects.toBeInstanceOf(ForbiddenError);
    }
    await expect(getResolution(desk.partner, NOW)).rejects.toBeInstanceOf(ForbiddenError);
  });

  it('is owned by people of customs, and holds no action that is not there', async () => {
    expect(await refusalOf(add(desk.supervisor, { ownerId: desk.partner.id }))).toEqual(['resolution.owner']);
    expect(await refusalOf(add(desk.supervisor, { ownerId: randomUUID() }))).toEqual(['resolution.owner']);
    await expect(change(desk.supervisor, randomUUID(), 1)).rejects.toBeInstanceOf(NotFoundError);
  });

  it('is changed as it was seen, by one of two', async () => {
    const { actionId } = await add();
    const tries = await Promise.allSettled([
      change(desk.supervisor, actionId, 1),
      change(desk.supervisor, actionId, 1),
    ]);
    expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(await refusalOf(change(desk.supervisor, actionId, 1))).toEqual(['resolution.changed']);
  });
});
