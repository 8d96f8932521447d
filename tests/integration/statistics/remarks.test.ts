import { eq } from 'drizzle-orm';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { dropRemark } from '@/db/commands/statistics/drop-remark';
import { keepRemark } from '@/db/commands/statistics/keep-remark';
import { db } from '@/db/connection';
import { LISTED_REMARKS_MAX, listRemarks } from '@/db/queries/statistics/list-remarks';
import { auditLog, remarks } from '@/db/schema';
import type { Actor } from '@/lib/identity/actor';
import { ForbiddenError, InvalidInputError, NotFoundError } from '@/lib/kernel/errors';
import { REMARKS_MAX } from '@/lib/statistics/remark';
import { aDesk, type Desk, someone } from '../../support/a-desk';
import { useDatabase } from '../../support/database';

useDatabase();
const NOVEMBER = { from: '2026-11-01', to: '2026-11-30' };
let desk: Desk;
let owner: Actor;
beforeAll(async () => {
  desk = await aDesk();
});
beforeEach(() => {
  owner = { ...someone('analyst', 'NLRTM', 'Ada Owner'), id: crypto.randomUUID(), officeIds: ['NLRTM', 'BELGG'] };
});

const keep = (actor: Actor, text: string, offices: string[] = [], day = '2026-11-11') =>
  keepRemark(actor, { day, text, offices });
const textsOf = async (actor: Actor) => (await listRemarks(actor, NOVEMBER)).remarks.map(({ text }) => text);
const noted = async (remarkId: string) =>
  (await db().select().from(auditLog).where(eq(auditLog.subjectId, remarkId))).map(({ action }) => action).sort();

