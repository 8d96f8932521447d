import { useLocale, useTranslations } from 'next-intl';
import { routes } from '@/app/_server/routes';
import { ReleaseBadge } from '@/components/publication/release-badge';
import { DecideForm, PrepareForm, WithdrawForm } from '@/components/publication/release-forms';
import { ButtonLink } from '@/components/ui/button-link';
import { Callout } from '@/components/ui/callout';
import { DateTime } from '@/components/ui/date-time';
import { DescriptionList } from '@/components/ui/description-list';
import { formatInstant } from '@/components/ui/format';
import { Panel } from '@/components/ui/panel';
import type { Release, VintageView } from '@/db/queries/publication/list-vintages';
import type { Actor } from '@/lib/identity/actor';
import { can } from '@/lib/identity/permissions';
import { plannedRelease } from '@/lib/publication/calendar';
import { DATASET_IDS } from '@/lib/publication/datasets';
import { STANDING_STATES } from '@/lib/publication/states';
import { decideReleaseAction, prepareReleaseAction, withdrawReleaseAction } from '../actions';

type ReleasePanelProps = { vintage: VintageView & { hasNewer: boolean }; actor: Actor };

const HOUR_MS = 3_600_000;

/** Where the release of a vintage stands, and what the reader may do about it. */
export function ReleasePanel({ vintage, actor }: ReleasePanelProps) {
  const t = useTranslations('publication.page');
  const { month, number, releases, hasNewer } = vintage;
  const [latest] = releases;
  const standing = latest && STANDING_STATES.some((state) => state === latest.state) ? latest : null;
  const mayPrepare = can(actor, 'publication.prepare') && !standing && !hasNewer;
  return (
    <>
      {mayPrepare ? (
        <Panel title={t('prepare')} description={t('prepareText')}>
          <Prepare month={month} number={number} />
        </Panel>
      ) : null}
      {standing?.state === 'prepared' && can(actor, 'publication.approve') ? (
        <Panel title={t('decide')} description={t('decideText')}>
          {standing.preparedBy === actor.id ? (
            <Callout tone="info">{t('own')}</Callout>
          ) : (
            <DecideForm releaseId={standing.id} rowVersion={standing.rowVersion} action={decideReleaseAction} />
          )}
        </Panel>
      ) : null}
      <Panel
        title={t('releases')}
        actions={
          standing?.state === 'published'
            ? DATASET_IDS.map((dataset) => (
                <ButtonLink key={dataset} href={routes.publishedVintage(dataset, month, number)}>
                  <DatasetTitle dataset={dataset} />
                </ButtonLink>
              ))
            : undefined
        }
      >
        {releases.length === 0 ? <p className="text-muted text-sm">{t('noRelease')}</p> : null}
        <ol className="flex flex-col gap-4" aria-label={t('history')}>
          {releases.map((release) => (
            <li key={release.id}>
              <ReleaseFacts release={release} />
            </li>
          ))}
        </ol>
        {standing && standing.state !== 'published' && can(actor, 'publication.prepare') ? (
          <div className="pt-3">
            <WithdrawForm releaseId={standing.id} rowVersion={standing.rowVersion} action={withdrawReleaseAction} />
          </div>
        ) : null}
      </Panel>
    </>
  );
}

function DatasetTitle({ dataset }: { dataset: (typeof DATASET_IDS)[number] }) {
  return useTranslations('publication.dataset')(`${dataset}.title`);
}

/** The planned hour; where it is past, as for every revision, the next full hour but one. */
function proposedHour(planned: Date, now = new Date()): Date {
  return planned > now ? planned : new Date(Math.ceil(now.getTime() / HOUR_MS) * HOUR_MS + HOUR_MS);
}

function Prepare({ month, number }: { month: string; number: number }) {
  const locale = useLocale();
  const planned = plannedRelease(month);
  return (
    <PrepareForm
      month={month}
      number={number}
      releaseAt={proposedHour(planned).toISOString().slice(0, 16)}
      planned={formatInstant(locale, planned, 'datetime')}
      action={prepareReleaseAction}
    />
  );
}

function ReleaseFacts({ release }: { release: Release }) {
  const t = useTranslations('publication');
  const { state, releaseAt, publishedAt, note, reason } = release;
  return (
    <div className="flex flex-col gap-1">
      <ReleaseBadge state={state} />
      <DescriptionList
        columns={2}
        items={[
          { term: t('column.releaseAt'), value: <DateTime at={releaseAt} /> },
          ...(publishedAt ? [{ term: t('state.published'), value: <DateTime at={publishedAt} /> }] : []),
          ...(note ? [{ term: t('page.note'), value: note, data: true }] : []),
          {
            term: t('page.prepared'),
            value: <Person name={release.preparedByName} at={release.preparedAt} />,
          },
          ...(release.decidedByName && release.decidedAt
            ? [
                {
                  term: t(state === 'refused' ? 'state.refused' : 'state.approved'),
                  value: <Person name={release.decidedByName} at={release.decidedAt} />,
                },
              ]
            : []),
          ...(reason ? [{ term: t('page.reason'), value: reason, data: true }] : []),
        ]}
      />
    </div>
  );
}

function Person({ name, at }: { name: string; at: Date }) {
  return (
    <>
      <bdi translate="no">{name}</bdi> · <DateTime at={at} />
    </>
  );
}
