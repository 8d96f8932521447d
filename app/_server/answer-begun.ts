import 'server-only';

/**
 * An answer that is asked for before the page knows whether it may show it. Whoever waits for it gets its failure; where nobody does, as on
 * a page that refuses, the failure is not one of the process.
 */
export function begun<Answer>(answer: Promise<Answer>): Promise<Answer> {
  answer.catch(() => undefined);
  return answer;
}
