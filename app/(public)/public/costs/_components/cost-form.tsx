import { useLocale, useTranslations } from 'next-intl';
import { routes } from '@/app/_server/routes';
import { Button } from '@/components/ui/button';
import { ErrorSummary } from '@/components/ui/error-summary';
import { SelectField, TextField } from '@/components/ui/field';
import { formatInstant } from '@/components/ui/format';
import { Panel } from '@/components/ui/panel';
import type { CostForm as Offered } from '@/db/queries/public/answer-cost';
import { TRANSACTION_TYPES } from '@/lib/consignment/codes';
import { COST_ROWS_MAX, type CostFault, type Typed } from '@/lib/revenue/cost-question';
import { GoodsRow } from './goods-row';

type CostFormProps = {
  typed: Typed;
  /** Lines of goods to show. */
  rows: number;
  form: Offered;
  faults: readonly CostFault[];
  /** A result stands above: the form changes the question. */
  isAgain: boolean;
};

/** The question. A plain form that becomes the address: it needs no script, and what was typed stays. */
export function CostForm({ typed, rows, form, faults, isAgain }: CostFormProps) {
  const t = useTranslations('public.costs');
  const faultText = useFaultText(form);
  const locale = useLocale();
  const errorOf = (field: string) => {
    const fault = faults.find((one) => one.field === field);
    return fault ? faultText(fault) : undefined;
  };
  const field = (name: string) => ({
    name,
    label: t(`field.${name}`),
    defaultValue: typed[name],
    error: errorOf(name),
  });
  const named = (type: 'region' | 'currency', codes: readonly string[]) => {
    const names = new Intl.DisplayNames(locale, { type, fallback: 'code' });
    const options = codes.map((value) => ({ value, label: nameOf(names, value, type), isData: true }));
    return type === 'region' ? options.sort((a, b) => a.label.localeCompare(b.label, locale)) : options;
  };
  return (
    <form method="get" action={routes.publicCosts()} aria-label={t('form')} className="flex flex-col gap-6">
      <ErrorSummary errors={faults.map((fault) => ({ fieldId: fault.field, message: faultText(fault, true) }))} />
      {/* The first button of a form is the one the enter key presses. */}
      <button type="submit" className="hidden" aria-hidden="true" tabIndex={-1} />
      <Panel title={isAgain ? t('again') : t('part.goods')} description={t('part.goodsText')}>
        <div className="flex flex-col gap-5">
          <SelectField
            {...field('currency')}
            hint={t('hint.currency')}
            defaultValue={typed.currency ?? form.currency}
            options={named('currency', form.currencies)}
            className="max-w-md"
          />
          {Array.from({ length: Math.min(rows, COST_ROWS_MAX) }, (_, index) => index + 1).map((row) => (
            <GoodsRow key={row} row={row} typed={typed} errorOf={errorOf} />
          ))}
          {rows < COST_ROWS_MAX ? (
            <div>
              <Button type="submit" name="more" value={rows + 1}>
                {t('more')}
              </Button>
            </div>
          ) : null}
        </div>
      </Panel>
      <Panel title={t('part.sending')}>
        <div className="grid gap-5 sm:grid-cols-2">
          <TextField
            {...field('transport')}
            hint={t('hint.transport')}
            inputMode="decimal"
            autoComplete="off"
            optional
          />
          <TextField
            {...field('insurance')}
            hint={t('hint.insurance')}
            inputMode="decimal"
            autoComplete="off"
            optional
          />
          <SelectField
            {...field('from')}
            hint={t('hint.from')}
            prompt={t('anyCountry')}
            options={named('region', form.countries)}
          />
          {form.destinations.length > 0 ? (
            <SelectField
              {...field('to')}
              hint={t('hint.to')}
              prompt={form.administration}
              options={named('region', form.destinations)}
            />
          ) : null}
          <SelectField
            {...field('kind')}
            hint={t('hint.kind')}
            options={TRANSACTION_TYPES.map((value) => ({ value, label: t(`kind.${value}`) }))}
          />
          <SelectField
            {...field('scheme')}
            hint={t('hint.scheme')}
            options={(['no', 'yes'] as const).map((value) => ({ value, label: t(`scheme.${value}`) }))}
          />
          <TextField
            {...field('day')}
            hint={t('hint.day')}
            type="date"
            defaultValue={typed.day ?? form.today}
            min={form.firstDay}
            max={form.lastDay}
          />
        </div>
      </Panel>
      <div>
        <Button type="submit" variant="primary">
          {t('ask')}
        </Button>
      </div>
    </form>
  );
}

function nameOf(names: Intl.DisplayNames, code: string, type: 'region' | 'currency'): string {
  const name = names.of(code) ?? code;
  return type === 'currency' && name !== code ? `${code} – ${name}` : name;
}

/** A fault as a sentence: the field, the rule it breaks and, in the list of all, what was typed. */
function useFaultText({ firstDay, lastDay }: Pick<Offered, 'firstDay' | 'lastDay'>) {
  const t = useTranslations('public.costs');
  const locale = useLocale();
  const dayText = (day: string) => formatInstant(locale, new Date(day), 'date');
  return ({ field, rule, value }: CostFault, isWhole = false) => {
    const sentence = t(`fault.${rule}`, { first: dayText(firstDay), last: dayText(lastDay) });
    if (!isWhole) return sentence;
    const row = /\d$/.exec(field)?.[0] ?? '';
    const label = t(`field.${field.replace(/\d$/, '')}`);
    const name = row === '' ? label : t('fieldOfRow', { field: label, row });
    return value === '' ? t('faultOf', { field: name, sentence }) : t('faultWith', { field: name, sentence, value });
  };
}
