import { useTranslations } from 'next-intl';
import { TextField } from '@/components/ui/field';
import type { Typed } from '@/lib/revenue/cost-question';

type GoodsRowProps = { row: number; typed: Typed; errorOf: (field: string) => string | undefined };

/** One kind of goods: what it is, what all of it costs, and what the tariff may count by. */
export function GoodsRow({ row, typed, errorOf }: GoodsRowProps) {
  const t = useTranslations('public.costs');
  const field = (name: string) => {
    const own = `${name}${row}`;
    return { name: own, label: t(`field.${name}`), defaultValue: typed[own], error: errorOf(own), autoComplete: 'off' };
  };
  return (
    <fieldset className="flex flex-col gap-4 border-line border-t pt-4">
      <legend className="float-left mb-2 w-full font-semibold">{t('row', { row })}</legend>
      <TextField {...field('goods')} hint={t('hint.goods')} />
      <div className="grid gap-4 sm:grid-cols-3">
        <TextField {...field('value')} hint={t('hint.value')} inputMode="decimal" />
        <TextField {...field('quantity')} hint={t('hint.quantity')} inputMode="decimal" optional />
        <TextField {...field('mass')} hint={t('hint.mass')} inputMode="decimal" optional />
      </div>
    </fieldset>
  );
}
