import { beforeAll, describe, expect, it } from 'vitest';
import { claimConsignment } from '@/db/commands/clearance/claim-consignment';
import { changedOffices } from '@/db/queries/clearance/changed-offices';
import { SYSTEM_ACTOR } from '@/lib/identity/actor';
import { ForbiddenError } from '@/lib/kernel/errors';
import { aConsignment } from '../../support/a-consignment';
import { aDesk, type Desk, minutesLater, NOW } from '../../support/a-desk';
import { useDatabase } from '../../support/database';

useDatabase();
let desk: Desk;
beforeAll(async () => {
  desk = await aDesk();
});

describe('What changed the queues', () => {
  it('is told of the office in which somebody acted, since then, once for each act', async () => {
    const { consignmentId } = await aConsignment(desk);
    await claimConsignment(desk.officer, { consignmentId, rowVersion: 1 }, minutesLater(1));
    const changes = await changedOffices(SYSTEM_ACTOR, NOW);
    expect(changes.map(({ officeId }) => officeId)).toEqual([desk.officeId]);
    expect(await changedOffices(SYSTEM_ACTOR, minutesLater(1))).toEqual([]);
  });

  it('is told to nobody without the queue', async () => {
    await expect(changedOffices(desk.analyst, NOW)).rejects.toThrow(ForbiddenError);
    await expect(changedOffices(desk.partner, NOW)).rejects.toThrow(ForbiddenError);
  });
});
