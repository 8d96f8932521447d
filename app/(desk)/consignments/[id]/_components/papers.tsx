import { useTranslations } from 'next-intl';
import { FileList } from '@/components/attachments/file-list';
import type { AttachmentDetail } from '@/db/queries/consignment/list-attachments';
import { OpenPaper } from './open-paper';

type PapersProps = { consignmentId: string; papers: readonly AttachmentDetail[]; mayReveal: boolean };

/** Papers kept with the consignment: what each is, never what it says before a reason was stated. */
export function Papers({ consignmentId, papers, mayReveal }: PapersProps) {
  const t = useTranslations('attachments');
  return (
    <section className="flex flex-col gap-1 text-sm">
      <h3>{t('pictures.documents')}</h3>
      <p className="text-muted text-xs">{t('pictures.documentsText')}</p>
      <FileList
        files={papers}
        opener={({ attachmentId, kind }) =>
          mayReveal ? (
            <OpenPaper consignmentId={consignmentId} attachmentId={attachmentId} kind={t(`kind.${kind}`)} />
          ) : null
        }
      />
    </section>
  );
}
