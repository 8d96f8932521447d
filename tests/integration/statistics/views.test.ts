import { eq } from 'drizzle-orm';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { changeView, dropView } from '@/db/commands/statistics/change-view';
import { keepView } from '@/db/commands/statistics/keep-view';
import { db } from '@/db/connection';
import { listViews } from '@/db/queries/statistics/list-views';
import { auditLog } from '@/db/schema';
import type { Actor } from '@/lib/identity/actor';
import { ForbiddenError, NotFoundError } from '@/lib/kernel/errors';
import { questionQuery, VIEWS_MAX } from '@/lib/statistics/saved-view';
import { aDesk, type Desk, someone } from '../../support/a-desk';
import { useDatabase } from '../../support/database';

useDatabase();
let desk: Desk;
let owner: Actor;
beforeAll(async () => {
  desk = await aDesk();
});
beforeEach(() => {
  owner = { ...someone('analyst', 'NLRTM'), id: crypto.randomUUID(), officeIds: ['NLRTM', 'BELGG'] };
});

const keep = (actor: Actor, name: string, offices: string[] = []) =>
  keepView(actor, { name, query: 'rows=chapter&columns=lane&top=20&nonsense=1', offices });
const noted = async (viewId: string) =>
  (await db().select().from(auditLog).where(eq(auditLog.subjectId, viewId))).map(({ action, actorId }) => [
    action,
    actorId,
  ]);
const namesOf = async (actor: Actor) => (await listViews(actor)).map(({ name }) => name);
const refused = (code: string) => ({ reasons: [{ code }] });

describe('a view of the explorer', () => {
  it('is kept as the question it asks, changed and dropped, each with its audit row', async () => {
    const viewId = await keep(owner, ' Chapters by lane ');
    const [view] = await listViews(owner);
    expect(view).toMatchObject({ viewId, name: 'Chapters by lane', isOwn: true, offices: [], rowVersion: 1 });
    expect(view && questionQuery(view.question)).toBe('rows=chapter&columns=lane&top=20');
    await changeView(owner, { viewId, rowVersion: 1, name: 'Lanes', offices: ['NLRTM'] });
    expect(await listViews(owner)).toMatchObject([{ name: 'Lanes', offices: ['NLRTM'], rowVersion: 2 }]);
    await dropView(owner, { viewId, rowVersion: 2 });
    expect(await namesOf(owner)).toEqual([]);
    expect((await noted(viewId)).sort()).toEqual([
      ['statistics.change_view', owner.id],
      ['statistics.drop_view', owner.id],
      ['statistics.keep_view', owner.id],
    ]);
  });

  it('is refused to roles that read no statistics', async () => {
    const viewId = await keep(owner, 'Mine');
    for (const actor of [desk.officer, desk.partner, someone('admin', 'NLRTM')]) {
      await expect(keep(actor, 'x')).rejects.toThrow(ForbiddenError);
      await expect(changeView(actor, { viewId, rowVersion: 1, name: 'x', offices: [] })).rejects.toThrow(
        ForbiddenError,
      );
      await expect(dropView(actor, { viewId, rowVersion: 1 })).rejects.toThrow(ForbiddenError);
      await expect(listViews(actor)).rejects.toThrow(ForbiddenError);
    }
  });

  it('is seen by the people of the offices it is shown to, and changed by its owner alone', async () => {
    const viewId = await keep(owner, 'Shared', ['BELGG']);
    await keep(owner, 'Private');
    const colleague = { ...someone('supervisor', 'BELGG'), id: crypto.randomUUID() };
    const stranger = { ...someone('auditor', 'DE222'), id: crypto.randomUUID() };
    expect(await listViews(colleague)).toMatchObject([{ name: 'Shared', isOwn: false, ownerName: owner.name }]);
    expect(await namesOf(stranger)).toEqual([]);
    await expect(dropView(colleague, { viewId, rowVersion: 1 })).rejects.toThrow(NotFoundError);
    await expect(changeView(colleague, { viewId, rowVersion: 1, name: 'x', offices: [] })).rejects.toThrow(
      NotFoundError,
    );
  });

  it('is shown to no office of others, and none that asks for one is theirs', async () => {
    await expect(keep(owner, 'Foreign', ['DE222'])).rejects.toThrow(NotFoundError);
    await expect(keepView(owner, { name: 'x', query: 'office=DE222', offices: [] })).rejects.toThrow(NotFoundError);
    const viewId = await keep(owner, 'Ours');
    await expect(changeView(owner, { viewId, rowVersion: 1, name: 'Ours', offices: ['DE222'] })).rejects.toThrow(
      NotFoundError,
    );
    await keepView(owner, { name: 'Rotterdam alone', query: 'office=NLRTM', offices: ['BELGG'] });
    expect(await namesOf({ ...someone('analyst', 'BELGG'), id: crypto.randomUUID() })).not.toContain('Rotterdam alone');
  });

  it('that another window changed first is not changed again, and one name is kept once', async () => {
    const viewId = await keep(owner, 'Raced');
    const changes = await Promise.allSettled(
      ['A', 'B'].map((name) => changeView(owner, { viewId, rowVersion: 1, name, offices: [] })),
    );
    expect(changes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    await expect(dropView(owner, { viewId, rowVersion: 1 })).rejects.toMatchObject(refused('view.changed'));
    const kept = await Promise.allSettled([keep(owner, 'Twice'), keep(owner, 'Twice')]);
    expect(kept.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    await expect(keep(owner, 'Twice')).rejects.toMatchObject(refused('view.name_taken'));
    await expect(changeView(owner, { viewId, rowVersion: 2, name: 'Twice', offices: [] })).rejects.toMatchObject(
      refused('view.name_taken'),
    );
  });

  it('finds no room beyond the last', async () => {
    for (let n = 0; n < VIEWS_MAX; n += 1) await keep(owner, `View ${n}`);
    await expect(keep(owner, 'One more')).rejects.toMatchObject(refused('view.too_many'));
  });
});
