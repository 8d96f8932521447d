import { ALWAYS_REQUIRED, COLUMN_GUIDE } from '@/lib/consignment/column-guide';
import type { ConsignmentColumn, ItemColumn } from '@/lib/consignment/columns';
import { CONTENT_CATEGORIES, PIECE_FIELDS, POSTAL_FIELDS } from '@/lib/intake/postal-fields';
import type { JsonSchema } from './json-schema';
import type { ColumnWords } from './record-body';

type Field = readonly [field: string, column: ConsignmentColumn | ItemColumn];
/** Sentences of what is of the postal item alone. */
type PostalWords = (of: 'item' | 'piece' | 'party' | 'postage' | 'category' | 'number' | 'posted') => string;

/** What the settings of the partner fill in where the item is silent, and what codes stand for: not required of the item. */
const MAY_BE_ABSENT: ReadonlySet<string> = new Set(['office', 'expected_arrival_at']);

function fieldSchema([field, column]: Field, columnWords: ColumnWords, words: PostalWords): JsonSchema {
  if (field === 'content_category')
    return { type: 'string', description: words('category'), enum: [...CONTENT_CATEGORIES.keys()] };
  if (field === 'item_id') return { type: 'string', description: words('number'), examples: ['CX123456785CN'] };
  const { example } = COLUMN_GUIDE[column];
  return {
    type: ['string', 'number'],
    description: columnWords(column),
    ...(example ? { examples: [example] } : {}),
  };
}

function objectOf(fields: readonly Field[], columnWords: ColumnWords, words: PostalWords): JsonSchema {
  return {
    type: 'object',
    properties: Object.fromEntries(fields.map((field) => [field[0], fieldSchema(field, columnWords, words)])),
    required: fields.flatMap(([field, column]) =>
      ALWAYS_REQUIRED.has(column) && !MAY_BE_ABSENT.has(column) ? [field] : [],
    ),
  };
}

/** Fields within one of the objects of the item, by their name in it. */
const within = (object: string): readonly Field[] =>
  POSTAL_FIELDS.flatMap(([path, column]) =>
    path.startsWith(`${object}/`) ? [[path.slice(object.length + 1), column] as const] : [],
  );

/** Schemas of postal items shaped like ITMATT as JSON, made of the table of their fields. */
export function postalSchemas(columnWords: ColumnWords, words: PostalWords): Readonly<Record<string, JsonSchema>> {
  const nested = (object: string, of: Parameters<PostalWords>[0]): JsonSchema => ({
    ...objectOf(within(object), columnWords, words),
    description: words(of),
  });
  const item = objectOf(
    POSTAL_FIELDS.filter(([path]) => !path.includes('/')),
    columnWords,
    words,
  );
  return {
    PostalItem: {
      ...item,
      description: words('item'),
      properties: {
        ...(item.properties as object),
        posting_datetime: { type: 'string', description: words('posted') },
        sender: nested('sender', 'party'),
        addressee: nested('addressee', 'party'),
        postage: nested('postage', 'postage'),
        content_pieces: {
          type: 'array',
          description: words('piece'),
          minItems: 1,
          items: objectOf(PIECE_FIELDS, columnWords, words),
        },
      },
      required: [...(item.required as string[]), 'sender', 'addressee', 'content_pieces'],
    },
    PostalItems: { type: 'array', minItems: 1, items: { $ref: '#/components/schemas/PostalItem' } },
  };
}
