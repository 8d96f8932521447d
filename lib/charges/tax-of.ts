import type { ChargeLine } from '@/lib/assessment/types';
import {
  HUNDREDTH,
  minus,
  ONE,
  over,
  percentOfMinor,
  plus,
  type Rational,
  rational,
  rationalText,
  times,
  ZERO,
} from '@/lib/kernel/rational';
import type { LawInForce } from './goods';
import type { Band } from './law';
import { freeWorking, lineOf, majorOf, textOf, type ValuedGoods, type Working } from './line';
import { roundingPrinted, roundLines, roundMinors } from './round';

/** One item with what its tax stands on besides its value; minor units. */
export type Taxed = {
  readonly valued: ValuedGoods;
  readonly band: Band;
  /** Whether goods are free against a proof that nobody has seen yet. */
  readonly isProofOpen: boolean;
  readonly dutyMinor: bigint;
  readonly feesMinor: bigint;
};

type Rate = { readonly text: string; readonly percent: Rational; readonly source: string };

const share = (percent: string) => times(rational(percent), HUNDREDTH);

/** The rate a band states for all its goods, else that of the goods. */
function rateOf(ratePercent: string | null, { valued, band }: Taxed): Rate {
  return ratePercent === null
    ? valued.item.tax
    : { text: ratePercent, percent: rational(ratePercent), source: band.citation };
}

type Exact = {
  readonly exact: Rational;
  readonly rate: Rate;
  /** The sum in signs, where it is no plain percentage of the base. */
  readonly formula: string | null;
};

/** The tax of one item, exact; null where the band has none at the border. */
function taxOn(baseMinor: bigint, taxed: Taxed, inForce: LawInForce): Exact | null {
  const { tax } = taxed.band;
  switch (tax.kind) {
    case 'none':
    case 'vendor':
      return null;
    case 'on_duty_paid': {
      const rate = rateOf(tax.ratePercent, taxed);
      return { exact: percentOfMinor(baseMinor, rate.percent, inForce.law.minorDigits), rate, formula: null };
    }
    case 'inside': {
      const base = majorOf(baseMinor, inForce);
      const rate = rateOf(tax.ratePercent, taxed);
      const part = times(rate.percent, HUNDREDTH);
      const formula = `${rationalText(base, 2)} / (1 − ${rationalText(part)}) × ${rationalText(part)}`;
      return { exact: times(over(base, minus(ONE, part)), part), rate, formula };
    }
    case 'composite': {
      const base = majorOf(baseMinor, inForce);
      const rate = rateOf(tax.vatPercent, taxed);
      const [vat, consumption] = [times(rate.percent, HUNDREDTH), share(tax.consumptionPercent)];
      const whole = over(plus(consumption, vat), minus(ONE, consumption));
      const formula = `(${rationalText(consumption)} + ${rationalText(vat)}) / (1 − ${rationalText(consumption)}) × ${tax.sharePercent} % × ${rationalText(base, 2)}`;
      return { exact: times(base, times(whole, share(tax.sharePercent))), rate, formula };
    }
  }
}

/** What the tax of an item stands on, in minor units: its value, freight that only the tax takes in, duty and taxed fees. */
function baseOf({ valued, dutyMinor, feesMinor }: Taxed, { law }: LawInForce): { freight: bigint; base: bigint } {
  const freight = law.customsValue === 'fob' && law.taxesTransport ? valued.transportMinor : 0n;
  return { freight, base: valued.customsMinor + freight + dutyMinor + feesMinor };
}

function untaxed({ band, isProofOpen }: Taxed, scheme: string | null, inForce: LawInForce): Working {
  const { citation } = band;
  if (isProofOpen) return { code: 'vat_upon_proof', citation };
  if (band.duty.kind === 'upon_proof') return { code: 'vat_proof_seen', citation };
  if (band.tax.kind !== 'vendor') return freeWorking('vat', band, inForce);
  return scheme === null
    ? { code: 'vat_at_sale', citation: band.citation }
    : { code: 'vat_vendor', values: { scheme }, citation: band.citation };
}

/** The tax of each item on its value, duty and taxed fees; the lines sum to what is due. */
export function taxOf(items: readonly Taxed[], scheme: string | null, inForce: LawInForce): readonly ChargeLine[] {
  const { law } = inForce;
  const whole = items.map((item) => baseOf(item, inForce));
  const bases = roundMinors(
    whole.map(({ base }) => base),
    law.taxBase,
    law.minorDigits,
  );
  const worked = items.map((item, index) => taxOn(bases[index] ?? 0n, item, inForce));
  const rounded = roundLines(
    worked.map((one) => one?.exact ?? ZERO),
    law.tax,
    law.minorDigits,
  );
  return items.map((item, index) => {
    const { freight, base } = whole[index] ?? { freight: 0n, base: 0n };
    const one = worked[index];
    const amountMinor = rounded[index] ?? 0n;
    const isPlain = one?.formula === null && freight === 0n && item.feesMinor === 0n && base === (bases[index] ?? 0n);
    if (inForce.isUnprinted) {
      const code = isPlain ? 'vat' : 'vat_formula';
      const working = one ? { code, citation: one.rate.source } : untaxed(item, scheme, inForce);
      return lineOf('vat', item.valued, base, { ...working, amountMinor }, law.minorDigits);
    }
    const stands = { duty: textOf(item.dutyMinor, inForce), base: textOf(base, inForce) };
    if (!one) {
      const working = untaxed(item, scheme, inForce);
      return lineOf(
        'vat',
        item.valued,
        base,
        { ...working, values: { ...working.values, ...stands } },
        law.minorDigits,
      );
    }
    const rounding = {
      ...roundingPrinted('base', base, bases[index] ?? 0n, law.taxBase, law.minorDigits),
      ...roundingPrinted('due', one.exact, amountMinor, law.tax, law.minorDigits),
    };
    const formula = one.formula ?? `${one.rate.text} % × ${textOf(bases[index] ?? 0n, inForce)}`;
    const more = {
      ...{ formula, freight: textOf(freight, inForce), fees: textOf(item.feesMinor, inForce) },
      ...{ hasFreight: freight > 0n ? 'yes' : 'no', hasFees: item.feesMinor > 0n ? 'yes' : 'no' },
    };
    const values = { percent: one.rate.text, ...stands, ...(isPlain ? {} : more), ...rounding };
    const ratePercent = one.rate.text;
    const { source: citation } = one.rate;
    const working = { code: isPlain ? 'vat' : 'vat_formula', amountMinor, ratePercent, values, citation };
    return lineOf('vat', item.valued, base, working, law.minorDigits);
  });
}
