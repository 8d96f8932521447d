import 'server-only';
import type { Executor } from '@/db/connection';
import { policyInForce } from '@/db/queries/policy/policy-in-force';
import { dayOf } from '@/lib/kernel/dates';
import type { NamedLists } from '@/lib/profile/read-tree';

/** The lists that conditions may name, of the policy in force at an instant. */
export async function namedLists(from: Executor, at: Date): Promise<NamedLists> {
  const policy = await policyInForce(from, dayOf(at));
  const list = (key: string, values: Iterable<string>) =>
    [key, { key, version: policy.version, values: [...values] }] as const;
  return new Map([list('customs_territory', policy.territory), list('scheme_states', policy.vendorScheme.stateCodes)]);
}
