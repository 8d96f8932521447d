import { useLocale } from 'next-intl';
import { moneyText } from '@/lib/kernel/money';
import { formatDecimal } from './format';

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
export function Money({ minor, currency, exponent = 2, showCurrency = true }: MoneyProps) {
  const locale = useLocale();
  return (
    <span className="whitespace-nowrap" translate="no">
      {formatDecimal(locale, moneyText(BigInt(minor), exponent), exponent)}
      {showCurrency ? <span className="text-muted"> {currency}</span> : null}
    </span>
  );
}

/** An amount that already is decimal text: the same digits, grouped for reading. */
export function AmountText({ amount, currency }: { amount: string; currency: string }) {
  const locale = useLocale();
  return (
    <span className="whitespace-nowrap" translate="no">
      {formatDecimal(locale, amount, amount.split('.')[1]?.length ?? 0)}
      <span className="text-muted"> {currency}</span>
    </span>
  );
}
