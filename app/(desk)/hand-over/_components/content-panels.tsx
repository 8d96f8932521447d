import { useTranslations } from 'next-intl';
import { routes } from '@/app/_server/routes';
import { DataTable } from '@/components/table/data-table';
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
                { key: 'timeLeft', header: t('timeLeft'), cell: (line) => <DateTime at={line.actByAt} /> },
                {
                  key: 'holder',
                  header: t('holder'),
                  cell: (line) => (line.holderName ? <bdi translate="no">{line.holderName}</bdi> : null),
                },
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
