import { NextIntlClientProvider } from 'next-intl';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, it } from 'vitest';
import ui from '@/lib/messages/en/ui.json';
import { ErrorSummary } from './error-summary';

it('has the focus on a page that comes back without script', () => {
  const html = renderToStaticMarkup(
    <NextIntlClientProvider locale="en" timeZone="UTC" messages={{ ui }}>
      <ErrorSummary errors={[{ message: 'Enter a value.', fieldId: 'postcode' }]} />
    </NextIntlClientProvider>,
  );
  expect(html).toMatch(/<div role="alert" tabindex="-1" autofocus=""/);
});
