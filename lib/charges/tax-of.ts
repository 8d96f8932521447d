import {
  fromMinor,
  HUNDREDTH,
  minus,
  ONE,
  over,
  plus,
  type Rational,
  rational,
  rationalText,
  times,
} from '@/lib/kernel/rational';
import type { WorkedLine } from './goods';
import type { Band, Law } from './law';
import { roundingText, roundLines } from './round';
import type { ValuedGoods } from './value';

/** One item with what its tax stands on besides its value; minor units. */
export type Taxed = {
  readonly valued: ValuedGoods;
  readonly band: Band;
  readonly dutyMinor: bigint;
  readonly feesMinor: bigint;
};

const share = (percent: string) => times(rational(percent), HUNDREDTH);

/** The tax of one item, exact, and its working. */
function taxOn(base: Rational, { band: { tax, key }, valued }: Taxed, law: Law): { exact: Rational; text: string } {
  const on = rationalText(base, law.minorDigits);
  switch (tax.kind) {
    case 'none':
      return { exact: rational('0'), text: `no tax: ${key}` };
    case 'vendor':
      return { exact: rational('0'), text: 'tax charged by the vendor at the sale' };
    case 'on_duty_paid': {
      const percent = tax.ratePercent ?? valued.item.taxPercent;
      const exact = times(base, share(percent));
      return { exact, text: `${percent} % of ${on} = ${rationalText(exact, law.minorDigits)}` };
    }
    case 'inside': {
      const rate = share(tax.ratePercent);
      const exact = times(over(base, minus(ONE, rate)), rate);
      const text = `${tax.ratePercent} % inside: ${on} / (1 - ${rationalText(rate)}) x ${rationalText(rate)} = ${rationalText(exact, law.minorDigits)}`;
      return { exact, text };
    }
    case 'composite': {
      const vatPercent = tax.vatPercent ?? valued.item.taxPercent;
      const [vat, consumption, part] = [share(vatPercent), share(tax.consumptionPercent), share(tax.sharePercent)];
      const rate = times(over(plus(consumption, vat), minus(ONE, consumption)), part);
      const exact = times(base, rate);
      const text = `(${rationalText(consumption)} + ${rationalText(vat)}) / (1 - ${rationalText(consumption)}) x ${tax.sharePercent} % of ${on} = ${rationalText(exact, law.minorDigits)}`;
      return { exact, text };
    }
  }
}

/** The tax of each item on its value, duty and taxed fees; the lines sum to what is due. */
export function taxOf(items: readonly Taxed[], law: Law): readonly WorkedLine[] {
  const bases = roundLines(
    items.map(({ valued, dutyMinor, feesMinor }) => {
      const freight = law.customsValue === 'fob' && law.taxesTransport ? valued.transportMinor : 0n;
      return fromMinor(valued.customsMinor + freight + dutyMinor + feesMinor, law.minorDigits);
    }),
    law.taxBase,
    law.minorDigits,
  ).map((minor) => fromMinor(minor, law.minorDigits));
  const worked = items.map((item, index) => taxOn(bases[index] ?? rational('0'), item, law));
  const rounded = roundLines(
    worked.map(({ exact }) => exact),
    law.tax,
    law.minorDigits,
  );
  return items.map(({ valued, band }, index) => {
    const minor = rounded[index] ?? 0n;
    const { exact, text } = worked[index] ?? { exact: rational('0'), text: '' };
    return {
      charge: 'tax',
      itemNumber: valued.item.itemNumber,
      amountMinor: minor,
      text: `${text}${roundingText(exact, minor, law.tax, law.minorDigits)}`,
      citation: band.citation,
    };
  });
}
