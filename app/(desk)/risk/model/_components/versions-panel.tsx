import { useTranslations } from 'next-intl';
import { routes } from '@/app/_server/routes';
import { DataTable } from '@/components/table/data-table';
import { Badge, type Tone } from '@/components/ui/badge';
import { DateTime } from '@/components/ui/date-time';
import { Panel } from '@/components/ui/panel';
import { Count, Percent } from '@/components/ui/quantity';
import { State } from '@/components/ui/state';
import { TextLink } from '@/components/ui/text-link';
import type { ModelView } from '@/db/queries/model/list-models';
import type { ModelState } from '@/lib/risk/model/life-cycle';

export const MODEL_TONES: Readonly<Record<ModelState, Tone>> = {
  candidate: 'warning',
  shadow: 'info',
  active: 'success',
  retired: 'neutral',
};

/** Every version with where it stands; one opens its card. */
export function VersionsPanel({ models, chosen }: { models: readonly ModelView[]; chosen: number | null }) {
  const t = useTranslations('model');
  return (
    <Panel title={t('versions.title')} flush>
      <DataTable
        caption={t('versions.caption')}
        captionHidden
        rows={models}
        rowKey={({ version }) => String(version)}
        selectedKey={chosen === null ? undefined : String(chosen)}
        empty={
          <State kind="empty" title={t('versions.none')}>
            {t('versions.noneText')}
          </State>
        }
        columns={[
          {
            key: 'version',
            header: t('versions.version'),
            rowHeader: true,
            cell: ({ version }) => <TextLink href={routes.model({ version })}>{t('card.title', { version })}</TextLink>,
          },
          {
            key: 'state',
            header: t('versions.state'),
            cell: ({ standing }) => <Badge tone={MODEL_TONES[standing.state]}>{t(`state.${standing.state}`)}</Badge>,
          },
          { key: 'kind', header: t('versions.kind'), cell: ({ kind }) => t(`kind.${kind}`) },
          { key: 'objective', header: t('versions.objective'), cell: ({ objective }) => t(`objective.${objective}`) },
          {
            key: 'trained',
            header: t('versions.trained'),
            className: 'whitespace-nowrap',
            cell: ({ trainedAt, trainedByName }) => (
              <>
                <DateTime at={trainedAt} show="date" />
                <bdi className="block text-muted text-xs" translate="no">
                  {trainedByName}
                </bdi>
              </>
            ),
          },
          {
            key: 'results',
            header: t('versions.results'),
            numeric: true,
            cell: ({ results }) => <Count value={results} />,
          },
          {
            key: 'auc',
            header: t('versions.auc'),
            numeric: true,
            cell: ({ card }) => (card.holdOut.auc ? <Percent ratio={card.holdOut.auc.area} digits={0} /> : null),
          },
          {
            key: 'promoted',
            header: t('versions.promoted'),
            cell: ({ standing }) =>
              standing.promotedAt ? (
                <>
                  <bdi translate="no">{standing.promotedByName}</bdi>
                  <span className="block text-muted text-xs">
                    <DateTime at={standing.promotedAt} show="date" />
                  </span>
                </>
              ) : (
                <span className="text-muted">{t('versions.nobody')}</span>
              ),
          },
        ]}
      />
    </Panel>
  );
}
