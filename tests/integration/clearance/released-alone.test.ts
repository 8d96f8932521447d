import { beforeAll, describe, expect, it } from 'vitest';
import { limitTogether } from '@/db/commands/clearance/limit-together';
import { releaseTogether } from '@/db/commands/clearance/release-together';
import { undoTogether } from '@/db/commands/clearance/undo-together';
import { getReleasedAlone } from '@/db/queries/clearance/released-alone';
import { NotFoundError } from '@/lib/kernel/errors';
import { aConsignment, type Placed, withScore } from '../../support/a-consignment';
import { aDesk, type Desk, minutesLater, NOW } from '../../support/a-desk';
import { useDatabase } from '../../support/database';

useDatabase();
let desk: Desk;
beforeAll(async () => {
  desk = await aDesk();
  // More than two consignments take a second person here.
  const limits = { rowsMax: 5, scoreMax: 59, secondAboveRows: 2, secondAboveValue: '1000' };
  await limitTogether(desk.supervisor, { officeId: 'NLRTM', revision: 0, reason: 'Few hands', ...limits }, NOW);
});

const GROUND = { ground: 'risk_not_confirmed', note: 'Same seller, same goods' } as const;
const seen = ({ consignmentId, rowVersion }: Placed) => ({ consignmentId, rowVersion });
const some = (count: number) => Promise.all(Array.from({ length: count }, () => aConsignment(desk, withScore(30))));

describe('What one person releases together in parts', () => {
  const DAY = 24 * 60;
  it('counts as one for a day, as long as it was not taken back, and for that person alone', async () => {
    const at = (minutes: number) => minutesLater(3 * DAY + minutes);
    const [first, second, third] = [await some(2), await some(1), await some(1)];
    const { batchId } = await releaseTogether(desk.officer, { rows: first.map(seen), ...GROUND }, at(0));
    expect(await getReleasedAlone(desk.officer, 'NLRTM', at(5))).toMatchObject({ count: 2 });
    expect(await getReleasedAlone(desk.colleague, 'NLRTM', at(5))).toMatchObject({ count: 0 });
    await expect(getReleasedAlone(desk.stranger, 'NLRTM', at(5))).rejects.toThrow(NotFoundError);
    const again = (at: Date) => releaseTogether(desk.officer, { rows: second.map(seen), ...GROUND }, at);
    await expect(again(at(5))).rejects.toMatchObject({
      reasons: [{ code: 'batch.needs_second', params: { count: 1, before: 2 } }],
    });
    await releaseTogether(desk.colleague, { rows: third.map(seen), ...GROUND }, at(5));
    await undoTogether(desk.officer, { batchId: batchId ?? '' }, at(6));
    await again(at(8));
    expect(await getReleasedAlone(desk.officer, 'NLRTM', at(8))).toMatchObject({ count: 1 });
    expect(await getReleasedAlone(desk.officer, 'NLRTM', at(DAY + 8))).toMatchObject({ count: 0 });
  });

  it('counts as one in two calls at the same time', async () => {
    const both = await Promise.allSettled(
      [await some(2), await some(2)].map((placed) =>
        releaseTogether(desk.officer, { rows: placed.map(seen), ...GROUND }, minutesLater(9 * DAY)),
      ),
    );
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  });
});
