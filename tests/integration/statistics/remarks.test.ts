import { eq } from 'drizzle-orm';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { dropRemark } from '@/db/commands/statistics/drop-remark';
import { keepRemark } from '@/db/commands/statistics/keep-remark';
import { db } from '@/db/connection';
import { listRemarks } from '@/db/queries/statistics/list-remarks';
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
const textsOf = async (actor: Actor) => (await listRemarks(actor, NOVEMBER)).map(({ text }) => text);
const noted = async (remarkId: string) =>
  (await db().select().from(auditLog).where(eq(auditLog.subjectId, remarkId))).map(({ action }) => action).sort();

describe('a remark on a day', () => {
  it('is told at its day, taken away again, each with its audit row that holds no word of it', async () => {
    const remarkId = await keep(owner, ' Strike at the port ');
    await keep(owner, 'Another month', [], '2026-12-01');
    expect(await listRemarks(owner, NOVEMBER)).toEqual([
      { remarkId, day: '2026-11-11', text: 'Strike at the port', ownerName: 'Ada Owner', isOwn: true },
    ]);
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

  it('is seen by the people of the offices it is shown to, and is nobody else’s to take away', async () => {
    const shown = await keep(owner, 'For Liège', ['BELGG']);
    await keep(owner, 'For me');
    const colleague = { ...someone('supervisor', 'BELGG'), id: crypto.randomUUID() };
    const stranger = { ...someone('analyst', 'DE222'), id: crypto.randomUUID() };
    expect(await listRemarks(colleague, NOVEMBER)).toMatchObject([{ text: 'For Liège', isOwn: false }]);
    expect(await textsOf(stranger)).toEqual([]);
    await expect(dropRemark(colleague, { remarkId: shown })).rejects.toBeInstanceOf(NotFoundError);
    await expect(keep(owner, 'Foreign', ['DE222'])).rejects.toBeInstanceOf(NotFoundError);
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
