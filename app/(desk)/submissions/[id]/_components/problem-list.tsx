import { useTranslations } from 'next-intl';
import { ProblemSentence } from '@/components/quality/problem-sentence';
import type { Problem } from '@/lib/kernel/problem';

type ProblemListProps = {
  problems: readonly Problem[];
  /** Of the file: a place is named as its format names it. */
  format: string;
};

/** Problems with their place, the sentence that explains them and the value as sent. */
export function ProblemList({ problems, format }: ProblemListProps) {
  const t = useTranslations('submissions.detail');
  return (
    <ul className="flex flex-col gap-1 text-sm">
      {problems.map((problem) => (
        <li key={`${problem.line} ${problem.pointer} ${problem.code}`} className="flex flex-wrap gap-x-2">
          {problem.line === undefined ? null : <span className="text-muted">{t('line', { line: problem.line })}</span>}
          <span className="min-w-0">
            <ProblemSentence problem={problem} format={format} />
          </span>
        </li>
      ))}
    </ul>
  );
}
