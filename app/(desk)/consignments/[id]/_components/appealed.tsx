import { useTranslations } from 'next-intl';
import { routes } from '@/app/_server/routes';
import { Panel } from '@/components/ui/panel';
import { TextLink } from '@/components/ui/text-link';
import type { ConsignmentDetail } from '@/db/queries/consignment/consignment-detail';
import { isDecided } from '@/lib/clearance/transitions';

/** The way to the appeals of what was decided; nothing before anything was. */
export function Appealed({ detail: { row } }: { detail: Pick<ConsignmentDetail, 'row'> }) {
  const t = useTranslations('consignment.appealed');
  if (!isDecided(row.status)) return null;
  return (
    <Panel title={t('title')} actions={<TextLink href={routes.appeals(row.consignmentId)}>{t('open')}</TextLink>}>
      <p className="text-muted text-sm">{t('text')}</p>
    </Panel>
  );
}
