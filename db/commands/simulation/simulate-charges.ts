import 'server-only';
import type { Tx } from '@/db/connection';
import { nextReceiptDay, storedConsignments } from '@/db/queries/simulation/stored-consignments';
import type { simulations } from '@/db/schema';
import { addDays } from '@/lib/kernel/dates';
import { ChargeTally } from '@/lib/simulation/charge-tally';
import { chargeTwice } from '@/lib/simulation/charge-twice';
import type { PolicyDays } from '@/lib/simulation/policy-days';

export type Simulation = typeof simulations.$inferSelect;

/** The policy of each day as it was, and with the changes laid over it; the same object where no parameter changes. */
export type Policies = {
  readonly asItWas: PolicyDays;
  readonly changed: PolicyDays;
  /** Whether some law of the period has fees. */
  readonly hasFees: boolean;
};

/** Consignments of a page: some megabytes, whatever the period. */
const PAGE = 2_000;

export type ChargesStep = {
  readonly tally: ChargeTally;
  /** The place to go on from; null when the period is over. */
  readonly next: { readonly day: string; readonly afterKey: string } | null;
};

/**
 * Charges the next consignments of a simulation until the time of a step is over. The next page is read while this one is computed:
 * the database has a processor of its own. Days on which nothing came cost one question.
 */
export async function simulateCharges(
  tx: Tx,
  { officeIds, nextOn, afterKey, toOn }: Simulation,
  policies: Policies,
  until: number,
): Promise<ChargesStep> {
  const tally = new ChargeTally();
  const read = (day: string, afterId: string) => {
    const page = storedConsignments(tx, { officeIds, day, afterId, most: PAGE, hasFees: policies.hasFees });
    // Who waits for it hears of a failure; until then it is nobody's.
    page.catch(() => undefined);
    return page;
  };
  let place = { day: nextOn, afterKey };
  let coming = read(place.day, place.afterKey);
  for (;;) {
    const { consignments, after } = await coming;
    const isEmpty = consignments.length === 0 && place.afterKey === '';
    const day = isEmpty ? await nextReceiptDay(tx, { officeIds, day: place.day, toOn }) : addDays(place.day, 1);
    const next = after === null ? { day: day ?? addDays(toOn, 1), afterKey: '' } : { day: place.day, afterKey: after };
    const isOver = next.day > toOn;
    const isLast = isOver || performance.now() > until;
    if (!isLast) coming = read(next.day, next.afterKey);
    for (const stored of consignments) {
      const asItWas = policies.asItWas.on(stored.day);
      const changed = policies.changed === policies.asItWas ? asItWas : policies.changed.on(stored.day);
      tally.add(chargeTwice(stored, asItWas, changed));
    }
    if (isLast) return { tally, next: isOver ? null : next };
    place = next;
  }
}
