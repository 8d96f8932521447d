import { addDays } from '@/lib/kernel/dates';

/** How many consignments the draw chose from in an office, by day and stratum. */
type OfficeTraffic = ReadonlyMap<string, ReadonlyMap<string, number>>;

/**
 * Consignments a day that the draw chose from, by stratum, over the `days` days before one: the mean of those on which anything came. Empty
 * where nothing did.
 */
export function trafficBefore(traffic: OfficeTraffic, day: string, days: number): ReadonlyMap<string, number> {
  const sums = new Map<string, number>();
  let busy = 0;
  for (let back = 1; back <= days; back += 1) {
    const strata = traffic.get(addDays(day, -back));
    if (!strata) continue;
    busy += 1;
    for (const [stratum, count] of strata) sums.set(stratum, (sums.get(stratum) ?? 0) + count);
  }
  return new Map([...sums].map(([stratum, sum]) => [stratum, sum / busy]));
}
