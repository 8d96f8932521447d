import clsx from 'clsx';
import { useTranslations } from 'next-intl';
import {
  HeadCell,
  Row,
  RowHeaderCell,
  type Sort,
  Table,
  TableCaption,
  TableRegion,
} from '@/components/table/table-parts';
import { TextLink } from '@/components/ui/text-link';
import type { PolicyCurrency } from '@/lib/policy/policy';
import { type ExploredFigure, exploredUnit } from '@/lib/statistics/explored-figures';
import type { Resolved } from '@/lib/statistics/filter';
import type { Member } from '@/lib/statistics/pivot';
import type { Head, PivotTable, TableLine } from '@/lib/statistics/pivot-table';
import type { Order, Question } from '@/lib/statistics/question';
import { MemberName, type MemberText } from './member-name';
import { PivotValue } from './pivot-value';
import { useAxisText, useExploredUnit } from './use-pivot-text';

export type PivotLinks = {
  /** The page with all rows in another order. */
  readonly order: (order: Order) => string;
  /** The page narrowed to a member of the rows or columns; null where that cannot be asked for. */
  readonly narrow: (side: 'rows' | 'columns', member: Member) => string | null;
  /** What the figure counts. */
  readonly definition: (figure: ExploredFigure) => string;
  /** The list of goods items behind a cell; null where no filter says it. */
  readonly list: (row: Member, head: Head) => string | null;
};

type PivotGridProps = {
  caption: string;
  table: PivotTable;
  question: Question;
  resolved: Resolved;
  currency: PolicyCurrency;
  officeNames: ReadonlyMap<string, string>;
  links: PivotLinks;
};

const sameMember = (one: Head, other: Head | undefined) => one.column.key === other?.column.key;
/** The column of names stays in view while the figures scroll under it. */
const NAMES = 'sticky left-0 z-5 bg-surface group-hover/row:bg-hover max-w-72 min-w-36';

