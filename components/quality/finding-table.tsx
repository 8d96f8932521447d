import { useLocale, useTranslations } from 'next-intl';
import { DataTable } from '@/components/table/data-table';
import { formatPercent } from '@/components/ui/format';
import { Count } from '@/components/ui/quantity';
import { TextLink } from '@/components/ui/text-link';
import type { FindingCount } from '@/db/queries/quality/finding-count';
import { FieldWords, FindingCode, useFindingWords } from './finding-words';
import { SeverityBadge } from './severity-badge';

type FindingTableProps<F extends FindingCount> = {
  caption: string;
  findings: readonly F[];
  /** Records among which the findings were counted. */
  of: number;
  /** Where a reference is looked up; plain text where the reader has no such place. */
  hrefOf?: (reference: string) => string;
  /** Total points a finding cost, where that is known. */
  pointsOf?: (finding: F) => number;
};

/** What was found in which field, in how many records, and where to see it. */
export function FindingTable<F extends FindingCount>({
  caption,
  findings,
  of,
  hrefOf,
  pointsOf,
}: FindingTableProps<F>) {
  const t = useTranslations('quality');
  const locale = useLocale();
  const wordsOf = useFindingWords();
  return (
    <DataTable
      caption={caption}
      captionHidden
      rows={findings}
      rowKey={({ code, severity, field }) => `${code} ${severity} ${field}`}
      columns={[
        {
          key: 'finding',
          header: t('table.finding'),
          rowHeader: true,
          className: 'min-w-44',
          cell: ({ code }) => (
            <>
              {wordsOf(code)}
              <FindingCode code={code} />
            </>
          ),
        },
        {
          key: 'column',
          header: t('table.column'),
          className: 'min-w-40',
          cell: ({ field }) => {
            const column = field.replace(/^items\./, '');
            return <FieldWords pointer={column} place={column} />;
          },
        },
        { key: 'severity', header: t('table.severity'), cell: (row) => <SeverityBadge severity={row.severity} /> },
        { key: 'records', header: t('table.records'), numeric: true, cell: (row) => <Count value={row.records} /> },
        {
          key: 'share',
          header: t('table.share'),
          numeric: true,
          cell: (row) => <span translate="no">{formatPercent(locale, of > 0 ? row.records / of : 0)}</span>,
        },
        ...(pointsOf
          ? [
              {
                key: 'points',
                header: t('table.points'),
                numeric: true,
                cell: (row: F) => <Count value={pointsOf(row)} />,
              },
            ]
          : []),
        {
          key: 'examples',
          header: t('table.examples'),
          cell: (row) => <Examples of={row.examples} unnamed={row.unnamed} hrefOf={hrefOf} />,
        },
      ]}
    />
  );
}

type ExamplesProps = {
  of: readonly string[];
  unnamed: FindingCount['unnamed'];
  hrefOf: ((reference: string) => string) | undefined;
};

function Examples({ of, unnamed, hrefOf }: ExamplesProps) {
  const t = useTranslations('quality.table');
  if (of.length === 0) return <span className="text-muted">{t(`noExample.${unnamed ?? 'settled'}`)}</span>;
  return (
    <span className="flex flex-wrap gap-x-3 gap-y-2 font-mono text-xs" translate="no">
      {of.map((reference) =>
        hrefOf ? (
          <TextLink key={reference} href={hrefOf(reference)} data>
            {reference}
          </TextLink>
        ) : (
          <span key={reference}>{reference}</span>
        ),
      )}
    </span>
  );
}
