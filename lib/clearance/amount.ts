import { moneyText } from '@/lib/kernel/money';

/** An amount as it crosses to the screen: exact decimal text and its currency. */
export type Amount = { readonly amount: string; readonly currency: string };

/** Makes amounts of one currency out of minor units. */
export function amountIn(currency: string, minorDigits: number): (minor: bigint) => Amount {
  return (minor) => ({ amount: moneyText(minor, minorDigits), currency });
}
