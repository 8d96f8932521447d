import 'server-only';
import { sql } from 'drizzle-orm';
import { db } from '@/db/connection';
import { policyInForce } from '@/db/queries/policy/policy-in-force';
import type { Actor } from '@/lib/identity/actor';
import { authorise } from '@/lib/identity/permissions';
import { addDays, dayOf } from '@/lib/kernel/dates';
import type { KeptFor, Retention } from '@/lib/policy/retention';
import { decideDue, KEPT_BACK_BY, type KeptBackBy } from '@/lib/privacy/retention';
import { isErased } from './is-erased';
import { keepFacts, type Row } from './keep-facts';

export type WhatIsDue = {
  /** Periods in force; null where none is, so that nothing of the kind is ever erased. */
  readonly periods: Readonly<Record<KeptFor, Retention | null>>;
  /** Of the oldest consignments that hold personal data: those the next round erases. */
  readonly due: number;
  /** Those whose period is over and that something keeps back, by the strongest of it. */
  readonly keptBack: readonly { readonly by: KeptBackBy; readonly consignments: number }[];
  /** There are more than were looked at. */
  readonly isCut: boolean;
  /** Day on which the next consignment that is not looked at yet comes of age at the earliest; null where nothing is held, or no period is in force. */
  readonly nextOn: string | null;
};

/** Consignments looked at, the oldest first. */
const LOOKED_AT_MAX = 2_000;

/** What the next round of erasing finds, among the oldest consignments that are not erased, by the policy of the day. */
export async function whatIsDue(actor: Actor, at = new Date()): Promise<WhatIsDue> {
  authorise(actor, 'privacy.read');
  const today = dayOf(at);
  const policy = await policyInForce(db(), today);
  const periodOf = (what: KeptFor) => policy.retention.get(what) ?? null;
  const periods = {
    ...{ consignments: periodOf('consignments'), attachments: periodOf('attachments') },
    ...{ submissions: periodOf('submissions'), trainings: periodOf('trainings') },
  };
  if (!periods.consignments) return { periods, due: 0, keptBack: [], isCut: false, nextOn: null };
  const { days } = periods.consignments;
  const before = addDays(today, -days);
  const rows = await oldest(before);
  const facts = await keepFacts(db(), rows);
  const counts = new Map<KeptBackBy | 'due', number>();
  for (const { done, open } of facts.values()) {
    const decided = decideDue('consignments', done, open, policy, today);
    const as = decided.isDue ? 'due' : decided.by === 'period' || decided.by === 'no_period' ? null : decided.by;
    if (as !== null) counts.set(as, (counts.get(as) ?? 0) + 1);
  }
  const first = await firstReceivedFrom(before);
  return {
    periods,
    due: counts.get('due') ?? 0,
    keptBack: KEPT_BACK_BY.flatMap((by) => {
      const count = counts.get(by);
      return count ? [{ by, consignments: count }] : [];
    }),
    isCut: rows.length === LOOKED_AT_MAX,
    nextOn: first === null ? null : addDays(first, days + 1),
  };
}

async function oldest(before: string): Promise<readonly Row[]> {
  const { rows } = await db().execute<Row>(sql`
    select c.consignment_id as "consignmentId", c.received_on::text as "receivedOn" from consignment.consignments c
     where c.received_on < ${before}::date and not ${isErased('c')}
     order by c.received_on, c.consignment_id limit ${LOOKED_AT_MAX}`);
  return rows;
}

/** The first day of receipt that is not over the period; partitions by month keep the look short. */
async function firstReceivedFrom(from: string): Promise<string | null> {
  const { rows } = await db().execute<{ day: string }>(sql`
    select l.received_on::text as day from clearance.clearances l where l.received_on >= ${from}::date
     order by l.received_on limit 1`);
  return rows[0]?.day ?? null;
}
