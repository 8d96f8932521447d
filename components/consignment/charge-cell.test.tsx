import { NextIntlClientProvider } from 'next-intl';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, it } from 'vitest';
import consignment from '@/lib/messages/en/consignment.json';
import revenue from '@/lib/messages/en/revenue.json';
import { ChargeCell, type Charged } from './charge-cell';

const euro = (amount: string, ...open: Charged['open']): Charged => ({ value: { amount, currency: 'EUR' }, open });
const shown = (declared: Charged, now?: Charged) =>
  renderToStaticMarkup(
    <NextIntlClientProvider locale="en" timeZone="UTC" messages={{ consignment, revenue }}>
      <ChargeCell declared={declared} now={now} showWhy />
    </NextIntlClientProvider>,
  );

it('an amount the correction does not change stands once', () => {
  expect(shown(euro('3.00'), euro('3.00'))).toBe(shown(euro('3.00')));
  expect(shown(euro('3.00'))).not.toContain('<s class');
});

it('a nil that the correction leaves open is not the nil that was declared', () => {
  const markup = shown(euro('0.00'), euro('0.00', 'no_rate'));
  expect(markup).toContain('<s class');
  expect(markup).toContain(revenue.open.word);
  expect(markup).toContain(revenue.open.why.no_rate);
});
