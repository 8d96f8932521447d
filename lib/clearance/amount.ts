import { moneyText } from '@/lib/kernel/money';

/** An amount as it crosses to the screen: exact decimal text and its currency. */
export type Amount = { readonly amount: string; readonly currency: string };

/** Makes amounts of one currency out of minor units. */
export function amountIn(currency: string, minorDigits: number): (minor: bigint) => Amount {
  return (minor) => ({ amount: moneyText(minor, minorDigits), currency });
}

/** The sum of amounts of one currency with equally many decimals; null of none. @throws RangeError when currencies or decimals differ */
export function sumOf(amounts: readonly Amount[]): Amount | null {
  const [first] = amounts;
  if (!first) return null;
  const digits = decimalsOf(first);
  const minor = amounts.reduce((sum, one) => {
    if (one.currency !== first.currency || decimalsOf(one) !== digits)
      throw new RangeError(`cannot add ${one.amount} ${one.currency} to ${first.currency}`);
    return sum + minorOf(one);
  }, 0n);
  return amountIn(first.currency, digits)(minor);
}

/** The minor units of an amount. */
export const minorOf = ({ amount }: Amount): bigint => BigInt(amount.replace('.', ''));

/** How many decimals an amount is written with. */
export const decimalsOf = ({ amount }: Amount): number => amount.split('.')[1]?.length ?? 0;
