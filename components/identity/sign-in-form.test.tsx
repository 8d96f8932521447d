import { NextIntlClientProvider } from 'next-intl';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import identity from '@/lib/messages/en/identity.json';
import ui from '@/lib/messages/en/ui.json';
import type { CounterPersonShown } from './counter-people';
import { SignInForm } from './sign-in-form';

const shown = (
  providerId: string | null,
  initialError: string | null = null,
  people: readonly CounterPersonShown[] = [],
) =>
  renderToStaticMarkup(
    <NextIntlClientProvider locale="en" timeZone="UTC" messages={{ identity, ui }}>
      <SignInForm callback="/" initialError={initialError} providerId={providerId} demoAccounts={[]} people={people} />
    </NextIntlClientProvider>,
  );

describe('the sign-in form', () => {
  it('offers the way through the organisation where one is configured, and only there', () => {
    expect(shown('oidc')).toContain(identity.signIn.withProvider);
    expect(shown(null)).not.toContain(identity.signIn.withProvider);
  });

  it('names who works at this counter today, and nobody where nobody does', () => {
    const html = shown(null, null, [{ name: 'A. Kaya', email: 'kaya@example.org' }]);
    expect(html).toContain(identity.signIn.counterTitle);
    expect(html).toContain('A. Kaya');
    expect(html).not.toContain('kaya@example.org');
    expect(shown(null)).not.toContain(identity.signIn.counterTitle);
  });

  it('asks for a code only after address and password', () => {
    expect(shown(null)).not.toContain(identity.signIn.codeHint);
    expect(shown(null, 'code_wrong')).toContain(identity.signIn.code_wrong);
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
