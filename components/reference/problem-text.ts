import { useTranslations } from 'next-intl';
import type { Problem } from '@/lib/kernel/problem';

/** Turns a fault or a remark on reference data into a sentence; faults of the file as text are worded by the intake. */
export function useProblemText(): (problem: Problem) => string {
  const own = useTranslations('reference.problem');
  const intake = useTranslations('intake.problem');
  return ({ code, pointer, value, line, params }) => {
    const values = { field: pointer, value: value ?? '', line: line ?? 0, ...params };
    const words = [own, intake].find((t) => t.has(code));
    return words ? words(code, values) : code;
  };
}
