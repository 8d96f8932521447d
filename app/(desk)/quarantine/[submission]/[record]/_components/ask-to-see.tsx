import { useTranslations } from 'next-intl';
import { routes } from '@/app/_server/routes';
import { TextLink } from '@/components/ui/text-link';

type AskToSeeProps = { submission: string; record: number; rule: string | null; isOpen: boolean };

/** The way to the record as it was sent; taken, it is noted, and so is not fetched ahead. */
export function AskToSee({ submission, record, rule, isOpen }: AskToSeeProps) {
  const t = useTranslations('quarantine.record');
  return (
    <p className="mb-4 text-sm">
      <TextLink prefetch={false} href={routes.refusedRecord(submission, record, { rule, sent: 'yes' })}>
        {t(isOpen ? 'showSent' : 'showSentSettled')}
      </TextLink>{' '}
      <span className="text-muted">{t('showSentText')}</span>
    </p>
  );
}
