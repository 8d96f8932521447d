import './globals.css';
import { GeistMono } from 'geist/font/mono';
import { GeistSans } from 'geist/font/sans';
import type { Metadata, Viewport } from 'next';
import { cookies } from 'next/headers';
import { NextIntlClientProvider } from 'next-intl';
import { getLocale, getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { ClientMessages } from '@/app/_server/client-messages';
import { isTheme, THEME_COOKIE } from '@/components/ui/theme';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('shell');
  return { title: { default: t('product'), template: `%s · ${t('product')}` }, description: t('tagline') };
}

export const viewport: Viewport = { colorScheme: 'light dark' };

/** The document. The theme comes from a cookie, so that no script is needed and nothing flashes. */
export default async function RootLayout({ children }: { children: ReactNode }) {
  const theme = (await cookies()).get(THEME_COOKIE)?.value;
  return (
    <html
      lang={await getLocale()}
      data-theme={isTheme(theme) ? theme : undefined}
      className={`${GeistSans.variable} ${GeistMono.variable}`}
    >
      <body>
        <NextIntlClientProvider messages={{}}>
          <ClientMessages of={['clearance.refusal', 'forms', 'identity', 'reference.refusal', 'shell', 'ui']}>
            {children}
          </ClientMessages>
        </NextIntlClientProvider>
      </body>
    </html>
  );
}
