import { useTranslations } from 'next-intl';
import { routes } from '@/app/_server/routes';
import { Panel } from '@/components/ui/panel';
import { TextLink } from '@/components/ui/text-link';
import type { ConsignmentDetail } from '@/db/queries/consignment/consignment-detail';
import { possible } from '@/lib/clearance/transitions';

/** What is in custody and who holds it where, with the way to its record; nothing where nothing is or can be. */
export function InCustody({ detail: { row, exhibits } }: { detail: Pick<ConsignmentDetail, 'row' | 'exhibits'> }) {
  const t = useTranslations('consignment.custody');
  if (exhibits.length === 0 && !possible('record_exhibit', row.status).ok) return null;
  return (
    <Panel
      title={t('panel')}
      actions={<TextLink href={routes.consignmentCustody(row.consignmentId)}>{t('open')}</TextLink>}
    >
      {exhibits.length === 0 ? <p className="text-muted text-sm">{t('none')}</p> : null}
      <ul className="flex flex-col gap-1 text-sm">
        {exhibits.map(({ exhibitId, number, description, quantity, steps }) => {
          const last = steps.at(-1);
          return (
            <li key={exhibitId}>
              <span className="font-medium">{t('exhibit', { number })}</span>{' '}
              <bdi translate="no">
                {description}, {quantity}
              </bdi>
              {last ? (
                <span className="block text-muted text-xs" translate="no">
                  {t('now', { holder: last.toHolder, place: last.place })}
                </span>
              ) : null}
            </li>
          );
        })}
      </ul>
    </Panel>
  );
}
