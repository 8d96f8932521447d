import { useTranslations } from 'next-intl';
import { routes } from '@/app/_server/routes';
import { FileList } from '@/components/attachments/file-list';
import { FilePictures } from '@/components/attachments/file-pictures';
import type { ActionState } from '@/components/forms/action-state';
import { Panel } from '@/components/ui/panel';
import type { RevealedAttachment } from '@/db/commands/consignment/reveal-attachment';
import type { AttachmentDetail } from '@/db/queries/consignment/list-attachments';
import { isPicture } from '@/lib/attachments/kinds';
import { OpenHeldPaper } from './open-held-paper';

type HeldFilesProps = {
  consignmentId: string;
  reference: string;
  files: readonly AttachmentDetail[];
  openPaper: (previous: ActionState<RevealedAttachment>, input: FormData) => Promise<ActionState<RevealedAttachment>>;
};

/** Pictures of the goods, the text of their listing, and papers, of which each is opened for a reason. */
export function HeldFiles({ consignmentId, reference, files, openPaper }: HeldFilesProps) {
  const t = useTranslations('attachments');
  const tFiles = useTranslations('agency.files');
  const hrefOf = (attachmentId: string) => routes.attachment(consignmentId, attachmentId);
  const rest = files.filter(({ kind }) => !isPicture(kind));
  if (files.length === 0)
    return (
      <Panel title={tFiles('title')}>
        <p className="text-muted text-sm">{tFiles('none')}</p>
      </Panel>
    );
  return (
    <Panel title={tFiles('title')} description={tFiles('text')} id="files">
      <div className="flex flex-col gap-4">
        {rest.length < files.length ? (
          <div className="@container">
            <div className="grid gap-4 @md:grid-cols-2">
              <FilePictures reference={reference} files={files} hrefOf={hrefOf} />
            </div>
          </div>
        ) : null}
        {rest.length > 0 ? (
          <FileList
            files={rest}
            opener={({ attachmentId, kind, isPersonal }) =>
              isPersonal ? (
                <OpenHeldPaper
                  consignmentId={consignmentId}
                  attachmentId={attachmentId}
                  kind={t(`kind.${kind}`)}
                  action={openPaper}
                />
              ) : (
                <a
                  href={hrefOf(attachmentId)}
                  download
                  className="rounded-sm text-accent underline decoration-1 decoration-current/40 underline-offset-2 hover:text-accent-strong hover:decoration-current"
                >
                  {t('pictures.download')}
                </a>
              )
            }
          />
        ) : null}
      </div>
    </Panel>
  );
}
