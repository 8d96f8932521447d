import type { SentRecord } from '@/lib/consignment/columns';
import { gramsOf } from '@/lib/intake/field-reader';

/** A mass raised by an eighth, to the whole gram, as decimal text in kilograms; as it was where it cannot be read. */
function heavier(kilograms: string): string {
  const grams = gramsOf(kilograms);
  if (grams === null) return kilograms;
  const raised = Math.round((grams * 9) / 8);
  return `${Math.floor(raised / 1_000)}.${String(raised % 1_000).padStart(3, '0')}`;
}

/** A record as a partner sends it again after its parcels were weighed anew: the same in all but the masses it declared. */
export function weighedAnew(record: SentRecord): SentRecord {
  const { gross_mass_kg: gross } = record;
  return {
    ...record,
    ...(gross === undefined ? {} : { gross_mass_kg: heavier(gross) }),
    items: record.items.map((item) =>
      item.net_mass_kg === undefined ? item : { ...item, net_mass_kg: heavier(item.net_mass_kg) },
    ),
  };
}
