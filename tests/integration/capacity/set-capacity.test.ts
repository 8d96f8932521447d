import { setTimeout as sleep } from 'node:timers/promises';
import { and, asc, eq, sql } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import { lockSlots } from '@/db/commands/capacity/lock-slots';
import { setCapacity } from '@/db/commands/capacity/set-capacity';
import { claimConsignment } from '@/db/commands/clearance/claim-consignment';
import { db } from '@/db/connection';
import { auditLog, capacityRevisions, selections } from '@/db/schema';
import { inTransaction } from '@/db/transaction';
import { addDays, dayOf } from '@/lib/kernel/dates';
import { ForbiddenError, InvalidInputError, NotFoundError } from '@/lib/kernel/errors';
import { aConsignment, arrivingAt, inLane, withScore } from '../../support/a-consignment';
import { aDesk, type Desk, NOW, someone } from '../../support/a-desk';
import { expectStatisticsToAgree, refusalOf, standing, timelineOf } from '../../support/command-cases';
import { useDatabase } from '../../support/database';

useDatabase();
let desk: Desk;
beforeAll(async () => {
  desk = await aDesk();
});

const TODAY = dayOf(NOW);
const later = (days: number) => addDays(TODAY, days);
/** Slots for papers alone, for one day, by who saw the newest revision. */
const wish = async (day: string, documents: number | null, changes: Record<string, unknown> = {}) => {
  const rows = await db().select().from(capacityRevisions).where(eq(capacityRevisions.officeId, desk.officeId));
  const slots = { documents, nii: 0, physical: 0 };
  return {
    officeId: desk.officeId,
    day,
    scope: 'day' as const,
    ...slots,
    revision: rows.length,
    reason: 'Two are ill',
    ...changes,
  };
};
const manager = () => someone('risk_manager', desk.officeId, 'R. Vass');
const revisions = () =>
  db()
    .select()
    .from(capacityRevisions)
    .where(eq(capacityRevisions.officeId, desk.officeId))
    .orderBy(asc(capacityRevisions.revision));
const audits = () =>
  db()
    .select()
    .from(auditLog)
    .where(and(eq(auditLog.action, 'capacity.set'), eq(auditLog.subjectId, desk.officeId)));
const waitingOn = (day: string, score: number) =>
  aConsignment(desk, inLane('yellow'), withScore(score), arrivingAt(new Date(`${day}T15:00:00Z`)));

/** Until somebody waits for an advisory lock. */
async function waitsForLock(): Promise<void> {
  const waiting = sql`select 1 from pg_locks l join pg_database d on d.oid = l.database
    where d.datname = current_database() and l.locktype = 'advisory' and not l.granted`;
  while ((await db().execute(waiting)).rows.length === 0) await sleep(5);
}

