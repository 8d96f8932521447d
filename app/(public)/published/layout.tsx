import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { routes } from '@/app/_server/routes';
import { FrameLink, PublicFrame } from '../_components/public-frame';

/** The published statistics within the public pages, with their method and the document programs read. */
export default async function PublishedLayout({ children }: { children: ReactNode }) {
  const t = await getTranslations('publication.site');
  return (
    <PublicFrame
      size="tables"
      more={
        <>
          <FrameLink href={routes.publishedMethod()}>{t('method')}</FrameLink>
          <FrameLink href={routes.publishedMail()}>{t('mail')}</FrameLink>
          <a
            href={routes.openApi()}
            className="flex min-h-target items-center rounded-sm text-accent underline decoration-1 decoration-current/40 underline-offset-2"
          >
            {t('api')}
          </a>
          <a
            href={routes.publishedFeed()}
            type="application/atom+xml"
            className="flex min-h-target items-center rounded-sm text-accent underline decoration-1 decoration-current/40 underline-offset-2"
          >
            {t('feed')}
          </a>
        </>
      }
    >
      {/* React moves it into the head, where readers of feeds look. */}
      <link rel="alternate" type="application/atom+xml" href={routes.publishedFeed()} title={t('feed')} />
      {children}
    </PublicFrame>
  );
}
