import { createTranslator } from 'use-intl/core';
import type { Problem } from '@/lib/kernel/problem';
import intake from '@/lib/messages/en/intake.json';
import { problemMessageValues } from './problem-codes';

const translate = createTranslator({ locale: 'en', messages: { intake }, namespace: 'intake' });

/** The sentence that explains a problem to whoever sent the data. Partners' systems read it in English, like the codes. */
export function explainProblem(problem: Problem): string {
  const key = `problem.${problem.code}` as Parameters<typeof translate>[0];
  return translate.has(key) ? translate(key, problemMessageValues(problem)) : problem.code;
}
