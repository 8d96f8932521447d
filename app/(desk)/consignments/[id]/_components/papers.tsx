import { useLocale, useTranslations } from 'next-intl';
import { DateTime } from '@/components/ui/date-time';
import { formatBytes } from '@/components/ui/format';
import type { AttachmentDetail } from '@/db/queries/consignment/list-attachments';
import { MEDIA_NAMES } from '@/lib/attachments/kinds';
import { OpenPaper } from './open-paper';
import { useSentBy } from './use-sent-by';

type PapersProps = { consignmentId: string; papers: readonly AttachmentDetail[]; mayReveal: boolean };

/** Papers kept with the consignment: what each is, never what it says before a reason was stated. */
export function Papers({ consignmentId, papers, mayReveal }: PapersProps) {
  const t = useTranslations('attachments');
  const locale = useLocale();
  const sentBy = useSentBy();
  return (
    <section className="flex flex-col gap-1 text-sm">
      <h3>{t('pictures.documents')}</h3>
      <p className="text-muted text-xs">{t('pictures.documentsText')}</p>
      <ul className="rounded-md border border-line">
        {papers.map(({ attachmentId, kind, mediaType, sizeBytes, sentFrom, sentByName, sentAt }) => (
          <li
            key={attachmentId}
            className="flex min-h-10 flex-wrap items-center gap-x-4 gap-y-1 border-line border-b px-3 py-1.5 last:border-b-0"
          >
            <span className="font-medium">{t(`kind.${kind}`)}</span>
            <span className="text-muted text-xs" translate="no">
              {MEDIA_NAMES[mediaType]}, {formatBytes(locale, sizeBytes)}
            </span>
            <span className="text-muted text-xs">
              <span translate="no">{sentBy({ sentFrom, sentByName })}</span> · <DateTime at={sentAt} />
            </span>
            {mayReveal ? (
              <span className="ml-auto">
                <OpenPaper consignmentId={consignmentId} attachmentId={attachmentId} kind={t(`kind.${kind}`)} />
              </span>
            ) : null}
          </li>
        ))}
      </ul>
    </section>
  );
}
