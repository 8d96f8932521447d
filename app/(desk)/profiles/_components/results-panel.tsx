import { useLocale, useTranslations } from 'next-intl';
import { routes } from '@/app/_server/routes';
import { IntervalBar } from '@/components/statistics/interval-bar';
import { useRateText } from '@/components/statistics/use-rate-text';
import { DataTable } from '@/components/table/data-table';
import { formatPercent } from '@/components/ui/format';
import { Money } from '@/components/ui/money';
import { Panel } from '@/components/ui/panel';
import { Count } from '@/components/ui/quantity';
import { State } from '@/components/ui/state';
import { TextLink } from '@/components/ui/text-link';
import type { VersionView } from '@/db/queries/profile/list-profiles';
import type { VersionResult } from '@/db/queries/profile/profile-results';
import type { Rate } from '@/lib/kernel/wilson';

type ResultsPanelProps = {
  profileId: string;
  days: number;
  results: readonly VersionResult[];
  versions: readonly VersionView[];
  /** The currency the administration counts in. */
  currency: string;
};

/** How what was found stands to what was expected: chance explains a rate whose interval holds the expected one. */
function verdictOf({ low, high }: Rate, expectedPercent: number): 'below' | 'above' | 'within' {
  const expected = expectedPercent / 100;
  return high < expected ? 'below' : low > expected ? 'above' : 'within';
}

/** What each version met in the last days, what became of it, and whether that is what its author expected. */
export function ResultsPanel({ profileId, days, results, versions, currency }: ResultsPanelProps) {
  const t = useTranslations('profile.result');
  const locale = useLocale();
  const rateText = useRateText();
  const expectedOf = (version: number) =>
    versions.find((one) => one.version === version)?.content.expectedHitPercent ?? 0;
  const empty = (
    <State kind="empty" title={t('none')}>
      {t('noneText', { days })}
    </State>
  );
  const count = (key: 'hits' | 'selected' | 'noSlot' | 'muted' | 'examined' | 'notDone') => ({
    key,
    header: t(key),
    numeric: true,
    cell: (row: VersionResult) => <Count value={row[key]} />,
  });
  return (
    <Panel title={t('title', { days })} description={t('lead')} flush={results.length > 0}>
      <DataTable
        caption={t('title', { days })}
        captionHidden
        isDense
        rows={results}
        rowKey={(row) => String(row.version)}
        empty={empty}
        columns={[
          {
            key: 'version',
            header: t('version'),
            rowHeader: true,
            cell: (row) => (
              <TextLink href={`${routes.profile(profileId, { version: row.version })}#hits`}>
                {t('versionName', { version: row.version })}
              </TextLink>
            ),
          },
          count('hits'),
          count('selected'),
          count('noSlot'),
          count('muted'),
          count('examined'),
          count('notDone'),
          {
            key: 'rate',
            header: t('rate'),
            cell: (row) =>
              row.hitRate ? <IntervalBar rate={row.hitRate} text={rateText(row.hitRate)} /> : t('noRate'),
          },
          {
            key: 'expected',
            header: t('expected'),
            cell: (row) => {
              const percent = expectedOf(row.version);
              const share = formatPercent(locale, percent / 100, 0);
              return row.hitRate ? t(`verdict.${verdictOf(row.hitRate, percent)}`, { share }) : share;
            },
          },
          {
            key: 'charges',
            header: t('charges'),
            numeric: true,
            cell: (row) => <Money minor={row.chargesMinor} currency={currency} />,
          },
        ]}
      />
    </Panel>
  );
}
