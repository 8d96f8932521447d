import { useTranslations } from 'next-intl';
import { AmountText } from '@/components/ui/money';
import type { Amount } from '@/lib/clearance/amount';

type ExtraChargesProps = {
  of: 'correction' | 'duty';
  /** Null while charges are open. */
  value: Amount | null;
  /** Goods subject to excise, which is not computed, are among the items. */
  hasExcise: boolean;
};

/** What a correction or a stated duty adds to the charges, or the word that it is open. */
export function ExtraCharges({ of, value, hasExcise }: ExtraChargesProps) {
  const t = useTranslations('consignment.proceedings');
  const tOpen = useTranslations('revenue.open');
  return (
    <p className="text-muted">
      {t(`extraCharges.${of}`)} {value ? <AmountText {...value} /> : tOpen('word')}
      {hasExcise ? `; ${t('withoutExcise')}` : null}
    </p>
  );
}
