import { NextIntlClientProvider } from 'next-intl';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, it } from 'vitest';
import quarantine from '@/lib/messages/en/quarantine.json';
import { TextAsSent } from './text-as-sent';

const render = (text: string) =>
  renderToStaticMarkup(
    <NextIntlClientProvider locale="en" timeZone="UTC" messages={{ quarantine }}>
      <TextAsSent
        stretches={[
          { at: 0, text: 'R-1,', numbers: [], isError: false },
          { at: 4, text, numbers: [1], isError: true },
        ]}
      />
    </NextIntlClientProvider>,
  );

it('serves of a value of 300,000 characters its two ends, says what is left out and offers the whole', () => {
  const html = render(`begin${'x'.repeat(300_000)}end`);
  expect(html.length).toBeLessThan(6_000);
  expect(html).toMatch(/begin(?:x+)<.*298,008 characters left out.*>x+end</);
  expect(html).toContain('Show all 300,012 characters');
});

it('serves a value of common length whole', () => {
  const html = render('x'.repeat(1_000));
  expect(html).toContain('x'.repeat(1_000));
  expect(html).not.toContain('Show all');
});
