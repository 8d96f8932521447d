/* oxlint-disable jsx-a11y/no-noninteractive-tabindex -- a region that scrolls must take the focus */
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { routes } from '@/app/_server/routes';
import type { AttachmentDetail } from '@/db/queries/consignment/list-attachments';
import { OpenPaper } from './open-paper';

type ListingTextProps = {
  consignmentId: string;
  listing: AttachmentDetail;
  mayReveal: boolean;
  /** Who sent it when. */
  children: ReactNode;
};

/** What the listing says, as plain text whatever it holds; the file itself is saved, not shown. */
export function ListingText({ consignmentId, listing, mayReveal, children }: ListingTextProps) {
  const t = useTranslations('attachments');
  const { attachmentId, text, isTextCut, isPersonal, kind, fileName } = listing;
  return (
    <div className="flex flex-col gap-1">
      <section
        aria-label={t('kind.listing_text')}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so that arrows must reach it
        tabIndex={0}
        className="max-h-56 overflow-y-auto rounded-md border border-line bg-sunken p-2"
      >
        <p className="wrap-anywhere whitespace-pre-wrap text-sm" translate="no" dir="auto">
          {text}
        </p>
      </section>
      {isTextCut ? <p className="text-muted text-xs">{t('pictures.cut')}</p> : null}
      {isPersonal ? <p className="text-muted text-xs">{t('pictures.masked')}</p> : null}
      <p className="text-muted text-xs">{children}</p>
      {isPersonal ? (
        mayReveal ? (
          <OpenPaper consignmentId={consignmentId} attachmentId={attachmentId} kind={t(`kind.${kind}`)} />
        ) : null
      ) : (
        <a
          href={routes.attachment(consignmentId, attachmentId)}
          download
          aria-label={t('pictures.downloadOf', { name: fileName ?? t('kind.listing_text') })}
          className="self-start rounded-sm text-accent text-xs underline decoration-1 decoration-current/40 underline-offset-2 hover:text-accent-strong hover:decoration-current"
        >
          {t('pictures.download')}
        </a>
      )}
    </div>
  );
}
