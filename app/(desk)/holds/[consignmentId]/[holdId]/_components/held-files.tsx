import { useLocale, useTranslations } from 'next-intl';
import { routes } from '@/app/_server/routes';
import { type Picture, PictureFigures } from '@/components/attachments/picture-figures';
import type { ActionState } from '@/components/forms/action-state';
import { DateTime } from '@/components/ui/date-time';
import { formatBytes, formatInstant } from '@/components/ui/format';
import { Panel } from '@/components/ui/panel';
import type { RevealedAttachment } from '@/db/commands/consignment/reveal-attachment';
import type { AttachmentDetail } from '@/db/queries/consignment/list-attachments';
import { isPicture, MEDIA_NAMES } from '@/lib/attachments/kinds';
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
  const locale = useLocale();
  const pictureOf = (one: AttachmentDetail): Picture => {
    const [kind, from] = [t(`kind.${one.kind}`), t(`from.${one.sentFrom}`)];
    const at = formatInstant(locale, new Date(one.sentAt), 'datetime');
    return {
      ...{ id: one.attachmentId, kind, href: routes.attachment(consignmentId, one.attachmentId), caption: one.caption },
      alt: one.caption
        ? t('pictures.altCaption', { kind, reference, caption: one.caption })
        : t('pictures.alt', { kind, reference, from, at }),
      ...{ width: one.widthPx ?? 1, height: one.heightPx ?? 1, by: from, at: one.sentAt },
    };
  };
  const columns = (['scan_image', 'product_picture'] as const).map((kind) => ({
    title: t(`kind.${kind}`),
    none: t(`pictures.none.${kind}`),
    pictures: files.filter((one) => one.kind === kind).map(pictureOf),
  }));
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
        {columns.some(({ pictures }) => pictures.length > 0) ? (
          <div className="@container">
            <div className="grid gap-4 @md:grid-cols-2">
              <PictureFigures reference={reference} columns={columns} />
            </div>
          </div>
        ) : null}
        {rest.length > 0 ? (
          <ul className="rounded-md border border-line text-sm">
            {rest.map((file) => (
              <li
                key={file.attachmentId}
                className="flex flex-col gap-1 border-line border-b px-3 py-2 last:border-b-0"
              >
                <p className="flex flex-wrap items-center gap-x-4 gap-y-1">
                  <span className="font-medium">{t(`kind.${file.kind}`)}</span>
                  <span className="text-muted text-xs" translate="no">
                    {MEDIA_NAMES[file.mediaType]}, {formatBytes(locale, file.sizeBytes)}
                  </span>
                  <span className="text-muted text-xs">
                    {t(`from.${file.sentFrom}`)} · <DateTime at={file.sentAt} />
                  </span>
                  <span className="ml-auto">
                    {file.isPersonal ? (
                      <OpenHeldPaper
                        consignmentId={consignmentId}
                        attachmentId={file.attachmentId}
                        kind={t(`kind.${file.kind}`)}
                        action={openPaper}
                      />
                    ) : (
                      <a
                        href={routes.attachment(consignmentId, file.attachmentId)}
                        download
                        className="rounded-sm text-accent underline decoration-1 decoration-current/40 underline-offset-2 hover:text-accent-strong hover:decoration-current"
                      >
                        {t('pictures.download')}
                      </a>
                    )}
                  </span>
                </p>
                {file.text ? (
                  <p className="wrap-anywhere whitespace-pre-wrap" translate="no" dir="auto">
                    {file.text}
                  </p>
                ) : null}
                {file.isTextCut ? <p className="text-muted text-xs">{t('pictures.cut')}</p> : null}
              </li>
            ))}
          </ul>
        ) : null}
      </div>
    </Panel>
  );
}
