import 'server-only';
import type { ValueBand } from '@/lib/assessment/facts';
import type { ConsignmentRecord } from '@/lib/consignment/record';
import type { Policy } from '@/lib/policy/policy';
import { narrowestBand } from '@/lib/risk/value-band-keys';

/** The narrowest band of each item that rests on as many goods items as the policy asks for. */
export function bandsOf(
  bands: ReadonlyMap<string, ValueBand>,
  record: ConsignmentRecord,
  { indicators }: Policy,
): Map<number, ValueBand> {
  return new Map(
    record.items.flatMap((item) => {
      const band = narrowestBand(bands, item, indicators.undervaluation.minCount);
      return band ? [[item.itemNumber, band] as const] : [];
    }),
  );
}
