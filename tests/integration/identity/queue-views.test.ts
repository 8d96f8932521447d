import { and, eq } from 'drizzle-orm';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { dropQueueView, saveQueueView } from '@/db/commands/identity/keep-queue-views';
import { db } from '@/db/connection';
import { auditLog, users } from '@/db/schema';
import { queueViewsOf, VIEWS_MAX } from '@/lib/clearance/queue-views';
import type { Actor } from '@/lib/identity/actor';
import { ForbiddenError } from '@/lib/kernel/errors';
import { aDesk, type Desk, someone, withAccount } from '../../support/a-desk';
import { useDatabase } from '../../support/database';

useDatabase();
let desk: Desk;
let officer: Actor;
beforeAll(async () => {
  desk = await aDesk();
});
beforeEach(async () => {
  officer = await withAccount(someone('officer', desk.officeId));
});

const viewsOf = async ({ id }: Actor) => {
  const [row] = await db().select({ preferences: users.preferences }).from(users).where(eq(users.id, id));
  return queueViewsOf(row?.preferences ?? {});
};
const noted = ({ id }: Actor) =>
  db()
    .select({ details: auditLog.details })
    .from(auditLog)
    .where(and(eq(auditLog.action, 'identity.change_preferences'), eq(auditLog.subjectId, id)))
    .orderBy(auditLog.at);

describe('A view of the queue', () => {
  it('is kept, replaced and dropped, and the log notes how many there are and none of the words', async () => {
    await saveQueueView(officer, { name: ' Red first ', query: 'lane=red&q=PARCEL&office=BELGG' });
    expect(await viewsOf(officer)).toEqual([{ name: 'Red first', query: { lane: 'red', q: 'PARCEL' } }]);
    await saveQueueView(officer, { name: 'Red first', query: 'lane=red&score=60' });
    expect(await viewsOf(officer)).toEqual([{ name: 'Red first', query: { lane: 'red', score: '60' } }]);
    await dropQueueView(officer, { name: 'Red first' });
    expect(await viewsOf(officer)).toEqual([]);
    const rows = await noted(officer);
    expect(rows.map(({ details }) => details)).toEqual([{ queueViews: 1 }, { queueViews: 1 }, { queueViews: 0 }]);
  });

  it('is for whoever works a queue, and of one person only', async () => {
    await expect(saveQueueView(desk.analyst, { name: 'x', query: 'lane=red' })).rejects.toThrow(ForbiddenError);
    await expect(dropQueueView(desk.analyst, { name: 'x' })).rejects.toThrow(ForbiddenError);
    const stranger = await withAccount(someone('officer', 'BELGG'));
    await saveQueueView(officer, { name: 'Mine', query: 'lane=red' });
    await expect(dropQueueView(stranger, { name: 'Mine' })).rejects.toMatchObject({ reasons: [{ code: 'view.gone' }] });
    expect(await viewsOf(officer)).toHaveLength(1);
    expect(await viewsOf(stranger)).toEqual([]);
  });

  it('that another window dropped is gone, and neither window undoes what the other saved', async () => {
    await Promise.all(['A', 'B', 'C'].map((name) => saveQueueView(officer, { name, query: 'lane=red' })));
    expect((await viewsOf(officer)).map(({ name }) => name)).toEqual(['A', 'B', 'C']);
    const drops = await Promise.allSettled([1, 2].map(() => dropQueueView(officer, { name: 'A' })));
    expect(drops.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect((await viewsOf(officer)).map(({ name }) => name)).toEqual(['B', 'C']);
  });

  it('finds no room beyond the last, save in the place of one of its name', async () => {
    for (let n = 0; n < VIEWS_MAX; n += 1) await saveQueueView(officer, { name: `View ${n}`, query: 'lane=red' });
    await expect(saveQueueView(officer, { name: 'One more', query: 'lane=red' })).rejects.toMatchObject({
      reasons: [{ code: 'view.too_many' }],
    });
    await saveQueueView(officer, { name: 'View 3', query: 'lane=yellow' });
    expect(await viewsOf(officer)).toHaveLength(VIEWS_MAX);
  });
});
