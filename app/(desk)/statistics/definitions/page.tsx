import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { requireActor } from '@/app/_server/actor';
import { PageHeader } from '@/components/shell/page-header';
import { formatInstant } from '@/components/ui/format';
import { type Defined, DEFINITIONS, WORKED_OUT, type WorkedOut } from '@/lib/statistics/definitions';
import { EXPLORED_FIGURES } from '@/lib/statistics/explored-figures';
import { EMPTY_STATISTICS_FILTER } from '@/lib/statistics/filter';
import { StatisticsPlaces } from '../_components/statistics-places';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('explore.definition'))('title') };
}

const isWorkedOut = (figure: Defined): figure is WorkedOut => (WORKED_OUT as readonly string[]).includes(figure);

/** What every figure of the statistics counts, each at an address of its own. */
export default async function DefinitionsPage() {
  await requireActor('statistics.read');
  const [t, tStatistics, locale] = await Promise.all([
    getTranslations('explore.definition'),
    getTranslations('statistics'),
    getLocale(),
  ]);
  return (
    <>
      <PageHeader title={t('title')} lead={t('lead')} />
      <StatisticsPlaces current="definitions" filter={EMPTY_STATISTICS_FILTER} />
      <dl className="grid max-w-prose gap-4">
        {[...EXPLORED_FIGURES, ...WORKED_OUT].map((figure) => {
          const { version, since } = DEFINITIONS[figure];
          return (
            <div
              key={figure}
              id={figure}
              className="scroll-mt-16 rounded-lg border border-line bg-surface px-4 py-3 target:border-accent"
            >
              <dt className="font-semibold">
                {isWorkedOut(figure) ? t(`name.${figure}`) : tStatistics(`figure.${figure}`)}
              </dt>
              <dd className="pt-1">{t(figure)}</dd>
              <dd className="pt-1 text-muted text-xs">
                {t('version', { version, since: formatInstant(locale, new Date(`${since}T00:00:00Z`), 'date') })}
              </dd>
            </div>
          );
        })}
      </dl>
    </>
  );
}
