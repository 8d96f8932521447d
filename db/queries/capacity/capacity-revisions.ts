import 'server-only';
import { and, asc, gte, inArray, isNull, or } from 'drizzle-orm';
import type { Executor } from '@/db/connection';
import { capacityRevisions } from '@/db/schema';
import type { Revision } from '@/lib/capacity/plan';

/** Revisions of the slots that hold on a day or later, by office. `officeIds` null asks for all. Takes no actor: a part of others. */
export async function revisionsByOffice(
  from: Executor,
  officeIds: readonly string[] | null,
  day: string,
): Promise<Map<string, Revision[]>> {
  if (officeIds?.length === 0) return new Map();
  const rows = await from
    .select()
    .from(capacityRevisions)
    .where(
      and(
        officeIds ? inArray(capacityRevisions.officeId, [...officeIds]) : undefined,
        or(isNull(capacityRevisions.validTo), gte(capacityRevisions.validTo, day)),
      ),
    )
    .orderBy(asc(capacityRevisions.officeId), asc(capacityRevisions.revision));
  const byOffice = new Map<string, Revision[]>();
  for (const { officeId, revision, validFrom, validTo, weekdays, documentsSlots, niiSlots, physicalSlots } of rows) {
    const slots = { documents: documentsSlots, nii: niiSlots, physical: physicalSlots };
    const own = byOffice.get(officeId) ?? [];
    byOffice.set(officeId, [...own, { revision, validFrom, validTo, weekdays, slots }]);
  }
  return byOffice;
}
