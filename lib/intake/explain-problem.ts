import { createTranslator } from 'use-intl/core';
import type { Problem } from '@/lib/kernel/problem';
import intake from '@/lib/messages/en/intake.json';
import { problemMessageValues } from './problem-codes';

const translate = createTranslator({ locale: 'en', messages: { intake }, namespace: 'intake' });

/** The sentence that explains a problem to whoever sent the data. Partners' systems read it in English, like the codes. */
export function explainProblem(problem: Problem): string {
  const key = `problem.${problem.code}` as Parameters<typeof translate>[0];
  if (!translate.has(key)) return problem.code;
  const values = problemMessageValues(problem);
  const sentence = translate(key, values);
  // A field of ours is something else in the sender's message: say what, unless the sentence does.
  const element = String(problem.params?.element ?? '');
  return element === '' || sentence.includes(element) ? sentence : `${sentence} ${translate('sentAs', { element })}`;
}
