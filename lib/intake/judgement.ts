import type { CodeLists } from '@/lib/codes/code-lists';
import type { Problem } from '@/lib/kernel/problem';
import type { Policy } from '@/lib/policy/policy';
import type { RuleCode } from '@/lib/policy/rule-shapes';
import { type ProblemCode, problemOf } from './problem-codes';

/** What a record is judged by beside itself. */
export type JudgeContext = {
  /** Customs offices valid on the day of receipt. */
  readonly offices: ReadonlySet<string>;
  /** Codes of countries, currencies and goods valid on that day. */
  readonly codes: CodeLists;
  /** The instant of receipt. */
  readonly now: Date;
  /** The policy in force on that day. */
  readonly policy: Policy;
  /** Value of each item in minor units of the administration's currency, null where no exchange rate is in force. */
  readonly valuesOf: (
    items: readonly { readonly value: string; readonly currency: string }[],
  ) => readonly (bigint | null)[];
};

/** Notes what a rule across fields finds, with the severity the policy of the day gives the rule. */
export class Judgement {
  constructor(
    readonly context: JudgeContext,
    private readonly problems: Problem[],
  ) {}

  report(code: RuleCode & ProblemCode, pointer: string, value?: string | null, params?: Problem['params']): void {
    const { severity } = this.context.policy.rules[code];
    this.problems.push(problemOf(severity, code, pointer, { value: value ?? undefined, params }));
  }
}
