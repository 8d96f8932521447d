import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { dropViewer } from '@/db/commands/consignment/drop-viewer';
import { showViewer } from '@/db/commands/consignment/show-viewer';
import { viewersNow } from '@/db/queries/clearance/viewers-now';
import { VIEWER_BEAT_MS, VIEWER_GONE_MS } from '@/lib/clearance/viewers';
import { type Actor, SYSTEM_ACTOR } from '@/lib/identity/actor';
import { ForbiddenError, NotFoundError } from '@/lib/kernel/errors';
import { aConsignment } from '../../support/a-consignment';
import { aDesk, type Desk, NOW } from '../../support/a-desk';
import { auditOf, standing } from '../../support/command-cases';
import { useDatabase } from '../../support/database';

useDatabase();
let desk: Desk;
beforeAll(async () => {
  desk = await aDesk();
});

const later = (ms: number) => new Date(NOW.getTime() + ms);
const aPage = async () => ({ connectionId: randomUUID(), consignmentId: (await aConsignment(desk)).consignmentId });
const namesAt = async (consignmentId: string, at = NOW) =>
  (await viewersNow(SYSTEM_ACTOR, at)).filter((one) => one.consignmentId === consignmentId).map(({ name }) => name);

describe('Somebody who has a consignment open', () => {
  it('is seen while the page says so, and changes nothing: neither the row nor the log', async () => {
    const page = await aPage();
    const before = await standing(page.consignmentId);
    await showViewer(desk.officer, page, NOW);
    const seen = { officeId: desk.officeId, consignmentId: page.consignmentId, userId: desk.officer.id };
    expect(await viewersNow(SYSTEM_ACTOR, NOW)).toContainEqual({ ...seen, name: desk.officer.name });
    expect(await standing(page.consignmentId)).toEqual(before);
    expect(await auditOf(page.consignmentId)).toEqual([]);
  });

  it('falls away when the connection is dropped: at once where that is known, else after some beats in silence', async () => {
    const page = await aPage();
    await showViewer(desk.officer, page, NOW);
    await dropViewer(desk.officer, page.connectionId);
    expect(await namesAt(page.consignmentId)).toEqual([]);
    await showViewer(desk.officer, page, NOW);
    await showViewer(desk.officer, page, later(VIEWER_BEAT_MS));
    expect(await namesAt(page.consignmentId, later(VIEWER_GONE_MS))).toEqual([desk.officer.name]);
    expect(await namesAt(page.consignmentId, later(VIEWER_BEAT_MS + VIEWER_GONE_MS))).toEqual([]);
  });

  it('with two pages is one person, and stays when one of them closes', async () => {
    const [page, connectionId] = [await aPage(), randomUUID()];
    await showViewer(desk.officer, page, NOW);
    await showViewer(desk.officer, { ...page, connectionId }, NOW);
    await showViewer(desk.colleague, { ...page, connectionId: randomUUID() }, NOW);
    expect((await namesAt(page.consignmentId)).sort()).toEqual([desk.officer.name, desk.colleague.name]);
    await dropViewer(desk.officer, connectionId);
    expect(await namesAt(page.consignmentId)).toContain(desk.officer.name);
  });

  it('is nobody of another office, of another role, nor of what does not exist', async () => {
    const page = await aPage();
    const refused: readonly [Actor, typeof page, new (...args: never[]) => Error][] = [
      [desk.stranger, page, NotFoundError],
      [{ ...desk.stranger, role: 'supervisor' }, page, NotFoundError],
      [desk.analyst, page, ForbiddenError],
      [desk.partner, page, ForbiddenError],
      [desk.officer, { ...page, consignmentId: randomUUID() }, NotFoundError],
      [desk.officer, { ...page, consignmentId: 'none' }, NotFoundError],
    ];
    for (const [actor, wish, error] of refused) await expect(showViewer(actor, wish, NOW)).rejects.toThrow(error);
    expect(await namesAt(page.consignmentId)).toEqual([]);
    await showViewer(desk.officer, page, NOW);
    // Nobody closes the page of another.
    await dropViewer(desk.colleague, page.connectionId);
    expect(await namesAt(page.consignmentId)).toEqual([desk.officer.name]);
  });

  it('said twice at once is still one', async () => {
    const page = await aPage();
    await Promise.all([1, 2].map((ms) => showViewer(desk.officer, page, later(ms))));
    expect(await namesAt(page.consignmentId)).toEqual([desk.officer.name]);
  });
});
