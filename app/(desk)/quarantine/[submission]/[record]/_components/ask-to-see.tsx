import { useTranslations } from 'next-intl';
import { routes } from '@/app/_server/routes';
import { TextLink } from '@/components/ui/text-link';

/** The way to the record as it was sent; taken, it is noted, and so is not fetched ahead. */
export function AskToSee({ submission, record }: { submission: string; record: number }) {
  const t = useTranslations('quarantine.record');
  return (
    <p className="mb-4 text-sm">
      <TextLink prefetch={false} href={routes.refusedRecord(submission, record, { sent: 'yes' })}>
        {t('showSent')}
      </TextLink>{' '}
      <span className="text-muted">{t('showSentText')}</span>
    </p>
  );
}
