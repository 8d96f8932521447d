import type { RuleGroupType } from 'react-querybuilder';
import { z } from 'zod';
import { type About, EMPTY_ABOUT } from '@/components/profile/about';
import { EFFECT_SHAPE } from '@/lib/profile/content';
import { type Group, isGroup, TREE_SHAPE } from '@/lib/profile/tree';

/** What stands in the editor of a new profile: one condition to begin with. */
const EMPTY_TREE: RuleGroupType = {
  id: 'all',
  combinator: 'and',
  not: false,
  rules: [{ id: '0', field: 'commodityCodes', operator: 'beginsWith', value: '' }],
};

/** An effect as it is typed: its points may be missing yet. */
const TYPED_EFFECT = z.union([EFFECT_SHAPE, z.strictObject({ kind: z.literal('points'), points: z.null() })]);

/** A draft as the form takes it, whatever part of it was ever typed. */
export function formOf(draft: unknown): { readonly about: About; readonly tree: RuleGroupType } {
  const given: Record<string, unknown> = typeof draft === 'object' && draft !== null ? { ...draft } : {};
  const text = (name: 'title' | 'harm' | 'ground' | 'instruction') =>
    typeof given[name] === 'string' ? given[name] : '';
  const whole = (name: 'expectedHitPercent' | 'dailySlots') =>
    typeof given[name] === 'number' || given[name] === null ? given[name] : EMPTY_ABOUT[name];
  const effect = TYPED_EFFECT.safeParse(given.effect);
  const tree = TREE_SHAPE.safeParse(given.tree);
  return {
    about: {
      title: text('title'),
      harm: text('harm'),
      ground: text('ground'),
      instruction: text('instruction'),
      effect: effect.success ? effect.data : EMPTY_ABOUT.effect,
      expectedHitPercent: whole('expectedHitPercent'),
      dailySlots: whole('dailySlots'),
    },
    tree: tree.success ? edited(tree.data, 'all') : EMPTY_TREE,
  };
}

/** Conditions as the editor holds them: each node by its place, so that server and browser draw the same. */
function edited({ combinator, not, rules }: Group, id: string): RuleGroupType {
  return {
    id,
    combinator,
    not,
    rules: rules.map((rule, index) => {
      const place = `${id}.${index}`;
      return isGroup(rule)
        ? edited(rule, place)
        : { id: place, field: rule.field, operator: rule.operator, value: rule.value };
    }),
  };
}
