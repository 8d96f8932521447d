import { useTranslations } from 'next-intl';
import type { Problem } from '@/lib/kernel/problem';

/** The place of a condition as a person counts: `rules.0.rules.2.value` is 1.3. */
function placeOf(pointer: string): string {
  return [...pointer.matchAll(/rules\.(\d+)/g)].map(([, index]) => Number(index) + 1).join('.');
}

/** Where the page shows a condition, or all of them where a pointer names none: `tree.rules.0.value` is `tree-0`. */
export function conditionId(pointer: string): string {
  return ['tree', ...[...pointer.matchAll(/rules\.(\d+)/g)].map(([, index]) => index)].join('-');
}

/** Says what is wrong with conditions, and where. */
export function useProblemText(): (problem: Problem) => string {
  const t = useTranslations('profile.problem');
  return ({ code, pointer, value, params }) => {
    const figure = (name: string) => Number(params?.[name] ?? 0);
    const figures = { most: figure('most'), least: figure('least'), seconds: figure('seconds') };
    const text = t.has(code) ? t(code, { value: value ?? '', ...figures }) : code;
    const place = placeOf(pointer);
    return place === '' ? text : t('at', { place, text });
  };
}
