import { eq } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import { confirmTogether } from '@/db/commands/clearance/confirm-together';
import { proposeTogether } from '@/db/commands/clearance/propose-together';
import { rejectTogether } from '@/db/commands/clearance/reject-together';
import { viewTogether } from '@/db/commands/clearance/view-together';
import { withdrawTogether } from '@/db/commands/clearance/withdraw-together';
import { db } from '@/db/connection';
import { getBatch, listBatches } from '@/db/queries/clearance/together-batches';
import { auditLog } from '@/db/schema';
import type { Actor } from '@/lib/identity/actor';
import { ForbiddenError, NotFoundError } from '@/lib/kernel/errors';
import { aConsignment, withScore } from '../../support/a-consignment';
import { aDesk, type Desk, minutesLater, NOW, someone } from '../../support/a-desk';
import { refusalOf } from '../../support/command-cases';
import { useDatabase } from '../../support/database';

useDatabase();
let desk: Desk;
beforeAll(async () => {
  desk = await aDesk();
});

const GROUND = { ground: 'risk_not_confirmed', note: 'Known to the first as harmless' } as const;
const propose = async () => {
  const placed = await Promise.all([30, 31].map((score) => aConsignment(desk, withScore(score))));
  const rows = placed.map(({ consignmentId, rowVersion }) => ({ consignmentId, rowVersion }));
  return (await proposeTogether(desk.officer, { rows, ...GROUND }, NOW)).batchId;
};
const looksAt = async (batchId: string) =>
  (await db().select().from(auditLog).where(eq(auditLog.action, 'clearance.view_together'))).filter(
    ({ details }) => details?.batchId === batchId,
  );
const saysWhy = async (actor: Actor, batchId: string) => {
  const all = [await getBatch(actor, batchId), await listBatches(actor, [desk.officeId], NOW)];
  return /risk_not_confirmed|harmless/.test(JSON.stringify(all));
};

describe('The ground of a proposal to release together', () => {
  it('is told to no second person before that person opened it, and to nobody less than before', async () => {
    const batchId = await propose();
    const tells = () =>
      Promise.all([desk.colleague, desk.supervisor, desk.officer].map((who) => saysWhy(who, batchId)));
    expect(await tells()).toEqual([false, false, true]);
    expect(await getBatch(desk.colleague, batchId)).toMatchObject({ told: null, count: 2, proposedByName: 'A. Kaya' });
    // Who may not settle it has no view to form.
    expect(await saysWhy(someone('auditor', desk.officeId), batchId)).toBe(true);
    await viewTogether(desk.colleague, { batchId }, NOW);
    expect(await tells()).toEqual([true, false, true]);
    await confirmTogether(desk.colleague, { batchId }, minutesLater(1));
    expect(await tells()).toEqual([true, true, true]);
  });

  it('must be read before it is confirmed or rejected', async () => {
    const batchId = await propose();
    const wish = { batchId, note: 'Not these' };
    expect(await refusalOf(confirmTogether(desk.colleague, wish, NOW))).toEqual(['batch.not_opened']);
    expect(await refusalOf(rejectTogether(desk.colleague, wish, NOW))).toEqual(['batch.not_opened']);
    // One person's reading is not another's.
    await viewTogether(desk.supervisor, { batchId }, NOW);
    expect(await refusalOf(rejectTogether(desk.colleague, wish, NOW))).toEqual(['batch.not_opened']);
    await rejectTogether(desk.supervisor, wish, NOW);
  });
});

describe('Opening a proposal to release together', () => {
  it('tells why it was proposed and leaves one audit row, however often it is done', async () => {
    const batchId = await propose();
    await Promise.all([1, 2].map(() => viewTogether(desk.colleague, { batchId }, NOW)));
    expect(await getBatch(desk.colleague, batchId)).toMatchObject({ told: GROUND });
    await viewTogether(desk.colleague, { batchId }, minutesLater(5));
    expect(await looksAt(batchId)).toMatchObject([{ actorId: desk.colleague.id, subjectId: desk.officeId }]);
  });

  it('is for no other role or office, nor for its writer', async () => {
    const batchId = await propose();
    await expect(viewTogether(desk.analyst, { batchId }, NOW)).rejects.toThrow(ForbiddenError);
    await expect(viewTogether(desk.stranger, { batchId }, NOW)).rejects.toThrow(NotFoundError);
    expect(await refusalOf(viewTogether(desk.officer, { batchId }, NOW))).toEqual(['batch.same_officer']);
    expect(await looksAt(batchId)).toEqual([]);
  });

  it('of one that was settled meanwhile is told by whom', async () => {
    const batchId = await propose();
    await withdrawTogether(desk.officer, { batchId }, NOW);
    expect(await refusalOf(viewTogether(desk.colleague, { batchId }, NOW))).toEqual(['batch.withdrawn']);
  });
});
