import { ChevronRight } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { SelectField } from '@/components/ui/field';
import { EXPLORED_FIGURES } from '@/lib/statistics/explored-figures';
import {
  AXES,
  type Axis,
  DRAWINGS,
  isDrawn,
  isTold,
  type Question,
  questionParams,
  TELLINGS,
  TOPS,
} from '@/lib/statistics/question';
import { HiddenParams } from './filter-bar';

type QuestionFormProps = {
  question: Question;
  /** Where the form leads: the page itself. */
  action: string;
  /** Whether the reader has offices to tell apart. */
  hasOffices: boolean;
};

/** What is asked: figures, rows, columns and how they are told. A plain form: it works without script, and the address is the state. */
export function QuestionForm({ question, action, hasOffices }: QuestionFormProps) {
  const t = useTranslations('explore');
  const tStatistics = useTranslations('statistics');
  const { figures, rows, columns, top, telling, drawing } = question;
  const axes = AXES.filter((axis) => hasOffices || axis !== 'office' || axis === rows || axis === columns);
  const axisOption = (axis: Axis) => ({ value: axis, label: tStatistics(`dimension.${axis}`) });
  return (
    <form
      method="get"
      action={action}
      aria-label={t('form.title')}
      className="flex flex-col gap-3"
      data-print="hide"
      data-asks=""
    >
      {/* What was sorted by may be gone with what is asked for now: the order begins anew. */}
      <HiddenParams
        params={questionParams(question)}
        omit={['rows', 'columns', 'figures', 'top', 'telling', 'drawing', 'sort', 'sorted', 'at', 'order']}
      />
      <div className="flex flex-wrap items-end gap-3">
        <SelectField
          name="rows"
          id="explore-rows"
          label={t('form.rows')}
          defaultValue={rows}
          options={axes.map(axisOption)}
        />
        <SelectField
          name="columns"
          id="explore-columns"
          label={t('form.columns')}
          defaultValue={columns ?? ''}
          prompt={t('form.noColumns')}
          options={axes.map(axisOption)}
        />
        <SelectField
          name="top"
          id="explore-top"
          label={t('form.top')}
          defaultValue={String(top)}
          options={TOPS.map((count) => ({ value: String(count), label: t('form.first', { count }) }))}
        />
        <SelectField
          name="telling"
          id="explore-telling"
          label={t('form.telling')}
          defaultValue={telling}
          options={TELLINGS.map((value) => ({
            value,
            label: t(`telling.${value}`),
            disabled: !isTold(value, question),
          }))}
        />
        <SelectField
          name="drawing"
          id="explore-drawing"
          label={t('form.drawing')}
          defaultValue={drawing}
          options={DRAWINGS.map((value) => ({
            value,
            label: t(`drawing.${value}`),
            disabled: !isDrawn(value, question),
          }))}
        />
        <Button type="submit" variant="primary">
          {t('form.show')}
        </Button>
      </div>
      <details className="group">
        <summary className="flex min-h-target w-fit cursor-pointer items-center gap-1 text-sm">
          <ChevronRight className="size-3.5 group-open:rotate-90" aria-hidden="true" />
          {t('form.chosen', { list: figures.map((figure) => tStatistics(`figure.${figure}`)).join(', ') })}
        </summary>
        <fieldset className="pt-1 pl-5">
          <legend className="sr-only">{t('form.figures')}</legend>
          <div className="flex flex-wrap gap-x-5 gap-y-0.5">
            {EXPLORED_FIGURES.map((figure) => (
              <label key={figure} className="flex min-h-target items-center gap-2 text-sm">
                <input
                  type="checkbox"
                  name="figures"
                  value={figure}
                  defaultChecked={figures.includes(figure)}
                  className="size-4 shrink-0"
                />
                {tStatistics(`figure.${figure}`)}
              </label>
            ))}
          </div>
          <p className="pt-1 text-muted text-xs">{t('form.most')}</p>
        </fieldset>
      </details>
    </form>
  );
}
