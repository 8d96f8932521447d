import type { BackTestView } from '@/db/queries/profile/list-back-tests';
import type { ProfileView } from '@/db/queries/profile/list-profiles';
import { isSameTree, treeOf } from '@/lib/profile/check-values';

/** What a back-test tried: a version, conditions that were proposed as one, the draft as it now stands, or as it once stood. */
export type Tested =
  | { readonly of: 'version' | 'proposed'; readonly version: number }
  | { readonly of: 'draft' | 'earlier' };

export function testedOf({ version, tree }: BackTestView, { draft, versions }: ProfileView): Tested {
  if (version !== null) return { of: 'version', version };
  if (isSameTree(tree, treeOf(draft))) return { of: 'draft' };
  const proposed = versions.find(({ content }) => isSameTree(tree, content.tree));
  return proposed ? { of: 'proposed', version: proposed.version } : { of: 'earlier' };
}