describe('a remark on a day', () => {
  it('is told at its day, taken away again, each with its audit row that holds no word of it', async () => {
    const remarkId = await keep(owner, ' Strike at the port ');
    await keep(owner, 'Another month', [], '2026-12-01');
    expect(await listRemarks(owner, NOVEMBER)).toEqual({
      remarks: [
        { remarkId, day: '2026-11-11', text: 'Strike at the port', ownerName: 'Ada Owner', isOwn: true, mayDrop: true },
      ],
      more: 0,
    });
    await dropRemark(owner, { remarkId });
    expect(await textsOf(owner)).toEqual([]);
    expect(await noted(remarkId)).toEqual(['statistics.drop_remark', 'statistics.remark']);
    expect(JSON.stringify(await db().select().from(auditLog).where(eq(auditLog.subjectId, remarkId)))).not.toContain(
      'Strike',
    );
  });

  it('is written by who works with the statistics, and read by who reads them', async () => {
    const remarkId = await keep(owner, 'Mine');
    for (const actor of [desk.officer, desk.partner, someone('admin', 'NLRTM'), someone('auditor', 'NLRTM')]) {
      await expect(keep(actor, 'x')).rejects.toBeInstanceOf(ForbiddenError);
      await expect(dropRemark(actor, { remarkId })).rejects.toBeInstanceOf(ForbiddenError);
    }
    await expect(listRemarks(desk.officer, NOVEMBER)).rejects.toBeInstanceOf(ForbiddenError);
    await expect(listRemarks(desk.partner, NOVEMBER)).rejects.toBeInstanceOf(ForbiddenError);
  });

  it('is seen by the people of the offices it is shown to, and taken away by its owner or by who supervises all of them', async () => {
    const shown = await keep(owner, 'For Liège', ['BELGG']);
    const wider = await keep(owner, 'For both', ['BELGG', 'NLRTM']);
    const own = await keep(owner, 'For me');
    const colleague = { ...someone('analyst', 'BELGG'), id: crypto.randomUUID() };
    const supervisor = { ...someone('supervisor', 'BELGG'), id: crypto.randomUUID() };
    const foreign = { ...someone('supervisor', 'DE222'), id: crypto.randomUUID() };
    const stranger = { ...someone('analyst', 'DE222'), id: crypto.randomUUID() };
    const dropped = async (actor: Actor) =>
      (await listRemarks(actor, NOVEMBER)).remarks.map(({ text, isOwn, mayDrop }) => ({ text, isOwn, mayDrop }));
    expect(await dropped(colleague)).toEqual([
      { text: 'For Liège', isOwn: false, mayDrop: false },
      { text: 'For both', isOwn: false, mayDrop: false },
    ]);
    expect(await dropped(supervisor)).toEqual([
      { text: 'For Liège', isOwn: false, mayDrop: true },
      { text: 'For both', isOwn: false, mayDrop: false },
    ]);
    expect(await textsOf(owner)).toEqual(['For Liège', 'For both', 'For me']);
    // A paper that others read tells nothing its writer shows to nobody.
    expect((await listRemarks(owner, NOVEMBER, { isShared: true })).remarks.map(({ text }) => text)).toEqual([
      'For Liège',
      'For both',
    ]);
    expect(await textsOf(stranger)).toEqual([]);
    for (const [actor, remarkId] of [
      [colleague, shown],
      [foreign, shown],
      [supervisor, wider],
      [{ ...supervisor, officeIds: ['BELGG', 'NLRTM'] }, own],
    ] as const)
      await expect(dropRemark(actor, { remarkId })).rejects.toBeInstanceOf(NotFoundError);
    const both = await Promise.allSettled([
      dropRemark(supervisor, { remarkId: shown }),
      dropRemark(owner, { remarkId: shown }),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    await dropRemark({ ...supervisor, officeIds: ['BELGG', 'NLRTM'] }, { remarkId: wider });
    const rows = await db().select().from(auditLog).where(eq(auditLog.subjectId, wider));
    expect(rows.find(({ action }) => action === 'statistics.drop_remark')?.actorId).toBe(supervisor.id);
    expect(await noted(shown)).toEqual(['statistics.drop_remark', 'statistics.remark']);
    expect(await textsOf(supervisor)).toEqual([]);
    await expect(keep(owner, 'Foreign', ['DE222'])).rejects.toBeInstanceOf(NotFoundError);
  });

  it('is told with the others up to a number, those kept last, and how many more there are', async () => {
    const one = { offices: [], ownerId: owner.id, ownerName: 'O' };
    const minute = (at: number) => new Date(Date.UTC(2026, 10, 20, 0, at));
    await db()
      .insert(remarks)
      .values(
        Array.from({ length: LISTED_REMARKS_MAX + 3 }, (_, at) => ({
          ...{ ...one, remarkId: crypto.randomUUID(), text: String(at), keptAt: minute(at) },
          day: at % 2 === 0 ? '2026-11-12' : '2026-11-13',
        })),
      );
    const { remarks: listed, more } = await listRemarks(owner, NOVEMBER);
    expect([listed.length, more]).toEqual([LISTED_REMARKS_MAX, 3]);
    expect([listed[0]?.text, listed.at(-1)?.text]).toEqual(['4', String(LISTED_REMARKS_MAX + 1)]);
  });

  it('is of a day that there is, and in one line', async () => {
    await expect(keep(owner, 'x', [], '2026-02-30')).rejects.toBeInstanceOf(InvalidInputError);
    await expect(keep(owner, '  ')).rejects.toBeInstanceOf(InvalidInputError);
    await expect(keep(owner, 'x'.repeat(121))).rejects.toBeInstanceOf(InvalidInputError);
  });

  it('is taken away by one of two windows, and no more are kept than may be, also at once', async () => {
    const remarkId = await keep(owner, 'Raced');
    const drops = await Promise.allSettled([dropRemark(owner, { remarkId }), dropRemark(owner, { remarkId })]);
    expect(drops.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(await noted(remarkId)).toEqual(['statistics.drop_remark', 'statistics.remark']);
    const one = { day: '2026-11-12', text: 'x', offices: [], ownerId: owner.id, ownerName: 'O', keptAt: new Date() };
    await db()
      .insert(remarks)
      .values(Array.from({ length: REMARKS_MAX - 1 }, () => ({ ...one, remarkId: crypto.randomUUID() })));
    const more = await Promise.allSettled([keep(owner, 'last'), keep(owner, 'too many')]);
    expect(more.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(more.find(({ status }) => status === 'rejected')).toMatchObject({
      reason: { reasons: [{ code: 'remark.too_many' }] },
    });
  });
});
