import { useTranslations } from 'next-intl';
import type { PublishedWords } from '@/app/_server/published-words';
import { routes } from '@/app/_server/routes';
import { DataTable } from '@/components/table/data-table';
import { ButtonLink } from '@/components/ui/button-link';
import { Panel } from '@/components/ui/panel';
import { Stat, StatRow } from '@/components/ui/stat';
import { TextLink } from '@/components/ui/text-link';
import { codeOf } from '@/lib/publication/csv-lines';
import { SUM, shapeOf, unitOfMeasure } from '@/lib/publication/datasets';
import { type PublishedTable, rowsBySum } from '@/lib/publication/published';
import { FigureText } from './figure-text';
import { MemberName } from './member-name';

type Shown = { table: PublishedTable; words: PublishedWords };

/** What a measure is counted in, as it is written beside its figures. */
export function unitText(
  table: Pick<PublishedTable, 'currency'>,
  measure: Parameters<typeof unitOfMeasure>[0],
): string {
  return { money: table.currency, mass: 'kg', count: '' }[unitOfMeasure(measure)];
}

/** The total of each measure. */
export function TotalsRow({
  table,
  words,
}: {
  table: Pick<PublishedTable, 'dataset' | 'currency' | 'figuresOf'>;
  words: PublishedWords;
}) {
  const totals = table.figuresOf(SUM, SUM);
  return (
    <StatRow>
      {shapeOf(table.dataset).measures.map((measure, at) => (
        <Stat
          key={measure}
          label={words.measure(measure)}
          value={<FigureText figure={totals[at] ?? ''} />}
          unit={<span translate="no">{unitText(table, measure)}</span>}
        />
      ))}
    </StatRow>
  );
}

type MemberTableProps = Shown & { member: string | null; vintage: number };
type Line = { readonly id: string; readonly figures: readonly string[] };

/** The rows of the table by size; or, of one of them, what it is made of. */
export function MemberTable({ table, words, member, vintage }: MemberTableProps) {
  const t = useTranslations('publication');
  const { row, column, measures } = shapeOf(table.dataset);
  const here = (of?: string) => `${routes.publishedVintage(table.dataset, table.month, vintage, { of })}#members`;
  const lines: readonly Line[] =
    member === null
      ? rowsBySum(table).map((one) => ({ id: one.row, figures: one.figures }))
      : table.columns
          .map((id) => ({ id, figures: table.figuresOf(member, id) }))
          .filter(({ figures }) => figures.some((figure) => figure !== '0'));
  const by = member === null ? row : column;
  const title =
    member === null
      ? t('site.table', { dimension: t(`dimension.${row}`) })
      : t('site.inside', { member: words.member(row, member), dimension: t(`dimension.${column}`) });
  const sums = table.figuresOf(member ?? SUM, SUM);
  return (
    <Panel
      id="members"
      title={title}
      description={member === null ? t('site.tableText') : undefined}
      actions={member === null ? undefined : <ButtonLink href={here()}>{t('site.back')}</ButtonLink>}
      flush
    >
      <DataTable
        caption={title}
        captionHidden
        rows={lines}
        rowKey={({ id }) => id}
        columns={[
          {
            key: 'member',
            header: t(`dimension.${by}`),
            rowHeader: true,
            cell: ({ id }) => (
              <>
                <code className="mr-2 font-mono text-muted text-xs" translate="no">
                  {codeOf(id)}
                </code>
                {member === null ? (
                  <TextLink href={here(id)} className="inline-flex min-h-target items-center">
                    <MemberName words={words.member} dimension={by} member={id} />
                  </TextLink>
                ) : (
                  <MemberName words={words.member} dimension={by} member={id} />
                )}
              </>
            ),
          },
          ...measures.map((measure, at) => ({
            key: measure,
            header: [words.measure(measure), unitText(table, measure)].filter(Boolean).join(', '),
            numeric: true,
            cell: ({ figures }: Line) => <FigureText figure={figures[at] ?? ''} />,
          })),
        ]}
        footer={Object.fromEntries([
          ['member', words.member(by, SUM)],
          ...measures.map((measure, at) => [measure, <FigureText key={measure} figure={sums[at] ?? ''} />]),
        ])}
      />
      <p className="border-line border-t px-4 py-2 text-muted text-xs">{t('signs')}</p>
    </Panel>
  );
}
