import { useTranslations } from 'next-intl';
import { routes } from '@/app/_server/routes';
import { Callout } from '@/components/ui/callout';
import { TextLink } from '@/components/ui/text-link';
import type { FailingSubmission } from '@/db/queries/intake/list-failing';

/** That something stands still, on the page where a day begins. */
export function FailingNote({ rows }: { rows: readonly FailingSubmission[] }) {
  const t = useTranslations('submissions.failing');
  if (rows.length === 0) return null;
  return (
    <Callout
      tone="danger"
      title={t('title', { count: rows.length })}
      actions={<TextLink href={`${routes.submissions()}#failing`}>{t('see')}</TextLink>}
    >
      {t('text')}
    </Callout>
  );
}
