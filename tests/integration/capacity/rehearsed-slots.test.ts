import { beforeAll, expect, it } from 'vitest';
import { lockSlots } from '@/db/commands/capacity/lock-slots';
import { seedReference } from '@/db/seed/reference';
import { inTransaction, rehearse } from '@/db/transaction';
import { useDatabase } from '../../support/database';

useDatabase();
beforeAll(async () => {
  await inTransaction(seedReference);
});

const LIMITED = { documents: 1, nii: 1, physical: 1 };
const slotsOf = (officeId: string) =>
  inTransaction(async (tx) => {
    await lockSlots(tx, [officeId], { today: '2026-11-02', otherwise: LIMITED });
    return true;
  });

it('a rehearsal that gives slots away keeps nobody from them: what it gives is taken back', async () => {
  let rehearsed = () => {};
  const inRehearsal = new Promise<void>((resolve) => {
    rehearsed = resolve;
  });
  // Begun outside of the rehearsal, so that it has a connection of its own.
  const other = inRehearsal.then(() => slotsOf('NLRTM'));
  const isGiven = await rehearse(async () => {
    await slotsOf('NLRTM');
    rehearsed();
    return other;
  });
  expect(isGiven).toBe(true);
});
