import { z } from 'zod';

/** Most that one profile may hold, so that no tree costs an import its speed. */
export const TREE_LIMITS = { depth: 8, conditions: 200, values: 1_000, textChars: 200 } as const;

export type Condition = { readonly field: string; readonly operator: string; readonly value: unknown };
export type Group = {
  readonly combinator: 'and' | 'or';
  /** Turns round what the group says as a whole. */
  readonly not: boolean;
  readonly rules: readonly (Group | Condition)[];
};

export const isGroup = (node: Group | Condition): node is Group => 'rules' in node;

/** What an editor adds to find its own nodes again. */
const id = z.string().max(100).optional();
const condition = z
  .strictObject({ id, field: z.string(), operator: z.string(), value: z.unknown().optional() })
  .transform(({ field, operator, value = null }): Condition => ({ field, operator, value }));

/** The shape of a profile's conditions as it is stored and edited; what they mean is for `readTree`. */
export const TREE_SHAPE: z.ZodType<Group> = z
  .strictObject({
    id,
    combinator: z.enum(['and', 'or']),
    not: z.boolean().default(false),
    rules: z.array(z.lazy(() => z.union([TREE_SHAPE, condition]))),
  })
  .transform(({ combinator, not, rules }): Group => ({ combinator, not, rules }));

/** How deep groups lie in groups, without recursion: a hostile tree must not exhaust the stack before it is refused. */
export function depthOf(tree: unknown): number {
  let depth = 0;
  let level: unknown[] = [tree];
  while (level.length > 0 && depth <= TREE_LIMITS.depth) {
    level = level.flatMap((node) =>
      typeof node === 'object' && node !== null && 'rules' in node && Array.isArray(node.rules) ? node.rules : [],
    );
    depth += 1;
  }
  return depth;
}
