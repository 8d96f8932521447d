import { useLocale, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { DateTime } from '@/components/ui/date-time';
import { formatBytes } from '@/components/ui/format';
import type { AttachmentDetail } from '@/db/queries/consignment/list-attachments';
import { MEDIA_NAMES } from '@/lib/attachments/kinds';
import { useSentBy } from './use-sent-by';

type FileListProps = {
  files: readonly AttachmentDetail[];
  /** How a file is opened, at the end of its line; nothing where the reader may not. */
  opener: (file: AttachmentDetail) => ReactNode;
};

/** Files a line each: what it is, how large, who sent it when; and what a listing says, as plain text whatever it holds. */
export function FileList({ files, opener }: FileListProps) {
  const t = useTranslations('attachments');
  const locale = useLocale();
  const sentBy = useSentBy();
  return (
    <ul className="rounded-md border border-line text-sm">
      {files.map((file) => (
        <li key={file.attachmentId} className="flex flex-col gap-1 border-line border-b px-3 py-1.5 last:border-b-0">
          <div className="flex min-h-7 flex-wrap items-center gap-x-4 gap-y-1">
            <span className="font-medium">{t(`kind.${file.kind}`)}</span>
            <span className="text-muted text-xs" translate="no">
              {MEDIA_NAMES[file.mediaType]}, {formatBytes(locale, file.sizeBytes)}
            </span>
            <span className="text-muted text-xs">
              <span translate="no">{sentBy(file)}</span> · <DateTime at={file.sentAt} />
            </span>
            <span className="ml-auto empty:hidden">{opener(file)}</span>
          </div>
          {file.text ? (
            <p className="wrap-anywhere whitespace-pre-wrap" translate="no" dir="auto">
              {file.text}
            </p>
          ) : null}
          {file.isTextCut ? <p className="text-muted text-xs">{t('pictures.cut')}</p> : null}
        </li>
      ))}
    </ul>
  );
}
