import 'server-only';
import type { Executor } from '@/db/connection';
import { knownCodes } from '@/db/queries/profile/known-codes';
import { namedLists } from '@/db/queries/profile/named-lists';
import type { Problem } from '@/lib/kernel/problem';
import { checkTree } from '@/lib/profile/check-values';
import type { ProfileFacts } from '@/lib/profile/fields';
import { factRow, predicateOf } from '@/lib/profile/predicate';
import type { Group } from '@/lib/profile/tree';

/** Conditions of an exercise as the compiler of profiles reads them, or what is wrong with them, each at its place. */
export async function readExerciseTree(
  from: Executor,
  tree: unknown,
  at: Date,
): Promise<
  { readonly tree: Group; readonly meets: (facts: ProfileFacts) => boolean } | { readonly problems: readonly Problem[] }
> {
  const read = checkTree(tree, await namedLists(from, at), await knownCodes(from, at));
  if ('problems' in read) return { problems: read.problems };
  const { matches } = predicateOf(read.group);
  return { tree: read.tree, meets: (facts) => matches(factRow(facts)) };
}
