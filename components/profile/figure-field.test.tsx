import { NextIntlClientProvider } from 'next-intl';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, it } from 'vitest';
import profile from '@/lib/messages/en/profile.json';
import { FIELDS } from '@/lib/profile/fields';
import { figureOf } from './figure-field';
import { useFigure } from './use-figure';

it('an emptied field is a missing figure, not nil', () => {
  expect(['', ' ', '0', '12'].map(figureOf)).toEqual([null, null, 0, 12]);
});

function Shown({ currency, minorDigits }: { currency: string; minorDigits: number }) {
  return useFigure({ currency, minorDigits })(FIELDS.customsValueMinor, 150_000);
}

it.each([
  ['EUR', 2, '1,500.00 EUR'],
  ['JPY', 0, '150,000 JPY'],
  ['KWD', 3, '150.000 KWD'],
])(
  'an amount stands in the currency of the administration, %s, with its %i decimals',
  (currency, minorDigits, text) => {
    const shown = renderToStaticMarkup(
      <NextIntlClientProvider locale="en" timeZone="UTC" messages={{ profile }}>
        <Shown currency={currency} minorDigits={minorDigits} />
      </NextIntlClientProvider>,
    );
    expect(shown).toBe(text);
  },
);
