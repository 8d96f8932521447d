import { moneyText } from '@/lib/kernel/money';
import { Decimal } from './quantity';

type MoneyProps = {
  /** Minor units; as text where a bigint cannot travel. */
  minor: bigint | string;
  /** ISO 4217 code. */
  currency: string;
  /** Decimals of the currency. */
  exponent?: number;
  /** Leave the code out where the column's head names it. */
  showCurrency?: boolean;
};

/** An amount: exact digits, then the currency code. */
export function Money({ minor, currency, exponent = 2, showCurrency }: MoneyProps) {
  return <AmountText amount={moneyText(BigInt(minor), exponent)} currency={currency} showCurrency={showCurrency} />;
}

type AmountTextProps = {
  /** Exact decimal text, all decimals. */
  amount: string;
  currency: string;
  /** Leave the code out where the column's head names it. */
  showCurrency?: boolean;
};

/** An amount that already is decimal text: the same digits, grouped for reading. */
export function AmountText({ amount, currency, showCurrency = true }: AmountTextProps) {
  const digits = amount.split('.')[1]?.length ?? 0;
  return <Decimal value={amount} digits={digits} unit={showCurrency ? currency : undefined} />;
}
