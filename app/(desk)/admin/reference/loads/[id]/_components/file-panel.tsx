import { useTranslations } from 'next-intl';
import { DateTime } from '@/components/ui/date-time';
import { DescriptionList } from '@/components/ui/description-list';
import { Panel } from '@/components/ui/panel';
import type { LoadView } from '@/db/queries/reference/get-load';

/** The file itself: what it was taken for, and by whom. */
export function FilePanel({ load, isDated }: { load: LoadView; isDated: boolean }) {
  const t = useTranslations('reference');
  const by = (name: string) => t('overview.by', { name });
  return (
    <Panel title={t('load.file')}>
      <DescriptionList
        columns={2}
        items={[
          { term: t('load.name'), value: load.fileName, data: true },
          { term: t('load.edition'), value: load.edition, data: true },
          { term: t('load.source'), value: load.source, data: true },
          {
            term: t('load.layout'),
            value: load.layout,
            data: true,
            hint: load.series ? t(`series.${load.series}`) : undefined,
          },
          {
            term: t('load.validFrom'),
            value: load.validFrom,
            data: true,
            hint: isDated ? t('load.ownDays') : undefined,
          },
          { term: t('load.size'), value: t('load.bytes', { size: load.sizeBytes }) },
          {
            term: t('load.sha256'),
            value: <span className="break-all font-mono text-xs">{load.sha256}</span>,
            data: true,
          },
          { term: t('load.previewed'), value: <DateTime at={load.previewedAt} />, hint: by(load.previewedBy) },
          {
            term: t('load.settled'),
            value: load.settledAt ? <DateTime at={load.settledAt} /> : null,
            hint: load.settledBy ? by(load.settledBy) : undefined,
          },
        ]}
      />
    </Panel>
  );
}
