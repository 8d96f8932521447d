import { useTranslations } from 'next-intl';
import { routes } from '@/app/_server/routes';
import { IntervalBar } from '@/components/statistics/interval-bar';
import { useRateText } from '@/components/statistics/use-rate-text';
import { DataTable } from '@/components/table/data-table';
import { DateTime } from '@/components/ui/date-time';
import { Panel } from '@/components/ui/panel';
import { Count } from '@/components/ui/quantity';
import { TextLink } from '@/components/ui/text-link';
import type { ComparedPart } from '@/db/queries/profile/compare-versions';

type ComparedPanelProps = {
  profileId: string;
  active: number;
  shadow: number;
  since: Date;
  parts: readonly ComparedPart[];
};

/** The version in shadow beside the one in force on the same traffic: what would change if it were activated. */
export function ComparedPanel({ profileId, active, shadow, since, parts }: ComparedPanelProps) {
  const t = useTranslations('profile.compared');
  const rateText = useRateText();
  return (
    <Panel
      title={t('title', { active, shadow })}
      description={t.rich('lead', { shadow, at: () => <DateTime key="at" at={since} /> })}
      flush
    >
      <DataTable
        caption={t('title', { active, shadow })}
        captionHidden
        isDense
        rows={parts}
        rowKey={({ metBy }) => metBy}
        columns={[
          {
            key: 'metBy',
            header: t('metBy'),
            rowHeader: true,
            cell: ({ metBy }) => t(`part.${metBy}`, { active, shadow }),
          },
          { key: 'hits', header: t('hits'), numeric: true, cell: ({ hits }) => <Count value={hits} /> },
          {
            key: 'rate',
            header: t('rate'),
            cell: ({ hitRate }) =>
              hitRate ? <IntervalBar rate={hitRate} text={rateText(hitRate)} /> : t('noneExamined'),
          },
          {
            key: 'samples',
            header: t('samples'),
            cell: ({ samples }) => (
              <span className="flex flex-wrap gap-x-3">
                {samples.map(({ consignmentId, reference }) => (
                  <TextLink
                    key={consignmentId}
                    href={routes.consignment(consignmentId, { from: routes.profile(profileId) })}
                    data
                    prefetch={false}
                  >
                    {reference}
                  </TextLink>
                ))}
                {samples.length === 0 ? <span className="text-muted">{t('none')}</span> : null}
              </span>
            ),
          },
        ]}
      />
    </Panel>
  );
}
