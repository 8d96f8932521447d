import { useLocale, useTranslations } from 'next-intl';
import { routes } from '@/app/_server/routes';
import { AttachForm } from '@/components/attachments/attach-form';
import { DataTable } from '@/components/table/data-table';
import { DateTime } from '@/components/ui/date-time';
import { formatBytes } from '@/components/ui/format';
import { Panel } from '@/components/ui/panel';
import type { ToldAttachment } from '@/db/queries/consignment/told-attachments';
import { ATTACHMENT_KINDS } from '@/lib/attachments/kinds';

/** What a partner may send: a scan is made by whoever screens, and some carriers do. */
const OWN_KINDS = ATTACHMENT_KINDS;

type OwnAttachmentsProps = {
  reference: string;
  attachments: readonly ToldAttachment[];
  mayAttach: boolean;
};

/** Files the partner sent with its consignment, each to be read again, and a way to send another. */
export function OwnAttachments({ reference, attachments, mayAttach }: OwnAttachmentsProps) {
  const t = useTranslations('attachments');
  const locale = useLocale();
  return (
    <Panel id="attachments" title={t('own.title')} description={t('own.text')}>
      <div className="flex flex-col gap-3">
        {attachments.length === 0 ? (
          <p className="text-muted text-sm">{t('own.none')}</p>
        ) : (
          <DataTable
            caption={t('own.title')}
            captionHidden
            rows={attachments}
            rowKey={({ attachmentId }) => attachmentId}
            columns={[
              {
                key: 'file',
                header: t('own.column.file'),
                rowHeader: true,
                cell: ({ fileName, attachmentId, erasedAt }) =>
                  erasedAt ? (
                    <span className="text-muted">
                      {t('own.erased')} <DateTime at={erasedAt} />
                    </span>
                  ) : (
                    <a
                      href={routes.ownAttachment(reference, attachmentId)}
                      download
                      className="wrap-anywhere rounded-sm text-accent underline decoration-1 decoration-current/40 underline-offset-2 hover:text-accent-strong hover:decoration-current"
                    >
                      {fileName ? <bdi translate="no">{fileName}</bdi> : t('own.unnamed')}
                    </a>
                  ),
              },
              { key: 'kind', header: t('own.column.kind'), cell: ({ kind }) => t(`kind.${kind}`) },
              {
                key: 'size',
                header: t('own.column.size'),
                numeric: true,
                cell: ({ sizeBytes }) => <span translate="no">{formatBytes(locale, sizeBytes)}</span>,
              },
              { key: 'sent', header: t('own.column.sent'), cell: ({ sentAt }) => <DateTime at={sentAt} /> },
            ]}
          />
        )}
        {mayAttach ? <AttachForm href={routes.ownAttachments(reference)} kinds={OWN_KINDS} pastes /> : null}
      </div>
    </Panel>
  );
}
