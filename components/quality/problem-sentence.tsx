import { FieldWords } from '@/components/quality/finding-words';
import { explainProblem, namesField, placeOf } from '@/lib/intake/explain-problem';
import type { Problem } from '@/lib/kernel/problem';

type ProblemSentenceProps = {
  problem: Problem;
  /** Of the file it came in: a place is named as that format names it. */
  format: string;
};

/** What is wrong in one sentence, after the field it is about where the sentence does not name it. */
export function ProblemSentence({ problem, format }: ProblemSentenceProps) {
  return (
    <>
      {problem.pointer === '' || namesField(problem) ? null : (
        <span className="mr-2">
          <FieldWords pointer={problem.pointer} place={placeOf(problem, format)} />
        </span>
      )}
      <span className="wrap-anywhere" translate="no">
        {explainProblem(problem, format)}
      </span>
    </>
  );
}
