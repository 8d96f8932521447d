import { useTranslations } from 'next-intl';
import { Callout } from '@/components/ui/callout';
import type { ToldProblem } from '@/lib/intake/mend-view';

type CheckedRecordProps = {
  passes: boolean;
  problems: readonly ToldProblem[];
  /** Whether what is of a field stands beside it, and so is counted here and not told a second time. */
  isByField: boolean;
};

/** What the intake would say of the record now. */
export function CheckedRecord({ passes, problems, isByField }: CheckedRecordProps) {
  const t = useTranslations('quarantine.record');
  const told = isByField && !passes ? problems.filter(({ key }) => key === null) : problems;
  const sentences = [...new Set(told.map(({ sentence }) => sentence))];
  const list = (
    <ul className="flex flex-col gap-0.5">
      {sentences.map((sentence) => (
        <li key={sentence} translate="no">
          {sentence}
        </li>
      ))}
    </ul>
  );
  return passes ? (
    <Callout tone="success" title={t('passes')} live>
      <p>{t('passesText')}</p>
      {sentences.length > 0 ? (
        <>
          <p className="pt-1 font-semibold">{t('warnings')}</p>
          {list}
        </>
      ) : null}
    </Callout>
  ) : (
    <Callout tone="danger" title={t('stillWrong', { count: problems.length })} live>
      {list}
    </Callout>
  );
}
