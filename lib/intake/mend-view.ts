import type { Problem } from '@/lib/kernel/problem';
import { explainProblem } from './explain-problem';
import type { ProblemCode } from './problem-codes';
import { fieldsOfText, type SentText } from './record-fields';
import { problemsInText } from './replay-body';

/** A problem of a record as the form tells it: beside its field, or above all of them where it is of no single one. */
export type ToldProblem = { readonly key: string | null; readonly sentence: string };

const CUT: ReadonlySet<string> = new Set<ProblemCode>([
  'row_too_long',
  'row_xml_too_long',
  'row_xml_text_too_long',
  'row_xml_nodes',
]);

/** Whether only the beginning of a record is kept beside its problem, so that it is mended in the file alone. */
export const isCut = (problems: readonly Problem[]): boolean => problems.some(({ code }) => CUT.has(code));

/** Problems, at their lines of the file, as sentences with the field each is about; each sentence once a field. */
export function toldProblems(
  sent: SentText & {
    readonly rows: readonly { readonly line: number; readonly raw: string }[];
    readonly problems: readonly Problem[];
  },
): ToldProblem[] {
  const found = fieldsOfText(sent, sent.problems);
  const inText = problemsInText(sent.rows, sent.problems);
  const told = sent.problems.map((problem, index) => ({
    key: found?.keyOf(inText[index] ?? problem) ?? null,
    sentence: explainProblem(problem, sent.format),
  }));
  return told.filter(
    ({ key, sentence }, index) => told.findIndex((one) => one.key === key && one.sentence === sentence) === index,
  );
}
