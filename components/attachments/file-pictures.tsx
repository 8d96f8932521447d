import { useLocale, useTranslations } from 'next-intl';
import { formatInstant } from '@/components/ui/format';
import type { AttachmentDetail } from '@/db/queries/consignment/list-attachments';
import { type Picture, PictureFigures } from './picture-figures';
import { useSentBy } from './use-sent-by';

const COLUMNS = ['scan_image', 'product_picture'] as const;

type FilePicturesProps = {
  reference: string;
  files: readonly AttachmentDetail[];
  hrefOf: (attachmentId: string) => string;
};

/** The scans and the pictures of the product, a column each, the newest on top. */
export function FilePictures({ reference, files, hrefOf }: FilePicturesProps) {
  const t = useTranslations('attachments');
  const locale = useLocale();
  const sentBy = useSentBy();
  const pictureOf = (one: AttachmentDetail): Picture => {
    const from = t(`from.${one.sentFrom}`);
    const kind = t(`kind.${one.kind}`);
    const at = formatInstant(locale, new Date(one.sentAt), 'datetime');
    return {
      id: one.attachmentId,
      kind,
      href: hrefOf(one.attachmentId),
      alt: one.caption
        ? t('pictures.altCaption', { kind, reference, caption: one.caption })
        : t('pictures.alt', { kind, reference, from, at }),
      caption: one.caption,
      width: one.widthPx ?? 1,
      height: one.heightPx ?? 1,
      by: sentBy(one),
      at: one.sentAt,
    };
  };
  return (
    <PictureFigures
      reference={reference}
      columns={COLUMNS.map((column) => ({
        title: t(`kind.${column}`),
        none: t(`pictures.none.${column}`),
        pictures: files
          .filter(({ kind }) => kind === column)
          .reverse()
          .map(pictureOf),
      }))}
    />
  );
}
