import type { ConsignmentRecord, GoodsItem } from '@/lib/consignment/record';
import { daysBetween } from '@/lib/kernel/dates';
import { decimal } from '@/lib/kernel/decimal';
import { allocate, convertDeclared, minorOf, moneyText } from '@/lib/kernel/money';
import type { Policy } from '@/lib/policy/policy';

/**
 * A declared amount in the administration's currency; null where no exchange rate is in force. `validFrom` is the first day of
 * the rate; null where nothing had to be converted.
 */
export type Converted = { readonly minor: bigint; readonly rate: string; readonly validFrom: string | null } | null;

/** One goods item with its share of the transport cost. Minor units of the administration's currency. */
export type ValuedItem = {
  readonly item: GoodsItem;
  readonly rate: string | null;
  readonly intrinsicMinor: bigint;
  readonly transportMinor: bigint;
  readonly customsMinor: bigint;
  /** The figures every working of the item begins with: what was declared and what it comes to. */
  readonly printed: Readonly<Record<string, string | number>>;
};

export type Valuation = {
  readonly items: readonly ValuedItem[];
  readonly intrinsicMinor: bigint;
  readonly customsMinor: bigint;
  /** Transport was declared in a currency without a rate and is not in the customs value. */
  readonly isTransportUnconverted: boolean;
};

/** Converts a declared amount, rounded half up to the minor unit once per item. */
export function convert(amount: string, currency: string, policy: Policy): Converted {
  if (currency === policy.currency) {
    return { minor: minorOf(decimal(amount), policy.minorDigits, 'halfUp'), rate: '1', validFrom: null };
  }
  const rate = policy.exchangeRates.get(currency);
  if (!rate) return null;
  const minor = convertDeclared(decimal(amount), rate.unitsPerBase, policy.minorDigits, 'halfUp');
  return { minor, rate: rate.text, validFrom: rate.validFrom };
}

const MINUTES_OF_DAY = 24 * 60;

/** Days since the first day of a rate, where that is longer than a rate may stand by law; else nothing. */
function ageOf(validFrom: string, policy: Policy): number | null {
  const days = daysBetween(validFrom, policy.day);
  return days * MINUTES_OF_DAY >= policy.exchangeRateMinutes ? days : null;
}

/** Which rates the amounts were converted by, from which day they are valid, and their age where they are old. */
function ratesPrinted(goods: Converted, transport: Converted, record: ConsignmentRecord, policy: Policy) {
  const printed: Record<string, string | number> = {};
  if (goods?.validFrom) {
    printed.rateFrom = goods.validFrom;
    const age = ageOf(goods.validFrom, policy);
    if (age !== null) printed.rateAgeDays = age;
  }
  if (transport?.validFrom) {
    printed.transportCost = record.transportCost ?? '';
    printed.transportCurrency = record.transportCurrency ?? '';
    printed.transportConverted = moneyText(transport.minor, policy.minorDigits);
    printed.transportRate = transport.rate;
    printed.transportRateFrom = transport.validFrom;
    const age = ageOf(transport.validFrom, policy);
    if (age !== null) printed.transportRateAgeDays = age;
  }
  return printed;
}

/** Value of each item in minor units of the administration's currency; null where no exchange rate is in force. */
export function itemValuesOf(
  items: readonly { readonly value: string; readonly currency: string }[],
  policy: Policy,
): readonly (bigint | null)[] {
  return items.map(({ value, currency }) => convert(value, currency, policy)?.minor ?? null);
}

/**
 * Intrinsic value (goods alone, Delegated Regulation (EU) 2015/2446, Article 1(48)) and customs value (with transport to the
 * border, Regulation (EU) 952/2013, Article 71). Transport is spread over the items by value; the shares sum to the whole.
 */
export function valuationOf(record: ConsignmentRecord, policy: Policy): Valuation {
  const converted = record.items.map((item) => convert(item.value, item.currency, policy));
  const weights = converted.map((value) => value?.minor ?? 0n);
  const transport =
    record.transportCost === null || record.transportCurrency === null
      ? { minor: 0n, rate: '1', validFrom: null }
      : convert(record.transportCost, record.transportCurrency, policy);
  const shares = allocate(transport?.minor ?? 0n, weights);
  const items = record.items.map((item, index) => {
    const intrinsicMinor = weights[index] ?? 0n;
    const transportMinor = shares[index] ?? 0n;
    const customsMinor = intrinsicMinor + transportMinor;
    const rate = converted[index]?.rate ?? null;
    const printed = {
      value: item.value,
      valueCurrency: item.currency,
      rate: rate ?? '',
      converted: moneyText(intrinsicMinor, policy.minorDigits),
      transport: moneyText(transportMinor, policy.minorDigits),
      customsValue: moneyText(customsMinor, policy.minorDigits),
      currency: policy.currency,
      ...ratesPrinted(converted[index] ?? null, transport, record, policy),
    };
    return { item, rate, intrinsicMinor, transportMinor, customsMinor, printed };
  });
  const intrinsicMinor = weights.reduce((sum, minor) => sum + minor, 0n);
  return {
    items,
    intrinsicMinor,
    customsMinor: intrinsicMinor + (transport?.minor ?? 0n),
    isTransportUnconverted: transport === null,
  };
}
