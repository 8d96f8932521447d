import { useTranslations } from 'next-intl';
import { useSentBy } from '@/components/attachments/use-sent-by';
import { DateTime } from '@/components/ui/date-time';
import type { AttachmentDetail } from '@/db/queries/consignment/list-attachments';

/** What was kept with the consignment and is no more: what it was, who sent it, and by whom and why it was erased. */
export function ErasedFiles({ files }: { files: readonly AttachmentDetail[] }) {
  const t = useTranslations('attachments');
  const sentBy = useSentBy();
  return (
    <section className="flex flex-col gap-1 text-sm">
      <h3>{t('erased.title')}</h3>
      <ul className="rounded-md border border-line">
        {files.map((file) => (
          <li
            key={file.attachmentId}
            className="flex min-h-10 flex-wrap items-center gap-x-4 gap-y-1 border-line border-b px-3 py-1.5 last:border-b-0"
          >
            <span className="text-muted line-through">{t(`kind.${file.kind}`)}</span>
            <span className="text-muted text-xs">
              <span translate="no">{sentBy(file)}</span> · <DateTime at={file.sentAt} />
            </span>
            {file.erased ? (
              <span className="text-xs">
                {t.rich('erased.line', {
                  name: file.erased.byName,
                  reason: t(`eraseReason.${file.erased.reason}`),
                  data: (text) => <bdi translate="no">{text}</bdi>,
                })}{' '}
                · <DateTime at={file.erased.at} />
              </span>
            ) : null}
          </li>
        ))}
      </ul>
    </section>
  );
}
