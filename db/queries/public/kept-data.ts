import 'server-only';
import { db } from '@/db/connection';
import { policyInForce } from '@/db/queries/policy/policy-in-force';
import { dayOf } from '@/lib/kernel/dates';
import { RETAINED, type Retained, type Retention } from '@/lib/policy/retention';

export type KeptData = {
  readonly administration: string;
  /** How long each is kept, with the law that says so; null where no period is in force. */
  readonly periods: readonly { readonly what: Retained; readonly period: Retention | null }[];
};

/** How long data are kept by the law in force. Takes no actor: the law is for everybody. */
export async function keptData(at = new Date()): Promise<KeptData> {
  const { administration, retention } = await policyInForce(db(), dayOf(at));
  return { administration, periods: RETAINED.map((what) => ({ what, period: retention.get(what) ?? null })) };
}
