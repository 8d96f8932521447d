import { useTranslations } from 'next-intl';
import { routes } from '@/app/_server/routes';
import { MuteDialog } from '@/components/profile/mute-dialog';
import { DataTable } from '@/components/table/data-table';
import { Badge } from '@/components/ui/badge';
import { DateTime } from '@/components/ui/date-time';
import { LaneBadge } from '@/components/ui/lane-badge';
import { Pagination } from '@/components/ui/pagination';
import { Panel } from '@/components/ui/panel';
import { State } from '@/components/ui/state';
import { TextLink } from '@/components/ui/text-link';
import type { ProfileHitRow } from '@/db/queries/profile/list-profile-hits';
import { mutePartyAction } from '../actions';

type HitsPanelProps = {
  profileId: string;
  version: number;
  hits: { readonly rows: readonly ProfileHitRow[]; readonly next: string | null };
  isFirst: boolean;
  /** First and last day a mute may end on; null for readers who may not mute. */
  muteDays: { readonly from: string; readonly to: string; readonly usual: string } | null;
};

/** The consignments that met a version, the latest first, each with what became of the hit. */
export function HitsPanel({ profileId, version, hits, isFirst, muteDays }: HitsPanelProps) {
  const t = useTranslations('profile.result');
  const tOutcome = useTranslations('clearance.outcome');
  // That a version met nothing is told by its results.
  if (hits.rows.length === 0 && isFirst) return null;
  const place = (query: Record<string, string | number | null>) =>
    `${routes.profile(profileId, { version, ...query })}#hits`;
  const empty = (
    <State kind="empty" title={t('noHits')}>
      {t('noHitsText')}
    </State>
  );
  const partOf = ({ mode, keptBack, hasSlot }: ProfileHitRow) =>
    mode === 'shadow' ? 'shadow' : (keptBack ?? (hasSlot ? 'selected' : 'counted'));
  return (
    <Panel id="hits" title={t('hitsOf', { version })} flush={hits.rows.length > 0}>
      <DataTable
        caption={t('hitsOf', { version })}
        captionHidden
        rows={hits.rows}
        rowKey={(row) => `${row.consignmentId} ${row.consignmentVersion}`}
        empty={empty}
        columns={[
          {
            key: 'reference',
            header: t('consignment'),
            rowHeader: true,
            cell: (row) => (
              <TextLink href={routes.consignment(row.consignmentId, { from: place({}) })} data prefetch={false}>
                {row.reference}
              </TextLink>
            ),
          },
          { key: 'goods', header: t('goods'), cell: (row) => <bdi translate="no">{row.headline}</bdi> },
          { key: 'at', header: t('at'), className: 'whitespace-nowrap', cell: (row) => <DateTime at={row.hitAt} /> },
          {
            key: 'part',
            header: t('part'),
            cell: (row) => {
              const part = partOf(row);
              return <Badge tone={part === 'selected' ? 'warning' : 'neutral'}>{t(`partOf.${part}`)}</Badge>;
            },
          },
          { key: 'lane', header: t('lane'), cell: (row) => <LaneBadge lane={row.laneEffective} /> },
          { key: 'outcome', header: t('outcome'), cell: (row) => tOutcome(row.examinationOutcome) },
          ...(muteDays
            ? [
                {
                  key: 'mute',
                  header: <span className="sr-only">{t('act')}</span>,
                  cell: (row: ProfileHitRow) => (
                    <MuteDialog
                      profileId={profileId}
                      consignmentId={row.consignmentId}
                      reference={row.reference}
                      days={muteDays}
                      action={mutePartyAction}
                    />
                  ),
                },
              ]
            : []),
        ]}
      />
      <Pagination
        previousHref={isFirst ? undefined : place({ before: null })}
        nextHref={hits.next ? place({ before: hits.next }) : undefined}
      />
    </Panel>
  );
}
