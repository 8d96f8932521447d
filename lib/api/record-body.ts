import { ALWAYS_REQUIRED, COLUMN_GUIDE, STOOD_FOR_BY } from '@/lib/consignment/column-guide';
import { CONSIGNMENT_COLUMNS, type ConsignmentColumn, ITEM_COLUMNS, type ItemColumn } from '@/lib/consignment/columns';
import type { JsonSchema } from './json-schema';

/** What explains a column: its meaning and what may stand in it. */
export type ColumnWords = (column: ConsignmentColumn | ItemColumn | 'items') => string;

const columnSchema = (column: ConsignmentColumn | ItemColumn, words: ColumnWords): JsonSchema => {
  const { accepted, example } = COLUMN_GUIDE[column];
  // Decimals may come as JSON numbers; their digits are kept as sent.
  const type = accepted ? 'string' : ['string', 'number'];
  return {
    type,
    description: words(column),
    ...(accepted ? { enum: accepted } : {}),
    ...(example ? { examples: [example] } : {}),
  };
};

const objectOf = (columns: readonly (ConsignmentColumn | ItemColumn)[], words: ColumnWords): JsonSchema => ({
  type: 'object',
  properties: Object.fromEntries(columns.map((column) => [column, columnSchema(column, words)])),
  required: columns.filter((column) => ALWAYS_REQUIRED.has(column)),
});

/** Schemas of a record as JSON, made of the columns that the intake reads and the template prints. */
export function recordSchemas(words: ColumnWords): Readonly<Record<string, JsonSchema>> {
  const record = objectOf(CONSIGNMENT_COLUMNS, words);
  return {
    Item: objectOf(ITEM_COLUMNS, words),
    Record: {
      ...record,
      properties: {
        ...(record.properties as object),
        items: {
          type: 'array',
          description: words('items'),
          minItems: 1,
          items: { $ref: '#/components/schemas/Item' },
        },
      },
      required: [...(record.required as string[]), 'items'],
      allOf: [...STOOD_FOR_BY].map((either) => ({ anyOf: either.map((column) => ({ required: [column] })) })),
    },
    Records: { type: 'array', minItems: 1, items: { $ref: '#/components/schemas/Record' } },
  };
}

const quoted = (text: string) => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** One submission that passes, in every format the intake takes; it arrives at an instant (ISO 8601 with zone). */
export function submissionExamples(arrivesAt: string) {
  const exampleOf = (column: ConsignmentColumn | ItemColumn) =>
    column === 'expected_arrival_at' ? arrivesAt : COLUMN_GUIDE[column].example;
  const filled = <Column extends ConsignmentColumn | ItemColumn>(columns: readonly Column[]) =>
    columns.flatMap((column) => (exampleOf(column) ? [[column, exampleOf(column)] as const] : []));
  const head = filled(CONSIGNMENT_COLUMNS);
  const item = filled(ITEM_COLUMNS);
  const record = { ...Object.fromEntries(head), items: [Object.fromEntries(item)] };
  const columns = [...head, ...item];
  const element =
    (indent: string) =>
    ([name, value]: readonly [string, string]) =>
      `${indent}<${name}>${escaped(value)}</${name}>`;
  return {
    'text/csv': `${columns.map(([name]) => name).join(',')}\n${columns.map(([, value]) => quoted(value)).join(',')}\n`,
    'application/json': [record],
    'application/x-ndjson': `${JSON.stringify(record)}\n`,
    'application/xml': [
      '<submission xmlns="urn:luxor:advance-data:1" count="1">',
      '  <consignment>',
      ...head.map(element('    ')),
      '    <items>',
      '      <item>',
      ...item.map(element('        ')),
      '      </item>',
      '    </items>',
      '  </consignment>',
      '</submission>',
      '',
    ].join('\n'),
  } as const;
}
