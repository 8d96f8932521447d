import { useTranslations } from 'next-intl';
import type { PublishedWords } from '@/app/_server/published-words';
import { routes } from '@/app/_server/routes';
import { DataTable } from '@/components/table/data-table';
import { Panel } from '@/components/ui/panel';
import { TextLink } from '@/components/ui/text-link';
import { codeOf } from '@/lib/publication/csv-lines';
import { SUM, shapeOf } from '@/lib/publication/datasets';
import { rowsBySum } from '@/lib/publication/published';
import type { SpanTable } from '@/lib/publication/span';
import { FigureText } from './figure-text';
import { MemberName, MonthName } from './member-name';
import { unitText } from './member-table';

type Shown = { table: SpanTable; words: PublishedWords };

/** The rows of a quarter or a year by size, with the sum of all. What each is made of stands in the file, and in the months. */
export function SpanMembers({ table, words }: Shown) {
  const t = useTranslations('publication');
  const { row, measures } = shapeOf(table.dataset);
  const title = t('site.table', { dimension: t(`dimension.${row}`) });
  const sums = table.figuresOf(SUM, SUM);
  return (
    <Panel title={title} flush>
      <DataTable
        caption={title}
        captionHidden
        rows={rowsBySum(table)}
        rowKey={(line) => line.row}
        columns={[
          {
            key: 'member',
            header: t(`dimension.${row}`),
            rowHeader: true,
            cell: (line) => (
              <>
                <code className="mr-2 font-mono text-muted text-xs" translate="no">
                  {codeOf(line.row)}
                </code>
                <MemberName words={words.member} dimension={row} member={line.row} />
              </>
            ),
          },
          ...measures.map((measure, at) => ({
            key: measure,
            header: [words.measure(measure), unitText(table, measure)].filter(Boolean).join(', '),
            numeric: true,
            cell: (line: { readonly figures: readonly string[] }) => <FigureText figure={line.figures[at] ?? ''} />,
          })),
        ]}
        footer={Object.fromEntries([
          ['member', words.member(row, SUM)],
          ...measures.map((measure, at) => [measure, <FigureText key={measure} figure={sums[at] ?? ''} />]),
        ])}
      />
      <p className="border-line border-t px-4 py-2 text-muted text-xs">{t('signs')}</p>
    </Panel>
  );
}

/** The months a quarter or a year is made of, each with the vintage that is in it. */
export function SpanMonths({ table, words }: Shown) {
  const t = useTranslations('publication');
  return (
    <Panel title={t('site.spanMonths')}>
      <ul className="flex flex-wrap gap-x-6">
        {table.months.map(({ month, vintage }) => (
          <li key={month}>
            <TextLink
              href={routes.publishedVintage(table.dataset, month, vintage)}
              className="inline-flex min-h-target items-center gap-1"
            >
              <MonthName month={month} name={words.month(month)} />
              <span>{t('vintage', { vintage })}</span>
            </TextLink>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
