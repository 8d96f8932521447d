import { NextIntlClientProvider } from 'next-intl';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, it } from 'vitest';
import consignment from '@/lib/messages/en/consignment.json';
import risk from '@/lib/messages/en/risk.json';
import { Reason } from './reason';

it('tells masses in kilograms', () => {
  const values = { why: 'net_over_gross', netG: 1_250_551, grossG: 500 };
  const shown = renderToStaticMarkup(
    <NextIntlClientProvider locale="en-GB" timeZone="UTC" messages={{ consignment, risk }}>
      <Reason indicator={{ code: 'mass_value', points: 10, values, pointers: [] }} />
    </NextIntlClientProvider>,
  );
  expect(shown).toContain('The net masses come to 1,250.551 kg, more than the gross mass of 0.5 kg.');
});
