import { CONSIGNMENT_COLUMNS, ITEM_COLUMNS } from '@/lib/consignment/columns';
import { columnLabels } from './layout';
import { csvRows, ownFrom, type Place, replaced, unquoted } from './place-problem';
import type { FieldsOfText, SentText } from './record-fields';

const OF_CONSIGNMENT: ReadonlySet<string> = new Set(CONSIGNMENT_COLUMNS);
const OF_ITEM: ReadonlySet<string> = new Set(ITEM_COLUMNS);

type Column = { readonly index: number; readonly name: string; readonly column: string };

/**
 * The fields of the rows of one record: what describes the consignment once, though every row repeats it, and what describes goods row
 * by row. Null where a row has not as many fields as the header.
 */
export function csvFields({ header, text, delimiter, targets }: SentText): FieldsOfText | null {
  const mark = delimiter ?? ',';
  const names = csvRows(header ?? '', mark)[0]?.fields.map((field) => unquoted(header ?? '', field)) ?? [];
  const rows = csvRows(text, mark);
  if (names.length === 0 || rows.some(({ fields }) => fields.length !== names.length)) return null;
  const from = ownFrom(names);
  const own = names.slice(from);
  const columns = (targets ? columnLabels(own) : own).map((name, index): Column => {
    return { index: index + from, name, column: targets ? (targets[index] ?? 'kept') : name };
  });
  const placesOf = ({ index }: Column, row?: number): Place[] =>
    rows.flatMap(({ fields }, at) => (row === undefined || row === at ? (fields[index] ?? []) : []));
  const shared = columns.filter(({ column }) => OF_CONSIGNMENT.has(column));
  const goods = columns.filter(({ column }) => !OF_CONSIGNMENT.has(column));
  const valueAt = (place: Place | undefined) => (place ? unquoted(text, place) : '');
  const fields = [
    ...shared.map((column) => {
      const places = placesOf(column);
      const { name } = column;
      return { key: keyOf(column), pointer: column.column, name, value: valueAt(places[0]), places };
    }),
    ...rows.flatMap((_, row) =>
      goods.map((column) => {
        const places = placesOf(column, row);
        const pointer = OF_ITEM.has(column.column) ? `items.${row}.${column.column}` : column.name;
        return { key: keyOf(column, row), pointer, name: column.name, value: valueAt(places[0]), places };
      }),
    ),
  ];
  return {
    fields,
    keyOf: ({ pointer, line = 1, params }) => {
      const [, item, field = pointer] = /^items\.(\d+)\.(.+)$/.exec(pointer) ?? [];
      const column = columns.find(({ name, column: is }) =>
        params?.fileColumn === undefined ? is === field : name === params.fileColumn,
      );
      if (!column) return null;
      if (OF_CONSIGNMENT.has(column.column)) return keyOf(column);
      const atLine = rows.findLastIndex((row) => row.line <= line);
      return keyOf(column, item === undefined ? Math.max(0, atLine) : Number(item));
    },
    write: (values) =>
      replaced(
        text,
        fields.flatMap(({ key, value: shown, places }) => {
          const value = values.get(key);
          // What nobody touched stays as it is in every row, also where the rows of one record differ.
          if (value === undefined || value === shown) return [];
          return places.flatMap((place) =>
            unquoted(text, place) === value
              ? []
              : { ...place, by: quotedAs(text.slice(place.start, place.end), value, mark) },
          );
        }),
      ),
  };
}

const keyOf = ({ index }: Column, row?: number) => (row === undefined ? `${index}` : `${index}.${row}`);

/** A value as a field of a row: in quotes where it was, or has to be. */
function quotedAs(before: string, value: string, delimiter: string): string {
  const needsQuotes = before.startsWith('"') || value.includes(delimiter) || /["\r\n]/.test(value);
  return needsQuotes ? `"${value.replaceAll('"', '""')}"` : value;
}
