import { useTranslations } from 'next-intl';
import { FieldLabel } from '@/components/consignment/field-label';
import type { Problem } from '@/lib/kernel/problem';

/** Doubtful values that did not stop the record: the field, the rule and what was sent. */
export function ProblemList({ problems }: { problems: readonly Problem[] }) {
  const t = useTranslations('consignment.declared');
  if (problems.length === 0) return null;
  return (
    <section className="mt-3 text-sm">
      <h3>{t('warnings', { count: problems.length })}</h3>
      <ul className="mt-1 list-disc pl-5 text-muted">
        {problems.map((problem) => (
          <li key={`${problem.pointer} ${problem.code}`}>
            <FieldLabel pointer={problem.pointer} />{' '}
            <span translate="no" className="font-mono text-xs">
              {problem.code}
            </span>
            {problem.value ? (
              <>
                {' · '}
                <bdi translate="no">{problem.value}</bdi>
              </>
            ) : null}
          </li>
        ))}
      </ul>
    </section>
  );
}
