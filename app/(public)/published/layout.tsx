import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { routes } from '@/app/_server/routes';
import { WordMark } from '@/components/shell/word-mark';
import { TextLink } from '@/components/ui/text-link';

/** The frame of the public pages: no sign-in, nothing that needs script. */
export default async function PublishedLayout({ children }: { children: ReactNode }) {
  const t = await getTranslations('publication.site');
  return (
    <>
      <a
        href="#content"
        className="sr-only focus:not-sr-only focus:absolute focus:top-2 focus:left-2 focus:z-10 focus:bg-surface focus:p-2"
      >
        {t('skip')}
      </a>
      <header className="border-line border-b bg-surface">
        <div className="mx-auto flex w-full max-w-6xl flex-wrap items-center gap-x-6 gap-y-1 px-gutter py-2">
          <WordMark />
          <nav aria-label={t('navigation')} className="flex flex-1 flex-wrap items-center gap-x-5 text-sm">
            <TextLink href={routes.published()} className="flex min-h-target items-center">
              {t('home')}
            </TextLink>
            <TextLink href={routes.publishedMethod()} className="flex min-h-target items-center">
              {t('method')}
            </TextLink>
            <a
              href={routes.openApi()}
              className="flex min-h-target items-center rounded-sm text-accent underline decoration-1 decoration-current/40 underline-offset-2"
            >
              {t('api')}
            </a>
          </nav>
          <TextLink href={routes.signIn()} className="flex min-h-target items-center text-sm">
            {t('signIn')}
          </TextLink>
        </div>
      </header>
      <main id="content" className="mx-auto flex w-full max-w-6xl flex-col gap-4 px-gutter py-5">
        {children}
      </main>
    </>
  );
}
