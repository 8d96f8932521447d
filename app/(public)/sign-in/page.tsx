import type { Metadata, Route } from 'next';
import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { findActor } from '@/app/_server/actor';
import { counterKey } from '@/app/_server/counter-cookie';
import { demoAccountsToShow } from '@/app/_server/demo-hint';
import { OIDC_PROVIDER_ID } from '@/app/_server/oidc';
import { routes } from '@/app/_server/routes';
import { SignInForm } from '@/components/identity/sign-in-form';
import { WordMark } from '@/components/shell/word-mark';
import { TextLink } from '@/components/ui/text-link';
import { env } from '@/db/env';
import { listCounterPeople } from '@/db/queries/identity/list-counter-people';
import { safeCallback } from '@/lib/identity/safe-callback';

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('identity.signIn'))('title') };
}

/** The way in. Who is signed in already goes on to where they wanted. */
export default async function SignInPage({ searchParams }: Props) {
  const { callbackUrl, error } = await searchParams;
  const callback = safeCallback(typeof callbackUrl === 'string' ? withoutOrigin(callbackUrl) : null);
  if (await findActor()) redirect(callback as Route);
  const counter = await counterKey();
  const t = await getTranslations('identity.signIn');
  const role = await getTranslations('identity.role');
  const accounts = demoAccountsToShow().map((account) => ({ ...account, roleLabel: role(account.role) }));
  return (
    <main className="mx-auto flex min-h-dvh w-full max-w-md flex-col justify-center gap-6 p-gutter">
      <WordMark />
      <div>
        <h1 className="font-semibold text-xl">{t('title')}</h1>
        <p className="text-muted text-sm">{t('lead')}</p>
      </div>
      <noscript>
        <p className="rounded-md border border-warning bg-warning-bg p-3 text-sm">{t('needsScript')}</p>
      </noscript>
      <SignInForm
        callback={callback}
        initialError={typeof error === 'string' ? error : null}
        providerId={env().oidc ? OIDC_PROVIDER_ID : null}
        demoAccounts={accounts}
        people={counter === null ? [] : await listCounterPeople(counter)}
      />
      <p className="border-line border-t pt-4 text-sm">
        {t('public')}{' '}
        <TextLink href={routes.publicHome()} className="inline-flex min-h-target items-center">
          {t('publicLink')}
        </TextLink>
      </p>
    </main>
  );
}

/** next-auth hands its own pages the whole address; only the path is ever used. */
function withoutOrigin(address: string): string {
  if (!/^https?:\/\//.test(address) || !URL.canParse(address)) return address;
  const url = new URL(address);
  return `${url.pathname}${url.search}`;
}
