import clsx from 'clsx';
import type { Route } from 'next';
import Link from 'next/link';
import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { routes } from '@/app/_server/routes';
import { WordMark } from '@/components/shell/word-mark';
import { TextLink } from '@/components/ui/text-link';

type PublicFrameProps = {
  children: ReactNode;
  /** Texts and forms in large letters, or tables of figures in those of the desk. */
  size: 'reading' | 'tables';
  /** Further links of a part of the site. */
  more?: ReactNode;
};

/** The frame of the public pages: no sign-in, nothing that needs script, and a way to every other of them. */
export async function PublicFrame({ children, size, more }: PublicFrameProps) {
  const t = await getTranslations('public.site');
  const isReading = size === 'reading';
  const width = isReading ? 'max-w-4xl' : 'max-w-6xl';
  return (
    <div
      data-site={isReading ? 'public' : undefined}
      // Codes are few here: a face for them would weigh more than all the rest of a page.
      className="flex min-h-dvh flex-col text-base [--font-mono:ui-monospace,monospace]"
    >
      <a
        href="#content"
        className="sr-only focus:not-sr-only focus:absolute focus:top-2 focus:left-2 focus:z-10 focus:bg-surface focus:p-2"
      >
        {t('skip')}
      </a>
      <header className="border-line border-b bg-surface" data-print="hide">
        <div className={clsx('mx-auto flex w-full flex-col gap-1 px-gutter py-2', width)}>
          <div className="flex flex-wrap items-center justify-between gap-x-6">
            <Link
              href={routes.publicHome()}
              aria-label={t('start')}
              className="flex min-h-target items-center rounded-sm"
            >
              <WordMark />
            </Link>
            <TextLink href={routes.signIn()} className="flex min-h-target items-center text-sm">
              {t('signIn')}
            </TextLink>
          </div>
          <nav aria-label={t('navigation')} className="flex flex-wrap items-center gap-x-5 text-sm">
            <FrameLink href={routes.publicParcel()}>{t('parcel')}</FrameLink>
            <FrameLink href={routes.publicCosts()}>{t('costs')}</FrameLink>
            <FrameLink href={routes.publicGoods()}>{t('goods')}</FrameLink>
            <FrameLink href={routes.publicDecisions()}>{t('decisions')}</FrameLink>
            <FrameLink href={routes.published()}>{t('statistics')}</FrameLink>
            {more}
          </nav>
        </div>
      </header>
      <main
        id="content"
        className={clsx(
          'mx-auto flex w-full flex-1 flex-col px-gutter',
          width,
          isReading ? 'gap-6 py-8' : 'gap-4 py-5',
        )}
      >
        {children}
      </main>
      <footer className="border-line border-t bg-surface" data-print="hide">
        <nav
          aria-label={t('about')}
          className={clsx('mx-auto flex w-full flex-wrap items-center gap-x-5 px-gutter py-3 text-sm', width)}
        >
          <FrameLink href={routes.publicHome()}>{t('start')}</FrameLink>
          <FrameLink href={routes.publicAccessibility()}>{t('accessibility')}</FrameLink>
          <FrameLink href={routes.publicPrivacy()}>{t('privacy')}</FrameLink>
          <FrameLink href={routes.publicLicence()}>{t('licence')}</FrameLink>
        </nav>
      </footer>
    </div>
  );
}

/** A link of the frame, with room for a finger. */
export function FrameLink({ href, children }: { href: Route; children: ReactNode }) {
  return (
    <TextLink href={href} className="flex min-h-target items-center">
      {children}
    </TextLink>
  );
}
