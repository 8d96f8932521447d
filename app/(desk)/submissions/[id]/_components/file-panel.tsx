import { useTranslations } from 'next-intl';
import { DateTime } from '@/components/ui/date-time';
import { DescriptionList } from '@/components/ui/description-list';
import { Panel } from '@/components/ui/panel';
import { Bytes } from '@/components/ui/quantity';
import type { SubmissionView } from '@/db/queries/intake/get-submission';

/** Who sent what, as it is kept. */
export function FilePanel({ submission }: { submission: SubmissionView }) {
  const t = useTranslations('submissions');
  const { partnerName, fileName, format, sizeBytes, sha256, finishedAt, status } = submission;
  return (
    <Panel title={t('detail.file')}>
      <DescriptionList
        items={[
          { term: t('column.partner'), value: <span translate="no">{partnerName}</span> },
          { term: t('detail.file'), value: fileName ?? t('noName'), data: fileName !== null },
          { term: t('detail.format'), value: format.toUpperCase(), data: true },
          { term: t('detail.size'), value: <Bytes bytes={sizeBytes} /> },
          { term: t('detail.sha256'), value: sha256 ?? '', data: true },
          { term: t('detail.finished'), value: finishedAt ? <DateTime at={finishedAt} /> : t(`status.${status}`) },
        ]}
      />
    </Panel>
  );
}
