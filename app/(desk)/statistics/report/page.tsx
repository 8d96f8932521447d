import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { Suspense } from 'react';
import { requireActor, requireSignedIn } from '@/app/_server/actor';
import { fileWords } from '@/app/_server/file-words';
import { begun } from '@/app/_server/answer-begun';
import { mayAnswer } from '@/app/_server/narrow-question';
import { routes } from '@/app/_server/routes';
import { PageHeader } from '@/components/shell/page-header';
import { Button } from '@/components/ui/button';
import { formatInstant } from '@/components/ui/format';
import { PrintButton } from '@/components/ui/print-button';
import { SkeletonPanel } from '@/components/ui/skeleton';
import { State } from '@/components/ui/state';
import { TextLink } from '@/components/ui/text-link';
import { listViews, type SavedView } from '@/db/queries/statistics/list-views';
import type { Actor } from '@/lib/identity/actor';
import { getPivot } from '@/db/queries/statistics/get-pivot';
import { dayOf } from '@/lib/kernel/dates';
import { countedIn } from '@/lib/statistics/pivot';
import { EMPTY_STATISTICS_FILTER, statisticsFilterParams } from '@/lib/statistics/filter';
import { questionParams, resolveQuestion } from '@/lib/statistics/question';
import { askedAt } from '../_components/asked-at';
import { StatisticsPlaces } from '../_components/statistics-places';
import { TooNarrow } from '../_components/too-narrow';
import { AnswerSection } from '../explore/_components/answer-section';

type Props = { searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>> };

/** Views one report may hold: each asks its questions anew. */
const VIEWS_MAX = 12;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('explore.report'))('title') };
}

/** Saved views one below the other, with their filters, coverage and definitions: a report that is printed or linked, its figures of this moment. */
export default async function ReportPage({ searchParams }: Props) {
  const actor = await requireActor('statistics.read');
  const [{ view }, t, tStatistics, locale, views, { offices }, words] = await Promise.all([
    searchParams,
    getTranslations('explore.report'),
    getTranslations('statistics'),
    getLocale(),
    listViews(actor),
    requireSignedIn(),
    fileWords(),
  ]);
  const asked = [view ?? []].flat();
  const shown = asked.flatMap((id) => views.find(({ viewId }) => viewId === id) ?? []).slice(0, VIEWS_MAX);
  const at = askedAt();
  const officeNames = new Map(offices.map(({ id, name }) => [id, name]));
  const day = (text: string) => formatInstant(locale, new Date(`${text}T00:00:00Z`), 'date');
  const scopeOf = ({ question }: SavedView) => {
    const { from, to } = resolveQuestion(question, dayOf(at)).period;
    const narrowing = statisticsFilterParams({ ...question.filter, period: EMPTY_STATISTICS_FILTER.period });
    return `${tStatistics('lead', { from: day(from), to: day(to) })} ${words.filter(narrowing)}`.trim();
  };
  const figures = [...new Set(shown.flatMap(({ question }) => question.figures))];
  return (
    <>
      <PageHeader
        title={t('title')}
        lead={t('lead', { at: formatInstant(locale, at, 'datetime'), name: actor.name })}
        actions={shown.length > 0 ? <PrintButton label={t('print')} /> : undefined}
      />
      <StatisticsPlaces current="report" filter={EMPTY_STATISTICS_FILTER} />
      {views.length === 0 ? (
        <State kind="empty" title={t('none')}>
          {t('noneText')} <TextLink href={routes.explore()}>{t('explore')}</TextLink>
        </State>
      ) : (
        <Choice views={views} chosen={shown} t={t} />
      )}
      {shown.map((one) => (
        <section key={one.viewId} aria-labelledby={one.viewId} className="flex flex-col gap-3 break-before-auto">
          <div>
            <h2 id={one.viewId} className="font-semibold text-lg">
              <TextLink href={routes.explore(questionParams(one.question))}>
                <bdi translate="no">{one.name}</bdi>
              </TextLink>
            </h2>
            <p className="text-muted text-sm">{scopeOf(one)}</p>
          </div>
          <Suspense fallback={<SkeletonPanel lines={12} />}>
            <ViewSection actor={actor} view={one} officeNames={officeNames} at={at} />
          </Suspense>
        </section>
      ))}
      {figures.length > 0 ? (
        <section aria-labelledby="report-definitions" className="max-w-prose text-sm">
          <h2 id="report-definitions" className="font-semibold">
            {t('definitions')}
          </h2>
          <ul className="list-inside list-disc text-muted">
            {figures.map((figure) => (
              <li key={figure}>{words.definition(figure)}</li>
            ))}
          </ul>
        </section>
      ) : null}
    </>
  );
}

type ViewSectionProps = { actor: Actor; view: SavedView; officeNames: ReadonlyMap<string, string>; at: Date };

async function ViewSection({ actor, view: { question }, officeNames, at }: ViewSectionProps) {
  const resolved = resolveQuestion(question, dayOf(at));
  const pivot = begun(getPivot(actor, question, resolved));
  const isAnswered = await mayAnswer(actor, question.filter, resolved, async () => countedIn(await pivot));
  if (!isAnswered) return <TooNarrow filter={question.filter} />;
  return <AnswerSection {...{ actor, question, resolved, pivot, officeNames, at }} isForOthers />;
}

type ChoiceProps = {
  views: readonly SavedView[];
  chosen: readonly SavedView[];
  t: (key: 'choose' | 'show' | 'most', values?: { most: number }) => string;
};

/** Which views are in it, as a plain form: the address is the report. */
function Choice({ views, chosen, t }: ChoiceProps) {
  return (
    <form method="get" className="flex flex-wrap items-end gap-x-5 gap-y-1" data-print="hide">
      <fieldset>
        <legend className="font-medium text-sm">{t('choose')}</legend>
        <div className="flex flex-wrap gap-x-5">
          {views.map(({ viewId, name }) => (
            <label key={viewId} className="flex min-h-target items-center gap-2 text-sm">
              <input
                type="checkbox"
                name="view"
                value={viewId}
                defaultChecked={chosen.some((one) => one.viewId === viewId)}
                className="size-4 shrink-0"
              />
              <bdi translate="no">{name}</bdi>
            </label>
          ))}
        </div>
        <p className="text-muted text-xs">{t('most', { most: VIEWS_MAX })}</p>
      </fieldset>
      <Button type="submit" variant="primary">
        {t('show')}
      </Button>
    </form>
  );
}
