import { useTranslations } from 'next-intl';
import { routes } from '@/app/_server/routes';
import { DateTime } from '@/components/ui/date-time';
import { DescriptionList } from '@/components/ui/description-list';
import { Panel } from '@/components/ui/panel';
import { Bytes } from '@/components/ui/quantity';
import { TextLink } from '@/components/ui/text-link';
import type { SubmissionView } from '@/db/queries/intake/get-submission';
import type { SentAgainFrom } from '@/db/queries/intake/sent-again-from';

type FilePanelProps = {
  submission: SubmissionView;
  /** Where its records were refused before; null where it came from outside. */
  from: SentAgainFrom | null;
  mayMend: boolean;
};

/** Who sent what, as it is kept. */
export function FilePanel({ submission, from, mayMend }: FilePanelProps) {
  const t = useTranslations('submissions');
  const { submissionId, partnerName, fileName, replayOf, format, sizeBytes } = submission;
  const { sha256, finishedAt, status, isBrokenOff } = submission;
  const file = from ? <Origin from={from} mayMend={mayMend} /> : (fileName ?? t(replayOf ? 'sentAgain' : 'noName'));
  return (
    <Panel title={t('detail.file')}>
      <DescriptionList
        items={[
          { term: t('column.partner'), value: <span translate="no">{partnerName}</span> },
          { term: t('detail.number'), value: submissionId, data: true },
          { term: t('detail.file'), value: file, data: fileName !== null },
          { term: t('detail.format'), value: format.toUpperCase(), data: true },
          { term: t(isBrokenOff ? 'detail.sizeArrived' : 'detail.size'), value: <Bytes bytes={sizeBytes} /> },
          { term: t('detail.sha256'), value: sha256 ?? '', data: true },
          { term: t('detail.finished'), value: finishedAt ? <DateTime at={finishedAt} /> : t(`status.${status}`) },
        ]}
      />
    </Panel>
  );
}

/** The submission whose refused records it sends again, and which of them. */
function Origin({ from, mayMend }: { from: SentAgainFrom; mayMend: boolean }) {
  const t = useTranslations('submissions');
  return (
    <span className="flex flex-wrap gap-x-2">
      {t('detail.sentAgainFrom')}
      <TextLink href={routes.submission(from.submissionId)}>
        {from.fileName ? <span translate="no">{from.fileName}</span> : t('noName')}, <DateTime at={from.receivedAt} />
      </TextLink>
      {from.records.map(({ recordNumber, line }) =>
        mayMend ? (
          <TextLink key={recordNumber} href={routes.refusedRecord(from.submissionId, recordNumber)}>
            {t('detail.line', { line })}
          </TextLink>
        ) : (
          <span key={recordNumber}>{t('detail.line', { line })}</span>
        ),
      )}
    </span>
  );
}
