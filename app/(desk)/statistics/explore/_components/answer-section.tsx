import { Download } from 'lucide-react';
import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { routes } from '@/app/_server/routes';
import { FiguresNote } from '@/components/statistics/figures-note';
import { PivotDrawing } from '@/components/statistics/pivot-drawing';
import { PivotGrid, type PivotLinks } from '@/components/statistics/pivot-grid';
import { ButtonLink } from '@/components/ui/button-link';
import { Panel } from '@/components/ui/panel';
import { State } from '@/components/ui/state';
import { getCurrency } from '@/db/queries/policy/get-currency';
import { countQuarantined } from '@/db/queries/statistics/count-quarantined';
import { countWaitingSubmissions } from '@/db/queries/statistics/count-waiting-submissions';
import { answeringCube } from '@/db/queries/statistics/filled-cube';
import { getDayChecks } from '@/db/queries/statistics/get-day-checks';
import type { Actor } from '@/lib/identity/actor';
import { drawnOf } from '@/lib/statistics/drawing';
import { drilled, narrowedTo } from '@/lib/statistics/drill';
import { cleared, dimensionsOf, pinned, type Resolved, statisticsFilterParams } from '@/lib/statistics/filter';
import { countedIn, isEmpty, type Pivot } from '@/lib/statistics/pivot';
import { PIVOT_FORMATS } from '@/lib/statistics/pivot-formats';
import { tableOf } from '@/lib/statistics/pivot-table';
import { cubeOf, dimensionsAsked, type Question, questionParams } from '@/lib/statistics/question';
import type { Remark } from '@/lib/statistics/remark';
import { bandLimits } from '../../_components/band-limits';
import { markedDays } from '../../_components/marked-days';

type AnswerSectionProps = {
  actor: Actor;
  question: Question;
  resolved: Resolved;
  pivot: Promise<Pivot>;
  officeNames: ReadonlyMap<string, string>;
  at: Date;
  /** What is shown of the reader's remarks on the days that are drawn; left out where none is written, as in a report. */
  remarksBar?: ((remarks: readonly Remark[]) => ReactNode) | undefined;
  /** Whether others read it, as a report: private remarks are left out then. */
  isForOthers?: boolean;
};

/** The answer to a question: table, file and list of one and the same query. */
export async function AnswerSection({
  actor,
  question,
  resolved,
  pivot: answer,
  officeNames,
  at,
  remarksBar,
  isForOthers = false,
}: AnswerSectionProps) {
  const { filter, rows, columns } = question;
  const [t, tStatistics, pivot, currency, quarantined, waiting, marked, cube, checks] = await Promise.all([
    getTranslations('explore'),
    getTranslations('statistics'),
    answer,
    getCurrency(),
    countQuarantined(actor, filter, resolved.period),
    countWaitingSubmissions(actor),
    markedDays(actor, question, resolved, { isShared: isForOthers }),
    answeringCube(actor, dimensionsAsked(question)),
    getDayChecks(actor, resolved.period),
  ]);
  const counted = countedIn(pivot);
  const note = <FiguresNote {...{ at, quarantined, waiting, counted, checks }} />;
  if (isEmpty(pivot)) {
    const isFiltered = dimensionsOf(filter).length > 0;
    return (
      <>
        <State
          kind={isFiltered ? 'none-match' : 'empty'}
          title={tStatistics(isFiltered ? 'empty.filtered' : 'empty.title')}
          action={
            isFiltered ? (
              <ButtonLink href={routes.explore(questionParams({ ...question, filter: cleared(filter) }))}>
                {tStatistics('empty.clear')}
              </ButtonLink>
            ) : undefined
          }
        >
          {tStatistics(isFiltered ? 'empty.filteredText' : 'empty.text')}
        </State>
        {note}
      </>
    );
  }
  const fixed = { ...question, filter: pinned(filter, resolved) };
  const page = (changed: Question) => routes.explore(questionParams(changed));
  const links: PivotLinks = {
    order: (order) => page({ ...question, order }),
    narrow: (side, member) => {
      const axis = side === 'rows' ? rows : columns;
      const narrowed = axis && member.kind === 'member' ? narrowedTo(question, resolved, axis, member) : null;
      return narrowed && page(narrowed);
    },
    definition: routes.definitions,
    list: (row, { column, figure, says }) => {
      // A mean of several points is the count of no list.
      const behind = says === 'rolling' ? null : drilled(question, resolved, { row, column, figure });
      return behind && routes.statisticsItems(statisticsFilterParams(behind));
    },
  };
  const title = t(columns ? 'table.titleAcross' : 'table.title', {
    rows: tStatistics(`dimension.${rows}`),
    columns: columns ? tStatistics(`dimension.${columns}`) : '',
  });
  const { drawing } = question;
  return (
    <>
      {drawing === 'none' ? null : (
        <PivotDrawing
          drawing={drawing}
          drawn={drawnOf(pivot, question, currency)}
          limits={await bandLimits(actor, question, resolved.period.to, currency)}
          {...{ pivot, question, resolved, currency, officeNames, links, ...marked }}
        />
      )}
      {remarksBar && rows === 'time' && drawing !== 'none'
        ? remarksBar(marked.marks.flatMap(({ remarks }) => remarks))
        : null}
      <Panel
        title={title}
        description={t('table.lead')}
        flush
        actions={PIVOT_FORMATS.map((format) => (
          <ButtonLink
            key={format}
            size="sm"
            download
            href={routes.statisticsExport('pivot', {
              ...questionParams(fixed),
              ...(format === 'csv' ? {} : { format }),
            })}
            icon={format === 'csv' ? <Download className="size-4" aria-hidden="true" /> : undefined}
          >
            {t(`table.${format}`)}
          </ButtonLink>
        ))}
      >
        <PivotGrid
          caption={title}
          table={tableOf(pivot, question, currency)}
          question={question}
          resolved={resolved}
          currency={currency}
          officeNames={officeNames}
          links={links}
        />
      </Panel>
      {note}
      {cube === 'fine' ? (
        <p className="text-muted text-xs">{t(cubeOf(question) === 'fine' ? 'note.fine' : 'note.filling')}</p>
      ) : null}
    </>
  );
}
