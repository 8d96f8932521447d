import { type Group, isGroup } from './tree';

/** The lists that conditions name, each as often as it is named. */
export function listsNamed(group: Group): string[] {
  return group.rules.flatMap((rule) => {
    if (isGroup(rule)) return listsNamed(rule);
    return rule.operator === 'inList' || rule.operator === 'notInList' ? [String(rule.value)] : [];
  });
}
