import { NextIntlClientProvider } from 'next-intl';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, it } from 'vitest';
import type { ChargeLineDetail } from '@/db/queries/consignment/consignment-detail';
import consignment from '@/lib/messages/en/consignment.json';
import revenue from '@/lib/messages/en/revenue.json';
import ui from '@/lib/messages/en/ui.json';
import { chargesOf } from '@/lib/revenue/charges';
import { exciseGoodsOf } from '@/lib/revenue/excise';
import { anItem, aRecord, FLAT_DAY, policyOn } from '@/tests/support/records';
import { ChargesPanel } from './charges-panel';

const euro = (minor: bigint) => ({ amount: (Number(minor) / 100).toFixed(2), currency: 'EUR' });

function shown(commodityCode: string) {
  const excise = exciseGoodsOf([{ itemNumber: 1, commodityCode }], policyOn(FLAT_DAY));
  const record = aRecord({ regime: 'generic', items: [anItem({ value: '400.00', commodityCode })] });
  const { lines, customsValueMinor } = chargesOf(record, policyOn(FLAT_DAY));
  const chargeLines: ChargeLineDetail[] = lines.map(({ baseMinor, amountMinor, ...line }) => ({
    ...line,
    base: euro(baseMinor),
    amount: euro(amountMinor),
  }));
  return renderToStaticMarkup(
    <NextIntlClientProvider locale="en" timeZone="UTC" messages={{ consignment, revenue, ui }}>
      <ChargesPanel assessment={{ chargeLines, customsValue: euro(customsValueMinor) }} exciseGoods={excise} />
    </NextIntlClientProvider>,
  );
}

it('the working of VAT names the duty it stands on', () => {
  expect(shown('610910')).toContain('400.00 + duty 48.00 = 448.00 EUR');
});

it('VAT on a duty that is open is not worked out on a duty of nil', () => {
  const markup = shown('770100');
  expect(markup).not.toContain('duty 0.00');
  expect(markup).toContain('without the duty, which is open');
});

it('charges on excise goods say that excise is not among them', () => {
  expect(shown('220830')).toContain('Excise is not computed');
  expect(shown('610910')).not.toContain('Excise');
});
