import 'server-only';
import type { Executor } from '@/db/connection';
import { knownCodes } from '@/db/queries/profile/known-codes';
import { namedLists } from '@/db/queries/profile/named-lists';
import type { ExchangeItem } from '@/lib/cooperation/package';
import type { Problem } from '@/lib/kernel/problem';
import { checkTree, inDraft } from '@/lib/profile/check-values';
import { CONTENT_SHAPE, type ProfileContent } from '@/lib/profile/content';
import { readEntries } from '@/lib/profile/list-entries';

/** What an item would become here, by the lists of codes in force here; or what keeps it from that. */
export type FitItem = { readonly item: ExchangeItem } & (
  | { readonly as: 'profile'; readonly content: ProfileContent }
  | { readonly as: 'list'; readonly entries: readonly string[] }
  | { readonly as: 'read' }
  | { readonly as: 'nothing'; readonly problems: readonly Problem[] }
);

/** Holds every item against what can be here. Takes no actor: commands and queries compose it. */
export async function fitItems(from: Executor, items: readonly ExchangeItem[], at: Date): Promise<FitItem[]> {
  const [known, lists] = [await knownCodes(from, at), await namedLists(from, at)];
  return items.map((item): FitItem => {
    if (item.kind === 'list') {
      const read = readEntries(item.listed, item.entries.join('\n'), known);
      return 'problems' in read
        ? { item, as: 'nothing', problems: read.problems }
        : { item, as: 'list', entries: read.entries };
    }
    if (item.kind !== 'profile') return { item, as: 'read' };
    // Conditions first: they are told by place and value, which the shape of the whole tells less exactly.
    const tree = checkTree(item.content.tree, lists, known);
    if ('problems' in tree) return { item, as: 'nothing', problems: inDraft(tree.problems) };
    const content = CONTENT_SHAPE.safeParse({ ...item.content, tree: tree.tree });
    if (content.success) return { item, as: 'profile', content: content.data };
    const problems = content.error.issues.map(
      ({ message, code, path }): Problem => ({
        code: code === 'unrecognized_keys' ? 'key_unknown' : /^[a-z_]+$/.test(message) ? message : 'value',
        severity: 'error',
        pointer: path.map(String).join('.'),
      }),
    );
    return { item, as: 'nothing', problems };
  });
}
