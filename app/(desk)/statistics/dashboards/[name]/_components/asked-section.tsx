import { Table2 } from 'lucide-react';
import { getTranslations } from 'next-intl/server';
import { routes } from '@/app/_server/routes';
import { PivotDrawing } from '@/components/statistics/pivot-drawing';
import { PivotGrid, type PivotLinks } from '@/components/statistics/pivot-grid';
import { ButtonLink } from '@/components/ui/button-link';
import { Panel } from '@/components/ui/panel';
import { getCurrency } from '@/db/queries/policy/get-currency';
import { getPivot } from '@/db/queries/statistics/get-pivot';
import { type AskedPart, askedBy } from '@/lib/statistics/dashboards';
import { drawnOf } from '@/lib/statistics/drawing';
import { drilled, narrowedTo } from '@/lib/statistics/drill';
import { statisticsFilterParams } from '@/lib/statistics/filter';
import { isEmpty } from '@/lib/statistics/pivot';
import { tableOf } from '@/lib/statistics/pivot-table';
import { questionParams, resolveQuestion } from '@/lib/statistics/question';
import { bandLimits } from '../../../_components/band-limits';
import { markedDays } from '../../../_components/marked-days';
import type { PartProps } from './part-section';

/** A question of the explorer as part of a dashboard: what is clicked narrows the whole dashboard. */
export async function AskedSection({
  actor,
  dashboard,
  filter,
  today,
  officeNames,
  part,
}: PartProps & { part: AskedPart }) {
  const question = askedBy(part, filter);
  const resolved = resolveQuestion(question, today);
  const [t, pivot, currency, marked] = await Promise.all([
    getTranslations('dashboards'),
    getPivot(actor, question, resolved),
    getCurrency(),
    markedDays(actor, question, resolved),
  ]);
  const { drawing } = question;
  const title = t(`part.${part.key}`);
  if (isEmpty(pivot) || drawing === 'none')
    return (
      <Panel title={title} description={t('empty')}>
        {null}
      </Panel>
    );
  const page = (changed: typeof question) => routes.explore(questionParams(changed));
  const links: PivotLinks = {
    order: (order) => page({ ...question, order }),
    narrow: (side, member) => {
      const axis = side === 'rows' ? question.rows : question.columns;
      const narrowed =
        axis && member.kind === 'member' ? narrowedTo({ ...question, filter }, resolved, axis, member) : null;
      return narrowed && routes.dashboard(dashboard, statisticsFilterParams(narrowed.filter));
    },
    definition: routes.definitions,
    list: (row, { column, figure, says }) => {
      // A mean of several points is the count of no list.
      const behind = says === 'rolling' ? null : drilled(question, resolved, { row, column, figure });
      return behind && routes.statisticsItems(statisticsFilterParams(behind));
    },
  };
  const shared = { question, resolved, currency, officeNames, links };
  return (
    <PivotDrawing
      {...shared}
      drawing={drawing}
      drawn={drawnOf(pivot, question, currency)}
      pivot={pivot}
      {...marked}
      limits={await bandLimits(actor, question, resolved.period.to, currency)}
      frame={{
        title,
        actions: (
          <ButtonLink
            size="sm"
            variant="ghost"
            href={page(question)}
            icon={<Table2 className="size-4" aria-hidden="true" />}
          >
            <span aria-hidden="true">{t('explore')}</span>
            <span className="sr-only">{t('exploreOf', { part: title })}</span>
          </ButtonLink>
        ),
        table: <PivotGrid {...shared} caption={title} table={tableOf(pivot, question, currency)} />,
      }}
    />
  );
}
