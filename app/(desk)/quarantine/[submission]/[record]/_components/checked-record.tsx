import { useTranslations } from 'next-intl';
import { Callout } from '@/components/ui/callout';
import type { ToldProblem } from '@/lib/intake/mend-view';

/** What the intake would say of the record now. */
export function CheckedRecord({ passes, problems }: { passes: boolean; problems: readonly ToldProblem[] }) {
  const t = useTranslations('quarantine.record');
  const sentences = [...new Set(problems.map(({ sentence }) => sentence))];
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
    <Callout tone="danger" title={t('stillWrong', { count: sentences.length })} live>
      {list}
    </Callout>
  );
}
