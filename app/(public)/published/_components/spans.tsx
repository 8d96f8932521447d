import { useTranslations } from 'next-intl';
import type { PublishedWords } from '@/app/_server/published-words';
import { routes } from '@/app/_server/routes';
import { Panel } from '@/components/ui/panel';
import { TextLink } from '@/components/ui/text-link';
import { DATASET_IDS } from '@/lib/publication/datasets';

/** Quarters whose months are all published, the latest first, with their tables; nothing while there is none. */
export function Quarters({ quarters, words }: { quarters: readonly string[]; words: PublishedWords }) {
  const t = useTranslations('publication.site');
  if (quarters.length === 0) return null;
  return (
    <Panel title={t('quarters')} description={t('quarterText')}>
      <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-6">
        {quarters.map((quarter) => (
          <div key={quarter} className="contents">
            <dt className="flex min-h-target items-center font-medium">{words.quarter(quarter)}</dt>
            <dd className="flex flex-wrap gap-x-6">
              {DATASET_IDS.map((dataset) => (
                <TextLink
                  key={dataset}
                  href={routes.publishedQuarter(dataset, quarter)}
                  className="inline-flex min-h-target items-center"
                >
                  {words.title(dataset)}
                </TextLink>
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </Panel>
  );
}
