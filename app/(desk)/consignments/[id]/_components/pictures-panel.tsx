import { useLocale, useTranslations } from 'next-intl';
import { routes } from '@/app/_server/routes';
import { AttachForm } from '@/components/attachments/attach-form';
import { FilePictures } from '@/components/attachments/file-pictures';
import { useSentBy } from '@/components/attachments/use-sent-by';
import { DateTime } from '@/components/ui/date-time';
import { formatInstant } from '@/components/ui/format';
import { Panel } from '@/components/ui/panel';
import type { ConsignmentDetail } from '@/db/queries/consignment/consignment-detail';
import type { AttachmentDetail } from '@/db/queries/consignment/list-attachments';
import { ATTACHMENT_KINDS } from '@/lib/attachments/kinds';
import { DeclaredBeside } from './declared-beside';
import { EraseFile } from './erase-file';
import { ErasedFiles } from './erased-files';
import { KeptUntilText } from './kept-until-text';
import { ListingText } from './listing-text';
import { Papers } from './papers';

type PicturesPanelProps = {
  detail: ConsignmentDetail;
  attachments: readonly AttachmentDetail[];
  mayAttach: boolean;
  mayReveal: boolean;
  mayErase?: boolean;
};

/** What was declared, the scan, the seller's picture and the listing side by side; below them the papers, which are never shown. */
export function PicturesPanel({ detail, attachments, mayAttach, mayReveal, mayErase = false }: PicturesPanelProps) {
  const t = useTranslations('attachments');
  const locale = useLocale();
  const sentBy = useSentBy();
  const { consignmentId, reference } = detail.row;
  const kept = attachments.filter(({ erased }) => erased === null);
  const gone = attachments.filter(({ erased }) => erased !== null);
  const listings = kept.filter(({ kind }) => kind === 'listing_text').reverse();
  const papers = kept.filter(({ kind }) => ['invoice', 'payment_proof', 'other_document'].includes(kind));
  return (
    <Panel id="pictures" title={t('pictures.title')} description={t('pictures.text')}>
      <div className="flex flex-col gap-4">
        <div className="@container">
          <div className="grid gap-4 @md:grid-cols-2 @3xl:grid-cols-4">
            <DeclaredBeside items={detail.items} />
            <FilePictures
              reference={reference}
              files={kept}
              hrefOf={(attachmentId) => routes.attachment(consignmentId, attachmentId)}
            />
            <section className="flex min-w-0 flex-col gap-2 text-sm">
              <h3>{t('kind.listing_text')}</h3>
              {listings.length === 0 ? <p className="text-muted">{t('pictures.none.listing_text')}</p> : null}
              {listings.map((one) => (
                <ListingText key={one.attachmentId} consignmentId={consignmentId} listing={one} mayReveal={mayReveal}>
                  <span translate="no">{sentBy(one)}</span>
                  {' · '}
                  <DateTime at={one.sentAt} />
                </ListingText>
              ))}
            </section>
          </div>
        </div>
        {papers.length > 0 ? <Papers consignmentId={consignmentId} papers={papers} mayReveal={mayReveal} /> : null}
        {gone.length > 0 ? <ErasedFiles files={gone} /> : null}
        {mayAttach ? <AttachForm href={routes.attachments(consignmentId)} kinds={ATTACHMENT_KINDS} pastes /> : null}
        {kept.length > 0 ? <KeptUntilText what="attachments" until={detail.keptUntil.attachments} /> : null}
        {mayErase && kept.length > 0 ? (
          <div>
            <EraseFile
              consignmentId={consignmentId}
              files={kept.map((one) => ({
                value: one.attachmentId,
                label: t('erase.option', {
                  kind: t(`kind.${one.kind}`),
                  from: sentBy(one),
                  at: formatInstant(locale, new Date(one.sentAt), 'datetime'),
                }),
              }))}
            />
          </div>
        ) : null}
      </div>
    </Panel>
  );
}
