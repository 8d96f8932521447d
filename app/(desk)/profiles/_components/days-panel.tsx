import { useTranslations } from 'next-intl';
import { DataTable } from '@/components/table/data-table';
import { DateTime } from '@/components/ui/date-time';
import { Panel } from '@/components/ui/panel';
import { Count } from '@/components/ui/quantity';
import type { VersionResult } from '@/db/queries/profile/profile-results';

type Day = VersionResult['days'][number];

/** A version day by day of receipt, the latest first: what it met, what it selected, and what the slots of the day left out. */
export function DaysPanel({ version, days }: { version: number; days: readonly Day[] }) {
  const t = useTranslations('profile.result');
  if (days.length === 0) return null;
  const most = Math.max(...days.map(({ hits }) => hits));
  const count = (key: 'selected' | 'noSlot' | 'muted' | 'examined' | 'findings') => ({
    key,
    header: t(key),
    numeric: true,
    cell: (row: Day) => <Count value={row[key]} />,
  });
  return (
    <Panel title={t('byDay', { version })} flush>
      <DataTable
        caption={t('byDay', { version })}
        captionHidden
        isDense
        maxHeight="22rem"
        rows={days.toReversed()}
        rowKey={(row) => row.day}
        columns={[
          {
            key: 'day',
            header: t('day'),
            rowHeader: true,
            className: 'whitespace-nowrap',
            cell: (row) => <DateTime at={`${row.day}T00:00:00Z`} show="date" />,
          },
          {
            key: 'hits',
            header: t('hits'),
            cell: (row) => (
              <span className="flex items-center gap-2">
                <span className="h-2 min-w-16 flex-1" aria-hidden="true">
                  <span
                    data-mark=""
                    className="block h-full rounded-full bg-chart-1"
                    style={{ width: `${(row.hits / most) * 100}%` }}
                  />
                </span>
                <span className="w-12 text-right">
                  <Count value={row.hits} />
                </span>
              </span>
            ),
          },
          count('selected'),
          count('noSlot'),
          count('muted'),
          count('examined'),
          count('findings'),
        ]}
      />
    </Panel>
  );
}
