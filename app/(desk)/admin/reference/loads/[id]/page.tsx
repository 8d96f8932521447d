import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { cache } from 'react';
import { requireActor } from '@/app/_server/actor';
import { orNotFound } from '@/app/_server/or-not-found';
import { routes } from '@/app/_server/routes';
import { ChangeTable } from '@/components/reference/change-table';
import { ProblemTable } from '@/components/reference/problem-table';
import { PageHeader } from '@/components/shell/page-header';
import { Callout } from '@/components/ui/callout';
import { Panel } from '@/components/ui/panel';
import { Count } from '@/components/ui/quantity';
import { Stat, StatRow } from '@/components/ui/stat';
import { getLoad } from '@/db/queries/reference/get-load';
import type { Actor } from '@/lib/identity/actor';
import { can } from '@/lib/identity/permissions';
import { LAYOUTS } from '@/lib/reference/layouts';
import { LoadStatus } from '../../_components/loads-table';
import { today } from '../../_components/today';
import { confirmLoadAction, discardLoadAction } from '../../actions';
import { ConfirmLoad } from './_components/confirm-load';
import { DiscardLoad } from './_components/discard-load';
import { FilePanel } from './_components/file-panel';

type Props = { params: Promise<{ id: string }> };

/** Asked for by the title and by the page: one query a request. */
const find = cache((actor: Actor, id: string) => orNotFound(getLoad(actor, id)));

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [actor, { id }, t] = await Promise.all([requireActor('reference.read'), params, getTranslations('reference')]);
  const { kind, edition } = await find(actor, id);
  return { title: t('load.title', { kind: t(`kind.${kind}`), edition }) };
}

/** What a file changes, to be confirmed, or what it has changed. */
export default async function LoadPage({ params }: Props) {
  const actor = await requireActor('reference.read');
  const { id } = await params;
  const [t, load] = await Promise.all([getTranslations('reference'), find(actor, id)]);
  const { preview, status, kind, edition, fingerprint } = load;
  const isOpen = status === 'previewed' && can(actor, 'policy.load');
  const isDated = LAYOUTS.find(({ name }) => name === load.layout)?.isDated ?? false;
  const standing = preview.changed + preview.ended + preview.unchanged;
  const kindName = t(`kind.${kind}`);
  return (
    <>
      <PageHeader
        title={t('load.title', { kind: kindName, edition })}
        back={{ href: routes.reference(), label: t('load.back') }}
        meta={<LoadStatus status={status} />}
        actions={
          isOpen ? (
            <>
              <DiscardLoad loadId={id} action={discardLoadAction} />
              <ConfirmLoad
                loadId={id}
                fingerprint={fingerprint}
                title={t('load.confirmTitle', { edition, kind: kindName })}
                text={t('load.confirmText', {
                  added: preview.added,
                  changed: preview.changed,
                  ended: preview.ended,
                  refused: preview.rowsRefused,
                })}
                warning={preview.ended > 0 ? t('load.endsMany', { ended: preview.ended, standing }) : null}
                action={confirmLoadAction}
              />
            </>
          ) : null
        }
      />
      {status === 'unchanged' ? (
        <Callout tone="info">{t('load.nothing', { refused: preview.rowsRefused })}</Callout>
      ) : null}
      {isOpen && !isDated && load.validFrom < today() ? <Callout tone="warning">{t('load.past')}</Callout> : null}
      {isOpen && preview.endsNothing ? <Callout tone="warning">{t('load.endsNothing')}</Callout> : null}
      <Panel title={t('load.figures')} description={t('load.figuresText')}>
        <StatRow>
          {(['added', 'changed', 'ended', 'unchanged', 'rowsRefused'] as const).map((figure) => (
            <Stat key={figure} label={t(`load.${figure}`)} value={<Count value={preview[figure]} />} />
          ))}
        </StatRow>
        <p className="mt-2 text-muted text-sm">
          {t('load.rows', { begun: preview.rowsBegun, ended: preview.rowsEnded, read: preview.rowsRead })}
        </p>
      </Panel>
      {preview.samples.length > 0 ? (
        <Panel
          title={t('load.samples')}
          description={t('load.samplesText', {
            shown: preview.samples.length,
            all: preview.added + preview.changed + preview.ended,
          })}
          flush
        >
          <ChangeTable changes={preview.samples} caption={t('load.samples')} />
        </Panel>
      ) : null}
      {preview.problems.length > 0 ? (
        <Panel title={t('load.problems')} description={t('load.problemsText')} flush>
          <ProblemTable problems={preview.problems} counts={preview.counts} caption={t('load.problems')} />
        </Panel>
      ) : null}
      <FilePanel load={load} isDated={isDated} />
    </>
  );
}
