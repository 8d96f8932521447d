import { allocate } from '@/lib/kernel/money';
import { fromMinor, minus, plus, type Rational, rational, rationalText, toMinor, ZERO } from '@/lib/kernel/rational';
import { type Duty, dutyOn } from './duty-on';
import type { ChargedGoods, ChargeFault, WorkedLine } from './goods';
import type { Band, Law } from './law';
import { type Measure, measure } from './measure';
import { roundingText, roundLines, roundTo } from './round';
import { amountOf, type ValuedGoods } from './value';

export type Charged =
  | { readonly ok: true; readonly lines: readonly WorkedLine[] }
  | { readonly ok: false; readonly faults: readonly ChargeFault[] };

const fault = (itemNumber: number | null, rule: string, about: string): Charged => ({
  ok: false,
  faults: [{ itemNumber, rule, about }],
});

const lineOf = (one: ValuedGoods, amountMinor: bigint, text: string, citation: string): WorkedLine => ({
  charge: 'duty',
  itemNumber: one.item.itemNumber,
  amountMinor,
  text,
  citation,
});

/** A flat amount for each group of goods, spread in the group by value. */
function flat(items: readonly ValuedGoods[], band: Band, law: Law, goods: ChargedGoods): Charged {
  if (band.duty.kind !== 'flat_per_subheading' && band.duty.kind !== 'flat_per_item') return { ok: true, lines: [] };
  const { duty } = band;
  const own = amountOf(duty.flat, law, goods.unitsPerBase);
  if (!own) return fault(null, 'exchange_rate_missing', duty.flat.currency);
  const flatMinor = roundTo(own, law.duty, law.minorDigits);
  const groups = new Map<string, ValuedGoods[]>();
  for (const one of items) {
    const { commodityCode, itemNumber } = one.item;
    const group =
      duty.kind === 'flat_per_item' ? `item ${itemNumber}` : (commodityCode?.slice(0, duty.digits) ?? 'no code');
    groups.set(group, [...(groups.get(group) ?? []), one]);
  }
  const amount = rationalText(own, law.minorDigits);
  const lines = [...groups].flatMap(([group, members]) => {
    const shares = allocate(
      flatMinor,
      members.map(({ customsMinor }) => customsMinor),
    );
    return members.map((one, index) => {
      const share = shares[index] ?? 0n;
      const part = members.length > 1 ? `, shared by ${members.length} items: ${textOf(share, law)}` : '';
      return lineOf(one, share, `flat ${amount} ${law.currency} for ${group}${part}`, band.citation);
    });
  });
  return { ok: true, lines };
}

const textOf = (minor: bigint, law: Law) => rationalText(fromMinor(minor, law.minorDigits), law.minorDigits);

type Worked = { readonly one: ValuedGoods; readonly duty: Duty & { ok: true }; readonly base: string };

/** The exact duty of each item by a rate, on the customs value rounded as the law says. */
function byRate(
  items: readonly ValuedGoods[],
  rate: Measure | null,
  law: Law,
  goods: ChargedGoods,
): Worked[] | Charged {
  const worked: Worked[] = [];
  const bases = roundLines(
    items.map(({ customsMinor }) => fromMinor(customsMinor, law.minorDigits)),
    law.dutyBase,
    law.minorDigits,
  );
  for (const [index, one] of items.entries()) {
    const own = rate ?? one.item.measure;
    if (!own) return fault(one.item.itemNumber, 'tariff_rate_missing', one.item.commodityCode ?? '');
    const base = bases[index] ?? 0n;
    const { quantities } = one.item;
    const value = fromMinor(base, law.minorDigits);
    const duty = dutyOn(own, { value, currency: law.currency, quantities, unitsPerBase: goods.unitsPerBase });
    if (!duty.ok) {
      const about = duty.fault.rule === 'quantity_missing' ? duty.fault.unit : duty.fault.currency;
      return fault(one.item.itemNumber, duty.fault.rule, about);
    }
    worked.push({
      one,
      duty,
      base: base === one.customsMinor ? '' : `base ${law.dutyBase.mode} to ${textOf(base, law)}; `,
    });
  }
  return worked;
}

/** The duty of goods in one band: a line for each item; the lines sum to what is due. */
export function dutyOf(items: readonly ValuedGoods[], band: Band, law: Law, goods: ChargedGoods): Charged {
  const { duty } = band;
  if (duty.kind === 'none') {
    return { ok: true, lines: items.map((one) => lineOf(one, 0n, `no duty: ${band.key}`, band.citation)) };
  }
  if (duty.kind === 'flat_per_subheading' || duty.kind === 'flat_per_item') return flat(items, band, law, goods);
  const worked = byRate(items, duty.kind === 'rate' ? measure(duty.rate) : null, law, goods);
  if (!Array.isArray(worked)) return worked;
  const exact = worked.map((one) => one.duty.amount);
  const rounded = roundLines(exact, law.duty, law.minorDigits);
  const deducted = duty.kind === 'rate' && duty.deduct ? deduct(exact, duty.deduct, law, goods) : null;
  if (deducted && !Array.isArray(deducted)) return fault(null, 'exchange_rate_missing', deducted.currency);
  const lines = worked.map(({ one, duty: { amount, working }, base }, index) => {
    const minor = (deducted ?? rounded)[index] ?? 0n;
    const rule = working.length === 0 ? 'free of duty' : working.join('; ');
    const end =
      deducted && duty.kind === 'rate' && duty.deduct
        ? `; less its share of ${duty.deduct.amount} ${duty.deduct.currency}: ${textOf(minor, law)}`
        : roundingText(amount, minor, law.duty, law.minorDigits);
    return lineOf(one, minor, `${base}${rule}${end}`, band.citation);
  });
  return { ok: true, lines };
}

/** What is left of the duty of a consignment after a deduction, never below nil, spread over the items by their duty. */
function deduct(
  exact: readonly Rational[],
  off: { amount: string; currency: string },
  law: Law,
  goods: ChargedGoods,
): bigint[] | { currency: string } {
  const own = amountOf(off, law, goods.unitsPerBase);
  if (!own) return { currency: off.currency };
  const left = minus(exact.reduce(plus, ZERO), own);
  const due = left.over < 0n ? rational('0') : left;
  return allocate(
    roundTo(due, law.duty, law.minorDigits),
    exact.map((value) => toMinor(value, law.minorDigits + 6, 'down')),
  );
}
