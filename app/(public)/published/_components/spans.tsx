import { useTranslations } from 'next-intl';
import type { PublishedWords } from '@/app/_server/published-words';
import { routes } from '@/app/_server/routes';
import { Panel } from '@/components/ui/panel';
import { TextLink } from '@/components/ui/text-link';
import { DATASET_IDS } from '@/lib/publication/datasets';
import type { SpanKind } from '@/lib/publication/span';

type SpansProps = { kind: SpanKind; spans: readonly string[]; words: PublishedWords };

/** Quarters or years whose months are all published, the latest first, with their tables; nothing while there is none. */
export function Spans({ kind, spans, words }: SpansProps) {
  const t = useTranslations('publication.site');
  if (spans.length === 0) return null;
  return (
    <Panel title={t(`span.${kind}.title`)} description={t(`span.${kind}.text`)}>
      <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-6">
        {spans.map((span) => (
          <div key={span} className="contents">
            <dt className="flex min-h-target items-center font-medium">{words.span(span)}</dt>
            <dd className="flex flex-wrap gap-x-6">
              {DATASET_IDS.map((dataset) => (
                <TextLink
                  key={dataset}
                  href={routes.publishedSpan(dataset, kind, span)}
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
