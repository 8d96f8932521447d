import { describe, expect, it } from 'vitest';
import { chosenGroups, chosenGroupsText, isOpen, NAVIGATION_GROUPS, partsOf } from './navigation-groups';
import type { NavigationEntry } from './shell-types';

const place = (href: string, group?: NavigationEntry['group']): NavigationEntry => ({
  href,
  labelKey: 'risk',
  icon: 'risk',
  group,
});
const many = (group: NavigationEntry['group'], count: number) =>
  Array.from({ length: count }, (_, n) => place(`/${group}/${n}`, group));

describe('the parts of the navigation', () => {
  it('is one without a heading where the places are few', () => {
    const few = [place('/queue', 'work'), place('/help', 'own')];
    expect(partsOf(few)).toEqual([{ group: null, entries: few }]);
    expect(partsOf([])).toEqual([]);
  });
  it('follows the order of the groups, without empty ones, and ends with what is the own', () => {
    const parts = partsOf([...many('own', 2), ...many('partners', 7), ...many('work', 8)]);
    expect(parts.map(({ group, entries }) => [group, entries.length])).toEqual([
      ['work', 8],
      ['partners', 7],
      [null, 2],
    ]);
  });
  it('loses no place, also one without a group', () => {
    const entries = [...many('work', 14), place('/elsewhere')];
    expect(partsOf(entries).flatMap((part) => part.entries)).toHaveLength(15);
  });
});

describe('which groups are open', () => {
  const parts = partsOf([...many('work', 8), ...many('risk', 8)]);
  const [work, risk] = parts;
  if (!work || !risk) throw new Error('two parts');
  it('is the first, and the one with the page that is shown, until the person chose', () => {
    expect(isOpen({}, work, true, null)).toBe(true);
    expect(isOpen({}, risk, false, null)).toBe(false);
    expect(isOpen({}, risk, false, risk.entries[2] ?? null)).toBe(true);
  });
  it('is as the person chose', () => {
    expect(isOpen({ work: false }, work, true, work.entries[0] ?? null)).toBe(false);
    expect(isOpen({ risk: true }, risk, false, null)).toBe(true);
  });
  it('is read back from the cookie as it was written', () => {
    const chosen = { work: false, figures: true, administration: false };
    expect(chosenGroupsText(chosen)).toBe('work-.figures.administration-');
    expect(chosenGroups(chosenGroupsText(chosen))).toEqual(chosen);
    const all = Object.fromEntries(NAVIGATION_GROUPS.map((group) => [group, true]));
    expect(chosenGroups(chosenGroupsText(all))).toEqual(all);
  });
  it('does not fall over a cookie that is not ours', () => {
    expect(chosenGroups('')).toEqual({});
    expect(chosenGroups('__proto__.constructor-.nothing;=.risk')).toEqual({ risk: true });
  });
});
