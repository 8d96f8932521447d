import 'server-only';
import { and, eq, gte, inArray, isNull, or } from 'drizzle-orm';
import type { Executor } from '@/db/connection';
import { policyInForce } from '@/db/queries/policy/policy-in-force';
import { profileListEditions, profileLists } from '@/db/schema';
import { dayOf } from '@/lib/kernel/dates';
import type { ListedKind } from '@/lib/profile/named-list';
import type { NamedLists } from '@/lib/profile/read-tree';

/** Lists of the policy that conditions may name: every administration that runs this product has them. */
export const policyListKeys: readonly string[] = ['customs_territory', 'scheme_states'];

/**
 * The lists that conditions may name: those of the policy in force at an instant, and those that people keep, in the edition in force.
 * `pinned`, as `key edition`, asks for editions that conditions were read with before.
 */
export async function namedLists(from: Executor, at: Date, pinned: readonly string[] = []): Promise<NamedLists> {
  const policy = await policyInForce(from, dayOf(at));
  const ofPolicy = (key: string, kind: ListedKind | undefined, values: Iterable<string>) =>
    [key, { key, version: policy.version, values: [...values], kind }] as const;
  return new Map([
    ...(await keptLists(from, dayOf(at), pinned)),
    ofPolicy('customs_territory', 'country', policy.territory),
    // The first letters of a scheme number: of no field's kind.
    ofPolicy('scheme_states', undefined, policy.vendorScheme.stateCodes),
  ]);
}

/** What another administration gave until a day is gone after it: profiles that name it select nobody. */
async function keptLists(from: Executor, day: string, pinned: readonly string[]) {
  const { listKey, edition, entries, state } = profileListEditions;
  const asked = pinned.map((one) => one.split(' '));
  const isPinned = asked.map(([key = '', number = '']) => and(eq(listKey, key), eq(edition, Number(number) || 0)));
  const pinnedKeys = asked.map(([key = '']) => key);
  const rows = await from
    .select({ key: listKey, edition, entries, state, kind: profileLists.kind })
    .from(profileListEditions)
    .innerJoin(profileLists, eq(profileLists.key, listKey))
    .where(
      and(
        or(inArray(state, ['in_force']), ...isPinned),
        or(isNull(profileLists.endsOn), gte(profileLists.endsOn, day)),
      ),
    );
  return rows
    .filter((row) => !pinnedKeys.includes(row.key) || pinned.includes(`${row.key} ${row.edition}`))
    .map(({ key, edition: version, entries: values, kind }) => {
      return [key, { key, version: String(version), values, kind }] as const;
    });
}
