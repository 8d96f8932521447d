import clsx from 'clsx';
import { useTranslations } from 'next-intl';
import { AmountText } from '@/components/ui/money';
import type { Amount } from '@/lib/clearance/amount';
import type { OpenReason } from '@/lib/revenue/open-charges';

type ChargeTextProps = {
  /** What is known of the amount. */
  value: Amount;
  /** Why the rest is open; empty when the amount is known. */
  open: readonly OpenReason[];
  showCurrency?: boolean;
  /** Says why under the amount; left out where it already stands nearby. */
  showWhy?: boolean;
  /** Puts what is open under the amount, where a column is narrow. */
  isStacked?: boolean;
};

/** An amount, or the word that it is open, and why: what nobody could compute is never shown as nil. */
export function ChargeText({ value, open, showCurrency, showWhy = true, isStacked = false }: ChargeTextProps) {
  const t = useTranslations('revenue.open');
  if (open.length === 0) return <AmountText {...value} showCurrency={showCurrency} />;
  const isKnownInPart = /[1-9]/.test(value.amount);
  return (
    <>
      {isKnownInPart ? (
        <>
          <AmountText {...value} showCurrency={showCurrency} />{' '}
        </>
      ) : null}
      <span className={clsx('whitespace-nowrap font-semibold text-warning', isStacked && 'block')}>
        {t(isKnownInPart ? 'more' : 'word')}
      </span>
      {showWhy ? (
        <span className="block whitespace-normal font-normal text-muted text-xs">
          {open.map((reason) => t(`why.${reason}`)).join(', ')}
        </span>
      ) : null}
    </>
  );
}
