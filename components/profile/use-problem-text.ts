import { useTranslations } from 'next-intl';
import type { Problem } from '@/lib/kernel/problem';

/** A place in the conditions as a person counts: the third of the first group is 1.3; all of them are ''. */
export const pathText = (path: readonly number[]): string => path.map((index) => index + 1).join('.');

/** A place in the conditions as problems name it: `rules.0.rules.2`. */
export const pointerOf = (path: readonly number[]): string => path.map((index) => `rules.${index}`).join('.');

const pathOf = (pointer: string): number[] => [...pointer.matchAll(/rules\.(\d+)/g)].map(([, index]) => Number(index));

/** Where the page shows a condition or group, or all of them where a pointer names none: `tree.rules.0.value` is `tree-0`. */
export function conditionId(pointer: string): string {
  return ['tree', ...pathOf(pointer)].join('-');
}

/** Says what is wrong with conditions, and where. */
export function useProblemText(): (problem: Problem) => string {
  const t = useTranslations('profile.problem');
  return ({ code, pointer, value, params }) => {
    const figure = (name: string) => Number(params?.[name] ?? 0);
    const figures = { most: figure('most'), least: figure('least'), seconds: figure('seconds') };
    const text = t.has(code) ? t(code, { value: value ?? '', ...figures }) : code;
    const place = pathText(pathOf(pointer));
    return place === '' ? text : t(code === 'group_empty' ? 'atGroup' : 'at', { place, text });
  };
}
