import { allocate } from '@/lib/kernel/money';
import { fromMinor, over, parseRational, type Rational, rational, rationalText, toMinor } from '@/lib/kernel/rational';
import type { ChargedGoods, ChargedItem, ChargeFault, WorkedLine } from './goods';
import type { Law, LawAmount } from './law';

export type ValuedGoods = {
  readonly item: ChargedItem;
  readonly valueMinor: bigint;
  readonly transportMinor: bigint;
  readonly customsMinor: bigint;
};

export type Valued =
  | { readonly ok: true; readonly items: readonly ValuedGoods[]; readonly lines: readonly WorkedLine[] }
  | { readonly ok: false; readonly faults: readonly ChargeFault[] };

type Rates = ChargedGoods['unitsPerBase'];

/** A declared amount in major units of the law's currency, exact; null where no rate of exchange is in force. */
function converted(amount: Rational, currency: string, law: Law, rates: Rates): Rational | null {
  if (currency === law.currency) return amount;
  const rate = rates.get(currency);
  return rate ? over(amount, rate) : null;
}

/** An amount of the law, which may stand in another currency, in major units of its own; null without a rate of exchange. */
export function amountOf({ amount, currency }: LawAmount, law: Law, rates: Rates): Rational | null {
  return converted(rational(amount), currency, law, rates);
}

const EXCHANGED = 'exchange rate in force on the day';

/** Values in the law's currency, half up to its minor unit once an item, and freight spread by value so that the shares sum to it. */
export function valuedGoods(goods: ChargedGoods, law: Law): Valued {
  const faults: ChargeFault[] = [];
  const minor = (text: string, currency: string, itemNumber: number | null): bigint => {
    const amount = parseRational(text);
    if (amount === null || amount.over < 0n) {
      faults.push({ itemNumber, rule: 'negative_or_no_decimal', about: text });
      return 0n;
    }
    const own = converted(amount, currency, law, goods.unitsPerBase);
    if (own === null) faults.push({ itemNumber, rule: 'exchange_rate_missing', about: currency });
    return own === null ? 0n : toMinor(own, law.minorDigits, 'halfUp');
  };
  const values = goods.items.map(({ value, currency, itemNumber }) => minor(value, currency, itemNumber));
  const { transport } = goods;
  const transportMinor = transport ? minor(transport.amount, transport.currency, null) : 0n;
  if (faults.length > 0) return { ok: false, faults };
  const shares = allocate(transportMinor, values);
  const items = goods.items.map((item, index) => {
    const valueMinor = values[index] ?? 0n;
    const share = shares[index] ?? 0n;
    return {
      item,
      valueMinor,
      transportMinor: share,
      customsMinor: valueMinor + (law.customsValue === 'cif' ? share : 0n),
    };
  });
  return { ok: true, items, lines: items.map((one) => valueLine(one, law)) };
}

function valueLine({ item, valueMinor, transportMinor, customsMinor }: ValuedGoods, law: Law): WorkedLine {
  const text = (amount: bigint) => rationalText(fromMinor(amount, law.minorDigits), law.minorDigits);
  const isForeign = item.currency !== law.currency;
  const goods = isForeign ? `${item.value} ${item.currency} = ${text(valueMinor)}` : text(valueMinor);
  const freight = law.customsValue === 'cif' && transportMinor > 0n ? ` + freight ${text(transportMinor)}` : '';
  return {
    charge: 'value',
    itemNumber: item.itemNumber,
    amountMinor: customsMinor,
    text: `customs value ${goods}${freight} ${law.currency}${freight ? ` = ${text(customsMinor)}` : ''}`,
    citation: isForeign ? EXCHANGED : law.customsValue.toUpperCase(),
  };
}
