import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { requireActor } from '@/app/_server/actor';
import { orNotFound } from '@/app/_server/or-not-found';
import { routes } from '@/app/_server/routes';
import { PageHeader } from '@/components/shell/page-header';
import { Callout } from '@/components/ui/callout';
import { DateTime } from '@/components/ui/date-time';
import { Panel } from '@/components/ui/panel';
import { State } from '@/components/ui/state';
import { getMapping, previewLayout } from '@/db/commands/intake/preview-layout';
import { previewLines } from '@/lib/intake/preview-lines';
import { MappingForm } from './_components/mapping-form';

type Props = { params: Promise<{ id: string }>; searchParams: Promise<{ cut?: string | string[] }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [{ id }, t] = await Promise.all([params, getTranslations('submissions.mapping')]);
  return { title: t('tab', { id: id.slice(0, 8) }) };
}

/** What the columns of a refused CSV file are, with the first records as they would be read. */
export default async function ColumnsPage({ params, searchParams }: Props) {
  const actor = await requireActor('intake.map');
  const { id } = await params;
  const [cut = null] = [(await searchParams).cut ?? null].flat();
  const t = await getTranslations('submissions.mapping');
  const mapping = await orNotFound(getMapping(actor, id, cut));
  const { layout, saved } = mapping;
  const { header: _header, ...choice } = layout ?? { header: [] };
  const preview =
    'targets' in choice ? previewLines(await previewLayout(actor, { submissionId: id, ...choice })) : null;
  return (
    <>
      <PageHeader
        title={t('title')}
        back={{ href: routes.submission(id), label: t('back') }}
        lead={
          <>
            {t('lead')}{' '}
            <span className="font-mono" translate="no">
              {mapping.fileName}
            </span>
            {actor.partnerId ? null : <span translate="no"> ({mapping.partnerName})</span>}
          </>
        }
      />
      {saved ? (
        <Callout tone="info" className="mb-4">
          {t(saved.isRetired ? 'retired' : 'saved', { edition: saved.edition })}{' '}
          <span translate="no">{saved.savedByName}</span>, <DateTime at={saved.savedAt} />
        </Callout>
      ) : null}
      {layout && preview ? (
        <MappingForm
          key={`${layout.delimiter} ${saved?.edition}`}
          mapping={{ ...mapping, layout }}
          first={preview}
          hrefOfCut={routes.submissionColumns(id)}
        />
      ) : (
        <Panel>
          <State kind="none-match" title={t('noHeader')}>
            {t('noHeaderText')}
          </State>
        </Panel>
      )}
    </>
  );
}
