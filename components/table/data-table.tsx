import type { ReactNode } from 'react';
import { Cell, HeadCell, Row, RowHeaderCell, type Sort, Table, TableCaption, TableRegion } from './table-parts';

export type Column<Item> = {
  key: string;
  header: ReactNode;
  cell: (item: Item) => ReactNode;
  /** Figures stand right-aligned under a right-aligned head. */
  numeric?: boolean;
  /** This column names the row; one per table. */
  rowHeader?: boolean;
  sort?: Sort;
  hint?: ReactNode;
  className?: string;
};

type DataTableProps<Item> = {
  caption: string;
  /** A heading beside the table already says the caption. */
  captionHidden?: boolean;
  columns: readonly Column<Item>[];
  rows: readonly Item[];
  rowKey: (item: Item) => string;
  selectedKey?: string;
  /** What to show when there are no rows: a `State`. */
  empty?: ReactNode;
  /** Totals, as cells of one row keyed by column. */
  footer?: Readonly<Record<string, ReactNode>>;
  maxHeight?: string;
  /** Less room between columns, for tables of many. */
  isDense?: boolean;
};

/** A server-rendered table from columns and rows. */
export function DataTable<Item>(props: DataTableProps<Item>) {
  const {
    caption,
    captionHidden = false,
    columns,
    rows,
    rowKey,
    selectedKey,
    empty,
    footer,
    maxHeight,
    isDense,
  } = props;
  if (rows.length === 0 && empty) return <>{empty}</>;
  return (
    <TableRegion label={caption} maxHeight={maxHeight}>
      <Table className={isDense ? '[&_td]:px-2 [&_th]:px-2' : undefined}>
        <TableCaption hidden={captionHidden}>{caption}</TableCaption>
        <thead>
          <tr>
            {columns.map(({ key, header, numeric, sort, hint, className }) => (
              <HeadCell key={key} numeric={numeric} sort={sort} hint={hint} className={className}>
                {header}
              </HeadCell>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((item) => {
            const key = rowKey(item);
            return (
              <Row key={key} selected={key === selectedKey}>
                {columns.map((column) =>
                  column.rowHeader ? (
                    <RowHeaderCell key={column.key} className={column.className}>
                      {column.cell(item)}
                    </RowHeaderCell>
                  ) : (
                    <Cell key={column.key} numeric={column.numeric} className={column.className}>
                      {column.cell(item)}
                    </Cell>
                  ),
                )}
              </Row>
            );
          })}
        </tbody>
        {footer ? (
          <tfoot>
            <tr className="font-semibold">
              {columns.map((column) => (
                <Cell key={column.key} numeric={column.numeric} className="border-line-strong border-t border-b-0">
                  {footer[column.key]}
                </Cell>
              ))}
            </tr>
          </tfoot>
        ) : null}
      </Table>
    </TableRegion>
  );
}
