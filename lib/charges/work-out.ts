import type { ChargeLine } from '@/lib/assessment/types';
import { saidBeside } from './beside';
import { bandsOf, chooseBand } from './choose-band';
import { DUTY_UPON_PROOF, dutyOf, type StatedOf } from './duty-of';
import { feesOf } from './fees-of';
import { isRelieved, withForgone } from './forgone';
import type { ChargedGoods, ChargedItem, LawInForce, Worked } from './goods';
import type { Band, LawAmount } from './law';
import { lineOf, type ValuedGoods } from './line';
import { type Taxed, taxOf } from './tax-of';
import { type Valuation, valuationOf } from './value';
import { waive } from './waive';

const NOTHING_STATED: StatedOf = () => null;

/**
 * Duty, tax and fees of a consignment under the law of a day, in minor units of its currency: a line for each amount, with its
 * working. The lines sum to the totals. What cannot be charged is a line of its own that is open, never a guess; a duty that an
 * officer stated takes the place of an open one.
 */
export function workOut(goods: ChargedGoods, inForce: LawInForce, stated = NOTHING_STATED): Worked {
  const valuation = valuationOf(goods.items, goods.transport, inForce);
  const { limitTests } = inForce.law;
  const isIntrinsic = limitTests === 'intrinsic';
  const own = isIntrinsic ? valuation.intrinsicMinor : valuation.customsMinor;
  const others = goods.together ? goods.together[isIntrinsic ? 'intrinsicMinor' : 'customsMinor'] : 0n;
  const band = chooseBand(goods, own + others, inForce);
  const lines = 'currency' in band ? band : linesOf(goods, valuation, band, inForce, stated);
  if ('currency' in lines) return summed(valuation, unheld(valuation, lines.currency, inForce), null, inForce);
  if ('currency' in band) return summed(valuation, lines, null, inForce);
  if (inForce.isUnprinted) return summed(valuation, lines, band.key, inForce);
  const said = saidBeside(lines, { goods, own, others, band }, inForce);
  return summed(valuation, relieved(said, goods, valuation, inForce), band.key, inForce);
}

/** The lines with what their reliefs cost: the last band of the law charges what no relief is for. */
function relieved(
  lines: readonly ChargeLine[],
  goods: ChargedGoods,
  valuation: Valuation<ChargedItem>,
  inForce: LawInForce,
): readonly ChargeLine[] {
  const { bands, minorDigits } = inForce.law;
  const last = bands.at(-1);
  if (!last || !lines.some(isRelieved)) return lines;
  const unrelieved = linesOf(goods, valuation, last, inForce, NOTHING_STATED);
  return 'currency' in unrelieved ? lines : withForgone(lines, unrelieved, minorDigits);
}

function linesOf(
  goods: ChargedGoods,
  valuation: Valuation<ChargedItem>,
  band: Band,
  inForce: LawInForce,
  stated: StatedOf,
): readonly ChargeLine[] | LawAmount {
  const last = inForce.law.bands.at(-1) ?? band;
  const own = new Map(valuation.items.map((one) => [one, bandsOf(band, last, one.item.commodityCode)] as const));
  const valued = valuation.items.filter(({ rate }) => rate !== null);
  const duties = new Map<ValuedGoods, ChargeLine>();
  for (const group of new Set([band, last])) {
    const items = valued.filter((one) => own.get(one)?.duty === group);
    if (items.length === 0) continue;
    const lines = dutyOf({ items, band: group, isExcluded: group !== band, inForce, stated });
    if ('currency' in lines) return lines;
    for (const one of items) {
      const line = lines.find(({ itemNumber }) => itemNumber === one.item.itemNumber);
      if (line) duties.set(one, line);
    }
  }
  const fees = feesOf(valued, band, inForce);
  if ('currency' in fees) return fees;
  const taxes = taxOf(
    valued.map((one) => ({
      valued: one,
      ...taxUponProof(own.get(one)?.tax ?? band, duties.get(one), last),
      dutyMinor: duties.get(one)?.amountMinor ?? 0n,
      feesMinor: fees.taxed.get(one.item.itemNumber) ?? 0n,
    })),
    goods.scheme,
    inForce,
  );
  const { minorDigits } = inForce.law;
  const { citation } = band;
  const dutyLines = valuation.items.map(
    (one) =>
      duties.get(one) ??
      lineOf('duty', one, one.customsMinor, { code: 'without_exchange_rate', citation }, minorDigits),
  );
  const transport = untransported(goods, valuation, citation, inForce);
  return waive([...dutyLines, ...taxes, ...fees.lines, ...transport], inForce);
}

/** What taxes goods that are free against proof: nothing once an officer saw it, the last band where the officer states a duty instead. */
function taxUponProof(band: Band, duty: ChargeLine | undefined, last: Band): Pick<Taxed, 'band' | 'isProofOpen'> {
  if (band.duty.kind !== 'upon_proof') return { band, isProofOpen: false };
  const isProofOpen = duty?.working.code === DUTY_UPON_PROOF;
  return { band: isProofOpen || duty?.amountMinor === 0n ? band : last, isProofOpen };
}

/** Freight that could not be converted is named beside the first item and left out of its value. */
function untransported(
  { transport }: ChargedGoods,
  { items: [first], isTransportUnconverted }: Valuation<ChargedItem>,
  citation: string,
  inForce: LawInForce,
): readonly ChargeLine[] {
  if (!isTransportUnconverted || !first || !transport) return [];
  const values = { cost: transport.value, costCurrency: transport.currency };
  const working = { code: 'transport_without_exchange_rate', values, citation };
  return [lineOf('duty', first, 0n, working, inForce.law.minorDigits)];
}

/** All is open where a limit or an amount of the law stands in a currency without a rate: nobody knows which rule holds. */
function unheld({ items }: Valuation<ChargedItem>, currency: string, { law }: LawInForce): readonly ChargeLine[] {
  const working = {
    code: 'law_without_exchange_rate',
    values: { lawCurrency: currency },
    citation: law.bands[0]?.citation ?? '',
  };
  return items.map((one) => lineOf('duty', one, one.customsMinor, working, law.minorDigits));
}

function summed(
  { items, intrinsicMinor, customsMinor }: Valuation<ChargedItem>,
  lines: readonly ChargeLine[],
  band: string | null,
  { law }: LawInForce,
): Worked {
  const sum = (kind: ChargeLine['kind'], itemNumber?: number) =>
    lines.reduce(
      (total, line) =>
        line.kind === kind && (itemNumber === undefined || line.itemNumber === itemNumber)
          ? total + line.amountMinor
          : total,
      0n,
    );
  return {
    band,
    currency: law.currency,
    intrinsicValueMinor: intrinsicMinor,
    customsValueMinor: customsMinor,
    dutyMinor: sum('duty'),
    vatMinor: sum('vat'),
    feesMinor: sum('fee'),
    items: items.map(({ item: { itemNumber }, intrinsicMinor: valueMinor }) => ({
      itemNumber,
      valueMinor,
      dutyMinor: sum('duty', itemNumber),
      vatMinor: sum('vat', itemNumber),
    })),
    lines,
  };
}
