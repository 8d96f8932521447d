import { db } from '@/db/connection';
import { capacityRevisions } from '@/db/schema';
import type { Slots } from '@/lib/capacity/slots';
import { NOW } from './a-desk';

let last = 0;

/** Slots of an office for every day from long ago on, as somebody set them. */
export async function planned(officeId: string, slots: Slots): Promise<void> {
  last += 1;
  await db()
    .insert(capacityRevisions)
    .values({
      officeId,
      revision: last,
      validFrom: '2020-01-01',
      validTo: null,
      weekdays: [1, 2, 3, 4, 5, 6, 7],
      documentsSlots: slots.documents,
      niiSlots: slots.nii,
      physicalSlots: slots.physical,
      reason: 'Set by a test',
      changedBy: '00000000-0000-4000-8000-000000000002',
      changedByName: 'A test',
      changedAt: NOW,
    });
}
