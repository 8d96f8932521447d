import type { Problem } from '@/lib/kernel/problem';

/** Columns of sender and recipient, their countries aside, which are facts of the trade. */
const PERSONAL = /^(?:sender|recipient)_(?!country$)/;
const MASK = '***';

/** A problem as it may stand outside the personal data: the value of a personal column is masked, the rest is as it was. */
export function maskProblem(problem: Problem): Problem {
  return problem.value !== undefined && PERSONAL.test(problem.pointer) ? { ...problem, value: MASK } : problem;
}
