import { useTranslations } from 'next-intl';
import { routes } from '@/app/_server/routes';
import { type Column, DataTable } from '@/components/table/data-table';
import { DateTime } from '@/components/ui/date-time';
import { LaneBadge } from '@/components/ui/lane-badge';
import { Panel } from '@/components/ui/panel';
import { Count } from '@/components/ui/quantity';
import { Stat, StatRow } from '@/components/ui/stat';
import { TextLink } from '@/components/ui/text-link';
import { HAND_OVER_LISTS, type HandOverContent, type HandOverLine } from '@/lib/clearance/hand-over';

type ContentPanelsProps = { content: HandOverContent; from: string };

/** What is handed over: a figure each, and a list under each that holds anything. */
export function ContentPanels({ content, from }: ContentPanelsProps) {
  const t = useTranslations('handOver');
  const tStatus = useTranslations('clearance.status');
  const workColumns: Column<HandOverLine>[] = [
    { key: 'timeLeft', header: t('timeLeft'), cell: (line) => <DateTime at={line.actByAt} /> },
    {
      key: 'holder',
      header: t('holder'),
      cell: (line) => (line.holderName ? <bdi translate="no">{line.holderName}</bdi> : null),
    },
  ];
  // What is kept waits for no flight and is in nobody's hands: how it stands and where it lies is what the next shift asks.
  const keptColumns: Column<HandOverLine>[] = [
    { key: 'status', header: t('status'), cell: (line) => (line.status ? tStatus(line.status) : null) },
    {
      key: 'place',
      header: t('place'),
      // What was handed over before places were kept tells nothing of them.
      cell: (line) =>
        line.place ? (
          <bdi translate="no">{line.place}</bdi>
        ) : line.place === null ? (
          <span className="text-muted">{t('noPlace')}</span>
        ) : null,
    },
  ];
  return (
    <>
      <StatRow>
        {HAND_OVER_LISTS.map((list) => (
          <Stat key={list} label={t(`list.${list}`)} value={<Count value={content.counts[list]} />} />
        ))}
      </StatRow>
      {HAND_OVER_LISTS.map((list) => {
        const lines = content[list];
        const title = t(`list.${list}`);
        const count = content.counts[list];
        if (lines.length === 0) return null;
        return (
          <Panel
            key={list}
            title={title}
            description={count > lines.length ? t('cut', { shown: lines.length, count }) : undefined}
            flush
          >
            <DataTable<HandOverLine>
              caption={title}
              captionHidden
              maxHeight="24rem"
              rows={lines}
              rowKey={(line) => line.consignmentId}
              columns={[
                {
                  key: 'consignment',
                  header: t('consignment'),
                  rowHeader: true,
                  cell: (line) => (
                    <TextLink href={routes.consignment(line.consignmentId, { from })} data>
                      {line.reference}
                    </TextLink>
                  ),
                },
                { key: 'lane', header: t('lane'), cell: (line) => <LaneBadge lane={line.lane} /> },
                ...(list === 'kept' ? keptColumns : workColumns),
                ...(list === 'putOff' || list === 'waiting'
                  ? [
                      {
                        key: 'until',
                        header: t(`until.${list}`),
                        cell: (line: HandOverLine) => (line.until ? <DateTime at={line.until} /> : null),
                      },
                    ]
                  : []),
              ]}
            />
          </Panel>
        );
      })}
    </>
  );
}
