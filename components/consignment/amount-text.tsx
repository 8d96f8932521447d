import { Decimal } from '@/components/ui/quantity';
import type { Amount } from '@/lib/clearance/amount';

/** An amount as it came from a query: exact digits, all decimals, the currency after it unless the column names it. */
export function AmountText({ value, showCurrency = true }: { value: Amount; showCurrency?: boolean }) {
  const decimals = value.amount.split('.')[1]?.length ?? 0;
  return <Decimal value={value.amount} digits={decimals} unit={showCurrency ? value.currency : undefined} />;
}
