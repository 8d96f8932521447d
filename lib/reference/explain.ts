import { createTranslator } from 'use-intl/core';
import type { Problem, Reason } from '@/lib/kernel/problem';
import intake from '@/lib/messages/en/intake.json';
import reference from '@/lib/messages/en/reference.json';

const translate = createTranslator({ locale: 'en', messages: { intake, reference } });
type Key = Parameters<typeof translate>[0];

/** Values for the sentence of a problem: `field`, `value`, `line` and whatever it carries. */
export function problemValues({ pointer, value, line, params }: Problem): Record<string, string | number> {
  return { field: pointer, value: value ?? '', line: line ?? 0, ...params };
}

/** Where the sentence of a problem stands: faults of the file as text are those of the intake. */
export function problemKey({
  code,
}: Pick<Problem, 'code'>): `reference.problem.${string}` | `intake.problem.${string}` {
  return Object.hasOwn(reference.problem, code) ? `reference.problem.${code}` : `intake.problem.${code}`;
}

/** The sentence that explains a problem, in English, for the command line. */
export function explainLoadProblem(problem: Problem): string {
  const key = problemKey(problem) as Key;
  return translate.has(key) ? translate(key, problemValues(problem)) : problem.code;
}

/** The sentence of a refusal, in English, for the command line. */
export function explainRefusal({ code, params }: Reason): string {
  const key = `reference.refusal.${code}` as Key;
  return translate.has(key) ? translate(key, params) : code;
}
