import 'server-only';
import type { Tx } from '@/db/connection';
import { receiptDays, storedConsignments } from '@/db/queries/simulation/stored-consignments';
import type { simulations } from '@/db/schema';
import { addDays } from '@/lib/kernel/dates';
import { ChargeTally } from '@/lib/simulation/charge-tally';
import { chargeTwice } from '@/lib/simulation/charge-twice';
import type { ScoreRange } from '@/lib/simulation/lane-limits';
import type { PolicyDays } from '@/lib/simulation/policy-days';
import { type Stretch, stretchesOf } from '@/lib/simulation/stretches';

export type Simulation = typeof simulations.$inferSelect;

/** The policy of each day as it was, and with the changes laid over it; the same object where they change nothing of their kind. */
export type Policies = {
  readonly asItWas: PolicyDays;
  /** With what changes charges. */
  readonly charging: PolicyDays;
  /** With what changes who is controlled. */
  readonly selecting: PolicyDays;
  /** Scores that moved limits take to another lane. */
  readonly movedScores: readonly ScoreRange[];
  /** Whether some law of the period has fees. */
  readonly hasFees: boolean;
};

export type ChargesStep = {
  readonly tally: ChargeTally;
  /** The place to go on from; null when the period is over. */
  readonly next: { readonly day: string; readonly afterKey: string } | null;
};

/**
 * Days whose consignments are counted at a time, to be read together where they are few: at first and at most. A step begins with few, so
 * that it counts about as much as it has time to charge: counting two busy months would take longer than the step.
 */
const DAYS_COUNTED = { first: 2, most: 64 } as const;

type Reading = Stretch & { readonly afterId: string };

/** What is read next, from a day on: stretches of days with something, in their order; null at the end of the period. */
function readingsFrom(
  tx: Tx,
  { officeIds, toOn }: Pick<Simulation, 'officeIds' | 'toOn'>,
  firstOn: string,
  most: number,
) {
  let counted = firstOn;
  let days: number = DAYS_COUNTED.first;
  let ahead: Stretch[] = [];
  return async (): Promise<Reading | null> => {
    while (ahead.length === 0 && counted <= toOn) {
      const last = addDays(counted, days - 1);
      const period = { officeIds, fromOn: counted, toOn: last < toOn ? last : toOn };
      ahead = stretchesOf(await receiptDays(tx, period), most);
      counted = addDays(period.toOn, 1);
      days = Math.min(days * 2, DAYS_COUNTED.most);
    }
    const next = ahead.shift();
    return next ? { ...next, afterId: '' } : null;
  };
}

/**
 * Charges the next consignments of a simulation until the time of a step is over. The next page is read while this one is computed:
 * the database has a processor of its own. Days on which little came are read together, so that a quiet year costs a few questions.
 */
export async function simulateCharges(
  tx: Tx,
  { officeIds, nextOn, afterKey, toOn }: Simulation,
  policies: Policies,
  { until, page: most }: { readonly until: number; readonly page: number },
): Promise<ChargesStep> {
  const tally = new ChargeTally();
  const read = (reading: Reading) => {
    const page = storedConsignments(tx, { officeIds, ...reading, most, hasFees: policies.hasFees });
    // Who waits for it hears of a failure; until then it is nobody's.
    page.catch(() => undefined);
    return page;
  };
  const isBegun = afterKey !== '';
  const readNext = readingsFrom(tx, { officeIds, toOn }, isBegun ? addDays(nextOn, 1) : nextOn, most);
  let reading = isBegun ? { fromOn: nextOn, toOn: nextOn, afterId: afterKey } : await readNext();
  if (reading === null) return { tally, next: null };
  let coming = read(reading);
  for (;;) {
    const { consignments, after } = await coming;
    const next: Reading | null =
      after === null ? await readNext() : { fromOn: reading.fromOn, toOn: reading.fromOn, afterId: after };
    const isLast = next === null || performance.now() > until;
    if (!isLast) coming = read(next);
    for (const stored of consignments) {
      const asItWas = policies.asItWas.on(stored.day);
      const changed = policies.charging === policies.asItWas ? asItWas : policies.charging.on(stored.day);
      tally.add(chargeTwice(stored, asItWas, changed));
    }
    if (isLast) return { tally, next: next && { day: next.fromOn, afterKey: next.afterId } };
    reading = next;
  }
}
