import { Download } from 'lucide-react';
import { getTranslations } from 'next-intl/server';
import { routes } from '@/app/_server/routes';
import { SampleFigures } from '@/components/statistics/sample-figures';
import { ButtonLink } from '@/components/ui/button-link';
import { State } from '@/components/ui/state';
import { getCurrency } from '@/db/queries/policy/get-currency';
import { getRandomSample } from '@/db/queries/statistics/get-random-sample';
import type { Actor } from '@/lib/identity/actor';
import { pinned, type Resolved, type StatisticsFilter } from '@/lib/statistics/filter';
import { yieldFilterParams } from '@/lib/statistics/yield-filter';

type SampleSectionProps = { actor: Actor; filter: StatisticsFilter; resolved: Resolved };

/** The estimates of the period: the same figures in sentence, bars, table and file. */
export async function SampleSection({ actor, filter, resolved }: SampleSectionProps) {
  const [t, sample, currency] = await Promise.all([
    getTranslations('sample'),
    getRandomSample(actor, filter, resolved),
    getCurrency(),
  ]);
  if (sample.all.size === 0)
    return (
      <State kind="empty" title={t('none')}>
        {t('noneText')}
      </State>
    );
  return (
    <SampleFigures
      sample={sample}
      currency={currency}
      download={
        <ButtonLink
          size="sm"
          download
          href={routes.statisticsExport('sample', yieldFilterParams(pinned(filter, resolved)))}
          icon={<Download className="size-4" aria-hidden="true" />}
        >
          <span aria-hidden="true">{t('export')}</span>
          <span className="sr-only">{t('exportLabel')}</span>
        </ButtonLink>
      }
    />
  );
}
