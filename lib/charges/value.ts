import { daysBetween } from '@/lib/kernel/dates';
import { decimal } from '@/lib/kernel/decimal';
import { allocate, convertDeclared, minorOf, moneyText } from '@/lib/kernel/money';
import { ofDecimal, over, type Rational, rational } from '@/lib/kernel/rational';
import type { Declared, LawInForce } from './goods';
import type { LawAmount } from './law';

/**
 * A declared amount in minor units of the law's currency; null where no exchange rate is in force. `validFrom` is the first day of
 * the rate; null where nothing had to be converted.
 */
type Converted = { readonly minor: bigint; readonly rate: string; readonly validFrom: string | null } | null;

/** One goods item with its share of freight and insurance. Minor units of the law's currency. */
export type Valued<Item extends Declared = Declared> = {
  readonly item: Item;
  /** Null where no exchange rate is in force: the amounts are nil then and mean nothing. */
  readonly rate: string | null;
  readonly intrinsicMinor: bigint;
  readonly transportMinor: bigint;
  readonly customsMinor: bigint;
  /** The figures every working of the item begins with: what was declared and what it comes to. */
  readonly printed: Readonly<Record<string, string | number>>;
};

export type Valuation<Item extends Declared = Declared> = {
  readonly items: readonly Valued<Item>[];
  readonly intrinsicMinor: bigint;
  readonly customsMinor: bigint;
  /** Transport was declared in a currency without a rate and is not in the customs value. */
  readonly isTransportUnconverted: boolean;
};

/** A declared amount, rounded half up to the minor unit once. */
function converted({ value, currency }: Declared, { law, rates }: LawInForce): Converted {
  if (currency === law.currency) {
    return { minor: minorOf(decimal(value), law.minorDigits, 'halfUp'), rate: '1', validFrom: null };
  }
  const rate = rates.get(currency);
  if (!rate) return null;
  const minor = convertDeclared(decimal(value), rate.unitsPerBase, law.minorDigits, 'halfUp');
  return { minor, rate: rate.text, validFrom: rate.validFrom };
}

const amounts = new WeakMap<LawAmount, Rational>();

/** An amount of the law, which may stand in another currency, in major units of its own, exact; null without a rate of exchange. */
export function amountOf(amount: LawAmount, { law, rates }: LawInForce): Rational | null {
  const own = amounts.get(amount) ?? rational(amount.amount);
  amounts.set(amount, own);
  if (amount.currency === law.currency) return own;
  const rate = rates.get(amount.currency);
  return rate ? over(own, ofDecimal(rate.unitsPerBase)) : null;
}

/** Days since the first day of a rate, where that is longer than a rate may stand by law; else nothing. */
function ageOf(validFrom: string, { day, rateDaysMax }: LawInForce): number | null {
  const days = daysBetween(validFrom, day);
  return days >= rateDaysMax ? days : null;
}

/** Which rates the amounts were converted by, from which day they are valid, and their age where they are old. */
function ratesPrinted(goods: Converted, transport: Converted, cost: Declared | null, inForce: LawInForce) {
  const printed: Record<string, string | number> = {};
  if (goods?.validFrom) {
    printed.rateFrom = goods.validFrom;
    const age = ageOf(goods.validFrom, inForce);
    if (age !== null) printed.rateAgeDays = age;
  }
  if (transport?.validFrom && cost) {
    printed.transportCost = cost.value;
    printed.transportCurrency = cost.currency;
    printed.transportConverted = moneyText(transport.minor, inForce.law.minorDigits);
    printed.transportRate = transport.rate;
    printed.transportRateFrom = transport.validFrom;
    const age = ageOf(transport.validFrom, inForce);
    if (age !== null) printed.transportRateAgeDays = age;
  }
  return printed;
}

/** What stands printed of goods whose workings nobody reads. */
export const UNPRINTED: Readonly<Record<string, string | number>> = Object.freeze({});

/** Value of each item in minor units of the law's currency; null where no exchange rate is in force. */
export function itemValuesOf(items: readonly Declared[], inForce: LawInForce): readonly (bigint | null)[] {
  return items.map((item) => converted(item, inForce)?.minor ?? null);
}

const NO_TRANSPORT: Converted = { minor: 0n, rate: '1', validFrom: null };

/**
 * Intrinsic value (goods alone, Delegated Regulation (EU) 2015/2446, Article 1(48)) and customs value, which is with freight and
 * insurance (CIF; Regulation (EU) 952/2013, Article 71) or without (FOB), as the law says. Both are spread over the items by value,
 * by largest remainders, so that the shares sum to the whole.
 */
export function valuationOf<Item extends Declared>(
  items: readonly Item[],
  cost: Declared | null,
  inForce: LawInForce,
): Valuation<Item> {
  const { currency, minorDigits, customsValue } = inForce.law;
  const values = items.map((item) => converted(item, inForce));
  const weights = values.map((value) => value?.minor ?? 0n);
  const transport = cost === null ? NO_TRANSPORT : converted(cost, inForce);
  const shares = allocate(transport?.minor ?? 0n, weights);
  const isWithTransport = customsValue === 'cif';
  const valued = items.map((item, index) => {
    const intrinsicMinor = weights[index] ?? 0n;
    const transportMinor = shares[index] ?? 0n;
    const customsMinor = intrinsicMinor + (isWithTransport ? transportMinor : 0n);
    const rate = values[index]?.rate ?? null;
    const printed = inForce.isUnprinted
      ? UNPRINTED
      : {
          value: item.value,
          valueCurrency: item.currency,
          rate: rate ?? '',
          converted: moneyText(intrinsicMinor, minorDigits),
          transport: moneyText(isWithTransport ? transportMinor : 0n, minorDigits),
          customsValue: moneyText(customsMinor, minorDigits),
          currency,
          ...ratesPrinted(values[index] ?? null, transport, isWithTransport ? cost : null, inForce),
        };
    return { item, rate, intrinsicMinor, transportMinor, customsMinor, printed };
  });
  const intrinsicMinor = weights.reduce((sum, minor) => sum + minor, 0n);
  return {
    items: valued,
    intrinsicMinor,
    customsMinor: intrinsicMinor + (isWithTransport ? (transport?.minor ?? 0n) : 0n),
    isTransportUnconverted: transport === null,
  };
}
