import { useLocale, useTranslations } from 'next-intl';
import { routes } from '@/app/_server/routes';
import { AcknowledgeForm } from '@/components/forms/acknowledge-form';
import { Badge } from '@/components/ui/badge';
import { DateTime } from '@/components/ui/date-time';
import { formatInstant } from '@/components/ui/format';
import { TextLink } from '@/components/ui/text-link';
import type { BrowsingRow } from '@/db/queries/privacy/list-browsing';
import { acknowledgeBrowsingAction } from '../../actions';

/** One day of one person, with who answered for it or the way to do so. */
export function BrowsingItem({ row, mayAnswer }: { row: BrowsingRow; mayAnswer: boolean }) {
  const t = useTranslations('privacy.browsing');
  const tRole = useTranslations('identity.role');
  const locale = useLocale();
  const day = formatInstant(locale, new Date(`${row.day}T00:00:00Z`), 'date');
  const { userName: name, kind, observed, usual } = row;
  return (
    <li className="flex flex-col gap-x-6 gap-y-1 px-4 py-3 text-sm lg:flex-row lg:items-center lg:justify-between">
      <div className="flex flex-col gap-1">
        <p className="flex flex-wrap items-center gap-x-2 gap-y-1">
          <Badge tone="warning">{t(`kinds.${kind}`)}</Badge>
          <bdi className="font-semibold" translate="no">
            {name}
          </bdi>
          <span className="text-muted">
            {tRole(row.role as 'officer')} · <DateTime at={`${row.day}T00:00:00Z`} show="date" />
          </span>
          <TextLink
            href={routes.personalLooks({ who: name, from: row.day, to: row.day })}
            aria-label={t('seeOf', { name, day })}
          >
            {t('see')}
          </TextLink>
        </p>
        <p>{t(`text.${kind}`, { observed, usual })}</p>
      </div>
      {row.acknowledgedAt ? (
        <p className="text-muted text-xs">
          <bdi translate="no">{row.acknowledgedByName}</bdi>, <DateTime at={row.acknowledgedAt} />:{' '}
          <bdi translate="no">{row.note}</bdi>
        </p>
      ) : row.isOwn ? (
        <p className="text-muted text-xs">{t('own')}</p>
      ) : mayAnswer ? (
        <AcknowledgeForm
          action={acknowledgeBrowsingAction}
          idName="id"
          id={row.id}
          labels={{ note: t('note'), submit: t('acknowledge'), submitOf: t('acknowledgeOf', { name, day }) }}
          isNoteRequired
        />
      ) : null}
    </li>
  );
}
