import { useTranslations } from 'next-intl';
import { routes } from '@/app/_server/routes';
import { DataTable } from '@/components/table/data-table';
import { Panel } from '@/components/ui/panel';
import { Count } from '@/components/ui/quantity';
import { TextLink } from '@/components/ui/text-link';
import type { AgeBand, OfficeOverview } from '@/db/queries/clearance/supervision-overview';
import type { Lane } from '@/lib/consignment/codes';

type OfficesPanelProps = {
  offices: readonly OfficeOverview[];
  ages: readonly AgeBand[];
  lanes: readonly Lane[];
  /** Figures lead into the office's queue. */
  mayOpenQueue: boolean;
};

/** Open work of each office by age, lane and where it stands. */
export function OfficesPanel({ offices, ages, lanes, mayOpenQueue }: OfficesPanelProps) {
  const t = useTranslations('supervision');
  const figure = (
    key: string,
    header: string,
    value: (office: OfficeOverview) => number,
    query?: Readonly<Record<string, string>>,
    hint?: string,
  ) => ({
    key,
    header,
    hint,
    numeric: true,
    className: 'whitespace-normal!',
    cell: (office: OfficeOverview) =>
      query && mayOpenQueue && value(office) > 0 ? (
        <TextLink href={routes.queue({ office: office.officeId, ...query })}>
          <Count value={value(office)} />
        </TextLink>
      ) : (
        <Count value={value(office)} />
      ),
  });
  return (
    <Panel title={t('offices')} flush>
      <DataTable
        caption={t('offices')}
        captionHidden
        rows={offices}
        rowKey={(office) => office.officeId}
        columns={[
          {
            key: 'office',
            header: t('office'),
            rowHeader: true,
            cell: (office) =>
              mayOpenQueue ? (
                <TextLink href={routes.queue({ office: office.officeId })} translate="no">
                  {office.officeName}
                </TextLink>
              ) : (
                <span translate="no">{office.officeName}</span>
              ),
          },
          figure('open', t('open'), (office) => office.open),
          ...ages.map((code) =>
            figure(code, t(`age.${code}`), (office) => office.openByAge[code], undefined, t('ageHint')),
          ),
          ...lanes.map((lane) => figure(lane, t(`lane.${lane}`), (office) => office.openByLane[lane])),
          figure('arrived', t('arrived'), (office) => office.arrived, undefined, t('arrivedHint')),
          figure('examination', t('examination'), (office) => office.examination, { tab: 'examination' }),
          figure('second', t('second.column'), (office) => office.awaitingSecond, { tab: 'second' }),
          figure('hold', t('onHold'), (office) => office.onHold),
          figure('returned', t('returned'), (office) => office.returned),
          figure('overdue', t('overdue'), (office) => office.referralsOverdue, { tab: 'waiting' }),
          figure('released', t('released'), (office) => office.releasedByLaneToday),
        ]}
      />
    </Panel>
  );
}
