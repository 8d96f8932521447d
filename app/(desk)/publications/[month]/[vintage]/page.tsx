import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { requireActor } from '@/app/_server/actor';
import { orNotFound } from '@/app/_server/or-not-found';
import { publishedWords } from '@/app/_server/published-words';
import { routes } from '@/app/_server/routes';
import { CoverageList } from '@/components/publication/coverage-list';
import { ReleaseBadge } from '@/components/publication/release-badge';
import { PageHeader } from '@/components/shell/page-header';
import { Callout } from '@/components/ui/callout';
import { formatInstant } from '@/components/ui/format';
import { Panel } from '@/components/ui/panel';
import { getVintage } from '@/db/queries/publication/list-vintages';
import { HiddenPanel, KeptPanel } from '../../_components/protection-panels';
import { ReleasePanel } from '../../_components/release-panel';

type Props = { params: Promise<{ month: string; vintage: string }> };

const keyOf = ({ month, vintage }: { month: string; vintage: string }) => ({
  month,
  number: /^[1-9]\d{0,2}$/.test(vintage) ? Number(vintage) : 0,
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const actor = await requireActor('publication.read');
  const [t, words, { month, number }] = await Promise.all([
    getTranslations('publication.page'),
    publishedWords(),
    orNotFound(getVintage(actor, keyOf(await params))),
  ]);
  return { title: t('title', { month: words.month(month), vintage: number }) };
}

/** One vintage: how much of it is told, what is hidden and why, and its way to the public. */
export default async function VintagePage({ params }: Props) {
  const actor = await requireActor('publication.read');
  const [t, locale, words, vintage] = await Promise.all([
    getTranslations('publication.page'),
    getLocale(),
    publishedWords(),
    orNotFound(getVintage(actor, keyOf(await params))),
  ]);
  const { month, number, frozenAt, definitionsVersion, rule, releases, hasNewer, coverage } = vintage;
  return (
    <>
      <PageHeader
        title={t('title', { month: words.month(month), vintage: number })}
        meta={<ReleaseBadge state={releases[0]?.state ?? null} />}
        lead={t('lead', {
          frozen: formatInstant(locale, frozenAt, 'datetime'),
          definitions: definitionsVersion,
          rule: rule.version,
        })}
        back={{ href: routes.publications(), label: t('back') }}
      />
      {hasNewer ? <Callout tone="info">{t('newer')}</Callout> : null}
      <ReleasePanel vintage={vintage} actor={actor} />
      <div className="grid gap-4 lg:grid-cols-2">
        <KeptPanel vintage={vintage} />
        <Panel title={t('coverage')}>
          <CoverageList coverage={coverage} />
        </Panel>
      </div>
      <HiddenPanel standings={vintage.standings} />
    </>
  );
}
