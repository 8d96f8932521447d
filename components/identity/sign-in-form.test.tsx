import { NextIntlClientProvider } from 'next-intl';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import identity from '@/lib/messages/en/identity.json';
import ui from '@/lib/messages/en/ui.json';
import { SignInForm } from './sign-in-form';

const shown = (providerId: string | null, initialError: string | null = null) =>
  renderToStaticMarkup(
    <NextIntlClientProvider locale="en" timeZone="UTC" messages={{ identity, ui }}>
      <SignInForm callback="/" initialError={initialError} providerId={providerId} demoAccounts={[]} />
    </NextIntlClientProvider>,
  );

describe('the sign-in form', () => {
  it('offers the way through the organisation where one is configured, and only there', () => {
    expect(shown('oidc')).toContain(identity.signIn.withProvider);
    expect(shown(null)).not.toContain(identity.signIn.withProvider);
  });

  it.each([
    ['AccessDenied', identity.signIn.denied],
    ['OAuthCallback', identity.signIn.provider],
    ['OAuthSignin', identity.signIn.provider],
    ['Callback', identity.signIn.provider],
    ['failed', identity.signIn.failed],
    ['<b>anything else</b>', identity.signIn.failed],
  ])('says in words what the address tells by %s', (code, sentence) => {
    expect(shown('oidc', code)).toContain(sentence);
  });
});