describe('setting the slots of an office', () => {
  it('keeps the revision with its words and audit row, and moves what that changes', async () => {
    const day = later(2);
    const [low, middle, high] = [await waitingOn(day, 30), await waitingOn(day, 40), await waitingOn(day, 50)];
    const before = await audits();
    const done = await setCapacity(desk.supervisor, await wish(day, 2), NOW);
    expect(done).toMatchObject({ movedIn: 0, movedOut: 1 });
    expect(await standing(low.consignmentId)).toMatchObject({
      ...{ status: 'released', laneAssigned: 'yellow', laneEffective: 'blue', selectionReason: 'no_capacity' },
    });
    expect((await timelineOf(low.consignmentId)).at(-1)).toMatchObject({
      ...{
        kind: 'gave_way',
        actorName: 'C. Lind',
        values: { because: 'slots', from: 'documents', to: null, rank: 3, places: 2 },
      },
    });
    expect((await standing(middle.consignmentId)).status).toBe('selected');
    expect((await revisions()).at(-1)).toMatchObject({
      validFrom: day,
      validTo: day,
      documentsSlots: 2,
      reason: 'Two are ill',
    });
    const [audit] = (await audits()).slice(before.length);
    expect(audit).toMatchObject({
      actorId: desk.supervisor.id,
      reason: 'Two are ill',
      details: { before: { documents: null }, after: { documents: 2 }, scope: 'day', movedIn: 0, movedOut: 1 },
    });
    expect(await setCapacity(manager(), await wish(day, 3), NOW)).toMatchObject({ movedIn: 1, movedOut: 0 });
    expect(await standing(low.consignmentId)).toMatchObject({
      ...{ status: 'selected', laneEffective: 'yellow', selectionReason: 'score', releasedAt: null },
    });
    expect((await timelineOf(low.consignmentId)).at(-1)).toMatchObject({ kind: 'given_slot', actorName: 'R. Vass' });
    expect((await standing(high.consignmentId)).status).toBe('selected');
    await expectStatisticsToAgree();
  });

  it('leaves what an officer has begun with, and what has arrived since it was released', async () => {
    const day = TODAY;
    const begun = await waitingOn(day, 20);
    const gone = await waitingOn(day, 25);
    await claimConsignment(desk.officer, { consignmentId: begun.consignmentId, rowVersion: 1 }, NOW);
    expect(await setCapacity(desk.supervisor, await wish(day, 0), NOW)).toMatchObject({ movedOut: 1 });
    expect(await standing(begun.consignmentId)).toMatchObject({ status: 'selected', laneEffective: 'yellow' });
    const evening = new Date(`${day}T20:00:00Z`);
    expect(await setCapacity(desk.supervisor, await wish(day, 9), evening)).toMatchObject({ movedIn: 0 });
    expect((await standing(gone.consignmentId)).status).toBe('released');
  });

  it('holds for the same weekday or every day from then on, and an emptied field sets no limit', async () => {
    const day = later(5);
    const next = await waitingOn(later(12), 60);
    await setCapacity(desk.supervisor, await wish(day, 0, { scope: 'weekday', physical: '' }), NOW);
    expect((await revisions()).at(-1)).toMatchObject({ validTo: null, weekdays: [6], physicalSlots: null });
    expect((await standing(next.consignmentId)).status).toBe('released');
    const [kept] = await db().select().from(selections).where(eq(selections.consignmentId, next.consignmentId));
    expect(kept).toMatchObject({ outcome: 'no_capacity', inclusionProbability: 0.01, controlOn: later(12) });
  });

  it('refuses a role without the permission, another office, a day that is over, and slots that are no number', async () => {
    const input = await wish(later(3), 1);
    await expect(setCapacity(desk.officer, input, NOW)).rejects.toThrow(ForbiddenError);
    const elsewhere = someone('supervisor', 'BELGG');
    await expect(setCapacity(elsewhere, input, NOW)).rejects.toThrow(NotFoundError);
    expect(await refusalOf(setCapacity(desk.supervisor, { ...input, day: later(-1) }, NOW))).toEqual(['capacity.past']);
    await expect(setCapacity(desk.supervisor, { ...input, nii: '-1' }, NOW)).rejects.toThrow(InvalidInputError);
    expect(await revisions()).toHaveLength(input.revision);
  });

  it('waits for a batch of its own office only, and says so when that takes too long', async () => {
    const locked = { today: TODAY, otherwise: { documents: null, nii: null, physical: null } };
    const input = await wish(later(6), 1);
    const underWay = (officeId: string, meanwhile: () => Promise<unknown>) =>
      inTransaction(async (tx) => {
        await lockSlots(tx, [officeId], locked);
        return meanwhile();
      });
    const busy = underWay(desk.officeId, () => setCapacity(desk.supervisor, input, NOW, { waitMs: 50, tries: 2 }));
    expect(await refusalOf(busy)).toEqual(['capacity.busy']);
    expect(await revisions()).toHaveLength(input.revision);
    expect(
      await underWay('BELGG', () => setCapacity(desk.supervisor, input, NOW, { waitMs: 50, tries: 2 })),
    ).toMatchObject({
      revision: input.revision + 1,
    });
  });

  it('lets batches that come while it waits go on before it, and has its turn when the slots are free', async () => {
    const officeId = 'FRCDG';
    const noLimit = { documents: null, nii: null, physical: null };
    const input = { ...(await wish(later(6), 1)), officeId, revision: 0 };
    const supervisor = someone('supervisor', officeId);
    const locked = { today: TODAY, otherwise: noLimit };
    let set: Promise<unknown> | null = null;
    await inTransaction(async (tx) => {
      await lockSlots(tx, [officeId], locked);
      set = setCapacity(supervisor, input, NOW, { waitMs: 200, tries: 100 });
      await waitsForLock();
      // Another batch of the office, while the first is under way and the change waits for it.
      await inTransaction((other) => lockSlots(other, [officeId], locked));
    });
    expect(await set).toMatchObject({ revision: 1 });
  });

  it('lets one of two win, and tells the other that it changed', async () => {
    const input = await wish(later(4), 1);
    const ends = await Promise.allSettled([
      setCapacity(desk.supervisor, input, NOW),
      setCapacity(manager(), { ...input, documents: 2 }, NOW),
    ]);
    expect(ends.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    const lost = ends.find((end) => end.status === 'rejected');
    expect(await refusalOf(Promise.reject(lost?.reason))).toEqual(['changed_meanwhile']);
    expect(await revisions()).toHaveLength(input.revision + 1);
  });
});
