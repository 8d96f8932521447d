import { useTranslations } from 'next-intl';
import type { PublishedWords } from '@/app/_server/published-words';
import { routes } from '@/app/_server/routes';
import { CoverageList } from '@/components/publication/coverage-list';
import { DateTime } from '@/components/ui/date-time';
import { DescriptionList } from '@/components/ui/description-list';
import { Panel } from '@/components/ui/panel';
import { TextLink } from '@/components/ui/text-link';
import type { PublishedVintage } from '@/db/queries/publication/published';
import { shapeOf } from '@/lib/publication/datasets';

/** What the figures of a vintage mean, what is in them, and how they are quoted. */
export function AboutPanel({ vintage, words }: { vintage: PublishedVintage; words: PublishedWords }) {
  const t = useTranslations('publication');
  const { table, frozenAt, publishedAt, definitionsVersion, rule, coverage } = vintage;
  const method = (part: string, version: number) => (
    <TextLink href={routes.publishedMethod(part)} className="inline-flex min-h-target items-center">
      {version}
    </TextLink>
  );
  return (
    <Panel
      title={t('site.about')}
      actions={
        <>
          <a
            className="rounded-sm text-accent text-sm underline decoration-1 underline-offset-2"
            href={routes.publishedApi(table.dataset, { month: vintage.month, vintage: vintage.number, format: 'json' })}
          >
            {t('site.json')}
          </a>
          <a
            className="rounded-sm text-accent text-sm underline decoration-1 underline-offset-2"
            href={routes.publishedStructure(table.dataset)}
          >
            {t('site.structure')}
          </a>
        </>
      }
    >
      <div className="flex flex-col gap-4">
        <dl className="flex flex-col gap-2 text-sm">
          {shapeOf(table.dataset).measures.map((measure) => (
            <div key={measure}>
              <dt className="font-semibold">{words.measure(measure)}</dt>
              <dd className="text-muted">{t(`definition.${measure}`)}</dd>
            </div>
          ))}
        </dl>
        <DescriptionList
          columns={2}
          items={[
            { term: t('about.published'), value: <DateTime at={publishedAt} /> },
            { term: t('about.frozen'), value: <DateTime at={frozenAt} /> },
            { term: t('about.definitions'), value: method('definitions', definitionsVersion) },
            { term: t('about.rule'), value: method('disclosure', rule.version) },
          ]}
        />
        <CoverageList coverage={coverage} />
        <div className="text-sm">
          <p className="font-semibold">{t('site.cite')}</p>
          <p className="break-words">{words.citation(vintage)}</p>
        </div>
      </div>
    </Panel>
  );
}
