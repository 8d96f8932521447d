import { allocate } from '@/lib/kernel/money';
import { compare, fromMinor, rationalText } from '@/lib/kernel/rational';
import { chooseBand } from './choose-band';
import { type Charged, dutyOf } from './duty-of';
import type { ChargedGoods, Worked, WorkedLine } from './goods';
import type { Band, Law } from './law';
import { roundTo } from './round';
import { taxOf } from './tax-of';
import { amountOf, type ValuedGoods, valuedGoods } from './value';

const total = (lines: readonly { readonly amountMinor: bigint }[]) =>
  lines.reduce((sum, { amountMinor }) => sum + amountMinor, 0n);

const isClosed = (band: Band, code: string | null) =>
  code !== null && band.closedTo.some((prefix) => code.startsWith(prefix));

/** Fees of a consignment: fixed sums, each for the whole or for each item. */
function feesOf(items: readonly ValuedGoods[], band: Band, law: Law, goods: ChargedGoods) {
  const shares = new Map<number, bigint>();
  const lines: WorkedLine[] = [];
  for (const fee of law.fees.filter(({ bands }) => bands.includes(band.key))) {
    const own = amountOf(fee.flat, law, goods.unitsPerBase);
    if (!own) return { lines, shares, currency: fee.flat.currency };
    const each = roundTo(own, law.duty, law.minorDigits);
    const amountMinor = fee.per === 'item' ? each * BigInt(items.length) : each;
    const text = `${fee.key}: ${rationalText(own, law.minorDigits)} ${law.currency} for each ${fee.per}`;
    lines.push({ charge: 'fee', itemNumber: null, amountMinor, text, citation: fee.citation });
    if (!fee.isTaxed) continue;
    const parts =
      fee.per === 'item'
        ? items.map(() => each)
        : allocate(
            each,
            items.map(({ customsMinor }) => customsMinor),
          );
    for (const [index, { item }] of items.entries()) {
      shares.set(item.itemNumber, (shares.get(item.itemNumber) ?? 0n) + (parts[index] ?? 0n));
    }
  }
  return { lines, shares, currency: null };
}

/** Sums too small to be collected are set to nil, with a line that says so. */
function waive(
  lines: readonly WorkedLine[],
  law: Law,
  goods: ChargedGoods,
): readonly WorkedLine[] | { currency: string } {
  const { waived } = law;
  if (!waived) return lines;
  const isOf = ({ charge }: WorkedLine) => charge === 'tax' || (waived.of === 'all' && charge === 'duty');
  const edge = amountOf(waived.amount, law, goods.unitsPerBase);
  if (!edge) return { currency: waived.amount.currency };
  const due = fromMinor(total(lines.filter(isOf)), law.minorDigits);
  const order = compare(due, edge);
  if (due.over === 0n || order > 0 || (order === 0 && !waived.isInclusive)) return lines;
  const reason = `; not collected: ${rationalText(due, law.minorDigits)} is ${waived.isInclusive ? 'not above' : 'below'} ${waived.amount.amount} ${waived.amount.currency}`;
  return lines.map((line) =>
    isOf(line) ? { ...line, amountMinor: 0n, text: `${line.text}${reason}`, citation: waived.citation } : line,
  );
}

const noRate = (about: string): Worked => ({
  ok: false,
  faults: [{ itemNumber: null, rule: 'exchange_rate_missing', about }],
});

/**
 * Duty, tax and fees of a consignment under a law, in minor units of its currency, with a line of working for each amount. The
 * lines sum to the totals. What cannot be charged is a fault with its rule, never a guess.
 */
export function workOut(law: Law, goods: ChargedGoods): Worked {
  const valued = valuedGoods(goods, law);
  if (!valued.ok) return valued;
  const { items } = valued;
  const intrinsicMinor = items.reduce((sum, { valueMinor }) => sum + valueMinor, 0n);
  const customsMinor = items.reduce((sum, one) => sum + one.customsMinor, 0n);
  const tested = fromMinor(law.limitTests === 'intrinsic' ? intrinsicMinor : customsMinor, law.minorDigits);
  const band = chooseBand(law, goods, tested);
  if ('currency' in band) return noRate(band.currency);
  const last = law.bands.at(-1) ?? band;
  const bandOf = (one: ValuedGoods) => (isClosed(band, one.item.commodityCode) ? last : band);
  const groups = [...new Set(items.map(bandOf))].map(
    (own): Charged =>
      dutyOf(
        items.filter((one) => bandOf(one) === own),
        own,
        law,
        goods,
      ),
  );
  const faults = groups.flatMap((group) => (group.ok ? [] : group.faults));
  if (faults.length > 0) return { ok: false, faults };
  const duties = new Map(
    groups.flatMap((group) => (group.ok ? group.lines : [])).map((line) => [line.itemNumber, line] as const),
  );
  const fees = feesOf(items, band, law, goods);
  if (fees.currency !== null) return noRate(fees.currency);
  const taxes = taxOf(
    items.map((one) => ({
      valued: one,
      band: bandOf(one),
      dutyMinor: duties.get(one.item.itemNumber)?.amountMinor ?? 0n,
      feesMinor: fees.shares.get(one.item.itemNumber) ?? 0n,
    })),
    law,
  );
  const dutyLines = items.flatMap(({ item }) => duties.get(item.itemNumber) ?? []);
  const lines = waive([...valued.lines, ...dutyLines, ...fees.lines, ...taxes], law, goods);
  if ('currency' in lines) return noRate(lines.currency);
  const of = (charge: WorkedLine['charge'], number?: number) =>
    total(lines.filter((line) => line.charge === charge && (number === undefined || line.itemNumber === number)));
  return {
    ok: true,
    band: band.key,
    currency: law.currency,
    intrinsicMinor,
    customsMinor,
    dutyMinor: of('duty'),
    taxMinor: of('tax'),
    feesMinor: of('fee'),
    items: items.map(({ item: { itemNumber }, valueMinor, customsMinor: customs }) => ({
      itemNumber,
      valueMinor,
      customsMinor: customs,
      dutyMinor: of('duty', itemNumber),
      taxMinor: of('tax', itemNumber),
    })),
    lines,
  };
}
