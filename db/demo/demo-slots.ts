import { setCapacity } from '@/db/commands/capacity/set-capacity';
import { db } from '@/db/connection';
import { capacityRevisions } from '@/db/schema';
import { DEMO_OFFICES } from '@/lib/demo/partners';
import type { Actor } from '@/lib/identity/actor';
import { dayOf } from '@/lib/kernel/dates';
import { derivedId } from '@/lib/kernel/ids';

/** An invented colleague who planned the shifts. */
const PLANNER: Actor = {
  kind: 'user',
  id: derivedId('demo-risk', 'V. Keller'),
  name: 'V. Keller',
  role: 'supervisor',
  officeId: null,
  officeIds: DEMO_OFFICES.map(({ code }) => code),
  partnerId: null,
  sessionId: null,
};

/** Below it an office has hands for all that comes, and keeps no plan. */
const PLANNED_FROM_A_DAY = 20;
/** Controls an office has hands for, per consignment that all offices receive a day: enough on most days, too few on busy ones. */
const HANDS = { documents: 0.15, nii: 0.02, physical: 0.04 };

/** The slots the offices of the demo work within, from its first day on; nothing where some are set already. */
export async function setDemoSlots(firstDay: Date, consignmentsADay: number): Promise<void> {
  if (consignmentsADay < PLANNED_FROM_A_DAY) return;
  if ((await db().select({ officeId: capacityRevisions.officeId }).from(capacityRevisions).limit(1)).length > 0) return;
  const slots = (share: number) => Math.ceil(consignmentsADay * share);
  const reason = 'Hands by the shift plan';
  for (const { code: officeId } of DEMO_OFFICES) {
    const [documents, nii, physical] = [slots(HANDS.documents), slots(HANDS.nii), slots(HANDS.physical)];
    const input = {
      officeId,
      day: dayOf(firstDay),
      scope: 'every',
      documents,
      nii,
      physical,
      revision: 0,
      reason,
    } as const;
    await setCapacity(PLANNER, input, firstDay);
  }
}
