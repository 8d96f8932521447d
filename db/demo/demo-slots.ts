import { setCapacity } from '@/db/commands/capacity/set-capacity';
import { db } from '@/db/connection';
import { getCapacity } from '@/db/queries/capacity/get-capacity';
import { capacityRevisions } from '@/db/schema';
import type { ExampleId } from '@/lib/codes/example-ids';
import { demoOffices, officeAt } from '@/lib/demo/at-home';
import type { Actor } from '@/lib/identity/actor';
import { addDays, dayOf } from '@/lib/kernel/dates';
import { derivedId } from '@/lib/kernel/ids';

/** An invented colleague who planned the shifts. */
const planner = (example: ExampleId): Actor => ({
  kind: 'user',
  id: derivedId('demo-risk', 'V. Keller'),
  name: 'V. Keller',
  role: 'supervisor',
  officeId: null,
  officeIds: demoOffices(example),
  partnerId: null,
  agencyId: null,
  sessionId: null,
});

/** Below it an office has hands for all that comes, and keeps no plan. */
const PLANNED_FROM_A_DAY = 20;
/** Controls an office has hands for, per consignment that all offices receive a day: enough on most days, too few on busy ones. */
const HANDS = { documents: 0.1, nii: 0.02, physical: 0.04 };

/** An office opens so many a day at least, or a small demo would have no slots for the random draw, which gets a share of them. */
const LEAST_PHYSICAL = 3;

/** The slots the offices of the demo work within, from its first day on; nothing where some are set already. */
export async function setDemoSlots(firstDay: Date, consignmentsADay: number, example: ExampleId): Promise<void> {
  if (consignmentsADay < PLANNED_FROM_A_DAY) return;
  if ((await db().select({ officeId: capacityRevisions.officeId }).from(capacityRevisions).limit(1)).length > 0) return;
  const slots = (share: number) => Math.ceil(consignmentsADay * share);
  const reason = 'Hands by the shift plan';
  for (const officeId of demoOffices(example)) {
    const [documents, nii, physical] = [
      slots(HANDS.documents),
      slots(HANDS.nii),
      Math.max(LEAST_PHYSICAL, slots(HANDS.physical)),
    ];
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
    await setCapacity(planner(example), input, firstDay);
  }
}

/** Offices where part of the staff is away on the days after the last of the stream. */
const SHORT_OFFICES = ['NLAMS', 'FRCDG', 'NLRTM'] as const;
const SHORT_DAYS = [1, 2, 3] as const;
/** Share of what worth selected that there are hands for on such a day. */
const HANDS_LEFT = 0.6;

/**
 * Leaves the next days with fewer hands than there is work in some offices, so that a demo of any size shows what selection is for: the worthiest keep
 * their slots, the rest was released for want of one. Set by the command everybody uses, with its reason, events and audit rows.
 */
export async function leaveSlotsShort(endAt: Date, example: ExampleId): Promise<void> {
  for (const officeId of SHORT_OFFICES.flatMap((code) => officeAt(example, code) ?? [])) {
    for (const ahead of SHORT_DAYS) {
      const day = addDays(dayOf(endAt), ahead);
      const { use, slots, revision } = await getCapacity(planner(example), { officeId, day }, endAt);
      if (use.controls.every(({ ranked }) => ranked === 0)) continue;
      const left = Object.fromEntries(
        use.controls.map(({ control, mandatory, random, ordered, ranked }) => [
          control,
          ranked === 0 ? slots[control] : mandatory + random + ordered + Math.floor(ranked * HANDS_LEFT),
        ]),
      ) as typeof slots;
      // The scanner is not manned either: it would take what nobody has hands to open.
      const wished = { ...left, nii: 0 };
      const reason = 'Part of the shift is at a training';
      await setCapacity(planner(example), { officeId, day, scope: 'day', ...wished, revision, reason }, endAt);
    }
  }
}
