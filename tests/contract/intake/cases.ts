import type { ProblemCode } from '@/lib/intake/problem-codes';
import type { IntakeFormat } from '@/lib/intake/staged-row';

/** What must become of a hostile or odd submission. */
export type Expected =
  | { readonly file: ProblemCode; readonly line?: number }
  | { readonly row: ProblemCode; readonly pointer?: string; readonly line?: number; readonly others?: number }
  | {
      readonly accept: Readonly<Record<string, string>>;
      readonly warning?: ProblemCode;
      readonly notice?: ProblemCode;
      readonly records?: number;
    };

export type Case = {
  readonly name: string;
  readonly format: IntakeFormat;
  readonly sent: string | Uint8Array;
  readonly expected: Expected;
};
