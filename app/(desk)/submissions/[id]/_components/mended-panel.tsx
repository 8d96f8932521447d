import { useTranslations } from 'next-intl';
import { routes } from '@/app/_server/routes';
import { DateTime } from '@/components/ui/date-time';
import { Panel } from '@/components/ui/panel';
import { TextLink } from '@/components/ui/text-link';
import type { MendedFrom } from '@/db/queries/intake/mended-from';

/** The submissions that sent mended records of this one again, and what undoing this one means for them: nothing. */
export function MendedPanel({ mended, isUndone }: { mended: MendedFrom; isUndone: boolean }) {
  const t = useTranslations('submissions.mended');
  const { records, by, more, waiting } = mended;
  if (records === 0 && waiting === 0) return null;
  return (
    <Panel title={t(isUndone ? 'titleUndone' : 'title')} description={t(isUndone ? 'textUndone' : 'text')}>
      <div className="flex flex-col gap-2 text-sm">
        {records > 0 ? (
          <ul className="flex flex-col gap-1">
            {by.map((one) => (
              <li key={one.submissionId} className="flex flex-wrap gap-x-2">
                <TextLink href={routes.submission(one.submissionId)}>
                  {t('submission')} <DateTime at={one.receivedAt} />
                </TextLink>
                <span>{t('records', { count: one.records })}</span>
                <span className="font-mono" translate="no">
                  {one.references.join(', ')}
                  {one.records > one.references.length && one.references.length > 0 ? ' …' : ''}
                </span>
                {one.isUndone ? <span className="text-muted">{t('undoneToo')}</span> : null}
              </li>
            ))}
            {more > 0 ? <li className="text-muted">{t('more', { count: more })}</li> : null}
          </ul>
        ) : null}
        {waiting > 0 ? <p>{t('waiting', { count: waiting })}</p> : null}
      </div>
    </Panel>
  );
}