/** An answer as a table: a name narrows the page to what it names, a figure opens the list of what it counts, a head sorts all rows. */
export function PivotGrid({ caption, table, question, resolved, currency, officeNames, links }: PivotGridProps) {
  const t = useTranslations('explore');
  const tStatistics = useTranslations('statistics');
  const textOf = useAxisText(officeNames, resolved.grain);
  const unitOf = useExploredUnit(currency);
  const { rows, columns, order } = question;
  // Where every member has one column, the member heads it; else the members stand above the columns they have.
  const isPlain = columns === null || table.heads.every((head, at) => !isTwin(table.heads, head, at));
  const sortOf = (head: Head): Sort | undefined => {
    if (head.says === 'before' || head.column.kind === 'rest') return undefined;
    const key = head.says === 'change' ? 'change' : 'figure';
    const at = head.column.kind === 'member' ? head.column.key : null;
    const isSorted = order.key === key && order.figure === head.figure && order.at === at;
    return {
      direction: isSorted ? (order.isAscending ? 'ascending' : 'descending') : 'none',
      href: links.order({ key, figure: head.figure, at, isAscending: isSorted && !order.isAscending }),
    };
  };
  const isByName = order.key === 'name';
  const nameSort: Sort = {
    direction: isByName ? (order.isAscending ? 'ascending' : 'descending') : 'none',
    href: links.order({ ...order, key: 'name', at: null, isAscending: !(isByName && order.isAscending) }),
  };
  // Beside one figure alone, what was before and how it changed need not name it again.
  const saying = (head: Head) => {
    if (question.figures.length === 1 && head.says === 'before') return t('says.beforeAlone');
    if (question.figures.length === 1 && head.says === 'change' && question.telling === 'figure')
      return t('says.changeAlone');
    return t(`says.${head.says}`, { figure: tStatistics(`figure.${head.figure}`) });
  };
  const hintOf = (head: Head) =>
    head.says === 'share' || head.says === 'index' ? t(`unit.${head.says}`) : unitOf(head.figure);
  const isCurrency = ({ says, figure }: Head) =>
    says !== 'share' && says !== 'index' && exploredUnit(figure) === 'money';
  const headLine = (
    <tr>
      <HeadCell sort={nameSort} className={clsx('left-0 z-20!', !isPlain && 'top-8!')}>
        {tStatistics(`dimension.${rows}`)}
      </HeadCell>
      {table.heads.map((head, at) => (
        <HeadCell
          key={`${head.column.key} ${head.figure} ${head.says}`}
          numeric
          sort={sortOf(head)}
          hint={
            <TextLink
              href={links.definition(head.figure)}
              className="inline-block min-h-6 min-w-6 text-muted! leading-6 decoration-dotted"
              title={t('definition.of', { figure: tStatistics(`figure.${head.figure}`) })}
            >
              {isCurrency(head) ? <span translate="no">{hintOf(head)}</span> : hintOf(head)}
            </TextLink>
          }
          className={clsx(!isPlain && 'top-8!', startsGroup(table.heads, at) && columns && 'border-l')}
        >
          {isPlain && columns ? <MemberName {...textOf(columns, head.column)} /> : saying(head)}
        </HeadCell>
      ))}
    </tr>
  );
  return (
    <TableRegion label={caption}>
      <Table>
        <TableCaption hidden>{caption}</TableCaption>
        <thead>
          {isPlain || columns === null ? null : (
            <tr>
              <td className="sticky top-0 left-0 z-20 h-8 bg-sunken px-3 text-muted text-xs">
                {tStatistics(`dimension.${columns}`)}
              </td>
              {groupsOf(table.heads).map(({ head, span }) => (
                <th
                  key={head.column.key}
                  scope="colgroup"
                  colSpan={span}
                  className="sticky top-0 z-10 h-8 whitespace-nowrap border-line border-l bg-sunken px-3 text-left font-medium text-xs"
                >
                  <Name text={textOf(columns, head.column)} href={links.narrow('columns', head.column)} />
                </th>
              ))}
            </tr>
          )}
          {headLine}
        </thead>
        <tbody>
          {table.lines.map((line) => (
            <Row key={`${line.row.kind} ${line.row.key}`}>
              <RowHeaderCell className={NAMES}>
                <Name text={textOf(rows, line.row)} href={links.narrow('rows', line.row)} />
              </RowHeaderCell>
              <Cells line={line} {...{ table, question, currency, links }} />
            </Row>
          ))}
        </tbody>
        <tfoot>
          <tr className="font-semibold [&>*]:border-line-strong [&>*]:border-t">
            <RowHeaderCell className={clsx(NAMES, 'font-semibold!')}>
              {textOf(rows, table.total.row).text}
            </RowHeaderCell>
            <Cells line={table.total} {...{ table, question, currency, links }} />
          </tr>
        </tfoot>
      </Table>
    </TableRegion>
  );
}

function Name({ text, href }: { text: MemberText; href: string | null }) {
  const name = (
    <>
      {text.code ? (
        <code className="mr-2 font-mono text-muted text-xs" translate="no">
          {text.code}
        </code>
      ) : null}
      {href ? (
        <TextLink href={href} scroll={false}>
          <MemberName {...text} />
        </TextLink>
      ) : (
        <MemberName {...text} />
      )}
    </>
  );
  return <span className="break-words">{name}</span>;
}

type CellsProps = Pick<PivotGridProps, 'table' | 'question' | 'currency' | 'links'> & { line: TableLine };

function Cells({ line, table, question, currency, links }: CellsProps) {
  return table.heads.map((head, at) => (
    <PivotValue
      key={`${head.column.key} ${head.figure} ${head.says}`}
      head={head}
      cell={line.cells[at]}
      currency={currency}
      href={head.says === 'before' ? null : links.list(line.row, head)}
      className={startsGroup(table.heads, at) && question.columns ? 'border-l' : undefined}
    />
  ));
}

const isTwin = (heads: readonly Head[], head: Head, at: number) =>
  sameMember(head, heads[at - 1]) || sameMember(head, heads[at + 1]);
const startsGroup = (heads: readonly Head[], at: number) => {
  const head = heads[at];
  return at > 0 && head !== undefined && !sameMember(head, heads[at - 1]);
};

function groupsOf(heads: readonly Head[]): { head: Head; span: number }[] {
  const groups: { head: Head; span: number }[] = [];
  for (const head of heads) {
    const last = groups.at(-1);
    if (last && sameMember(last.head, head)) last.span += 1;
    else groups.push({ head, span: 1 });
  }
  return groups;
}
