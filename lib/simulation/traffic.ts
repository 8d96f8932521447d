import { addDays } from '@/lib/kernel/dates';

/** How many consignments of a day the draw chose from, by stratum. */
export type DayTraffic = ReadonlyMap<string, number>;

/** How many consignments the draw chose from in an office, by day; null where it chose from none. */
type OfficeTraffic = ReadonlyMap<string, DayTraffic | null>;

/**
 * Consignments a day that the draw chose from, by stratum, over the `days` days before one: the mean of those on which anything came. Empty
 * where nothing did.
 */
export function trafficBefore(traffic: OfficeTraffic, day: string, days: number): DayTraffic {
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

/**
 * Days already counted, by office, so that going on from day to day counts one more instead of all again. Of each office no more than
 * `days` are kept: what lies further back is forgotten, for days are gone through in their order.
 */
export class TrafficKept {
  private readonly offices = new Map<string, Map<string, DayTraffic | null>>();

  constructor(private readonly days: number) {}

  /** The traffic before a day of an office, counting by `count` what is not counted yet, a day at a time. */
  async before(officeId: string, day: string, count: (day: string) => Promise<DayTraffic | null>): Promise<DayTraffic> {
    const own = this.offices.get(officeId) ?? new Map<string, DayTraffic | null>();
    this.offices.set(officeId, own);
    const first = addDays(day, -this.days);
    for (const known of own.keys()) if (known < first) own.delete(known);
    for (let each = first; each < day; each = addDays(each, 1)) {
      if (!own.has(each)) own.set(each, await count(each));
    }
    return trafficBefore(own, day, this.days);
  }

  /** Days that are kept of an office. */
  size(officeId: string): number {
    return this.offices.get(officeId)?.size ?? 0;
  }
}
