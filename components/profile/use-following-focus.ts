import { type RefObject, useEffect, useRef } from 'react';
import type { Path, RuleGroupType, RuleType } from 'react-querybuilder';

type FollowingFocus = {
  readonly box: RefObject<HTMLDivElement | null>;
  readonly onAddRule: (rule: RuleType) => RuleType;
  readonly onAddGroup: (group: RuleGroupType) => RuleGroupType;
  readonly onRemove: (gone: unknown, path: Path) => true;
};

const at = (path: Path) => `[data-path="${JSON.stringify(path)}"]`;

/** Takes the focus to a condition or group that was added, and to what is next where one was taken out. */
export function useFollowingFocus(query: RuleGroupType): FollowingFocus {
  const box = useRef<HTMLDivElement>(null);
  const wanted = useRef<readonly string[]>([]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the places are those of the conditions as they now stand
  useEffect(() => {
    const places = wanted.current;
    wanted.current = [];
    for (const place of places) {
      const control = box.current?.querySelector<HTMLElement>(place);
      if (control) return control.focus();
    }
  }, [query]);
  return {
    box,
    onAddRule: (rule) => {
      wanted.current = [`[data-rule-id="${rule.id}"] select`];
      return rule;
    },
    onAddGroup: (group) => {
      wanted.current = [`[data-rule-group-id="${group.id}"] select`];
      return group;
    },
    onRemove: (_, path) => {
      const [parent, index = 0] = [path.slice(0, -1), path.at(-1)];
      const before = index > 0 ? [`${at([...parent, index - 1])} select`] : [];
      wanted.current = [`${at(path)} select`, ...before, `${at(parent)} select`];
      return true;
    },
  };
}
