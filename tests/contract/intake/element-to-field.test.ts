import { describe, expect, it } from 'vitest';
import { CONSIGNMENT_COLUMNS, ITEM_COLUMNS, type SentRecord } from '@/lib/consignment/columns';
import { PIECE_FIELDS, POSTAL_FIELDS } from '@/lib/intake/postal-fields';
import type { IntakeFormat, StagedContent } from '@/lib/intake/staged-row';
import { CC415, type Mapped, NL, PIECE, POSTAL, UK } from './element-tables';
import { messageOf, type Placed } from './message-of';
import { rowsOf } from './sent-of';

/** Columns a format fills without an element of its own: fixed by the format, told by codes, or from the settings of the partner. */
type Told = Readonly<Record<string, string>>;

const SETTINGS = { defaultOffice: 'NLRTM', defaultChannel: 'express', transitDays: 3 } as const;

const ITMATT_TOLD = { regime: 'mail', channel: 'post', transport_mode: '5' };
/** Postal items tell no waybill, declaration or seller; a scheme number comes in place of the number of the sender. */
const NOT_OF_POST = ['house_ref', 'master_ref', 'lrn', 'mrn', 'seller_name', 'scheme_id', 'collection_model'];

const texts = (mapped: readonly Mapped[]): readonly Placed[] => mapped.map(([path, text]) => [path, text]);
const wco = (root: string, inner: string, namespaces: string) =>
  `<${root} ${namespaces}>${messageOf('Declaration', texts(inner === 'uk' ? UK : NL))}</${root}>`;

/** The postal item as JSON: pieces are a list, what stands above other elements an object. */
function postalJson(): string {
  const item: Record<string, unknown> = {};
  const piece: Record<string, string> = {};
  for (const [path, text] of POSTAL) {
    const [first = '', second] = path.startsWith(PIECE) ? [PIECE, path.slice(PIECE.length + 1)] : path.split('/');
    if (first === PIECE) piece[second ?? ''] = text;
    else if (second === undefined) item[first] = text;
    else item[first] = { ...(item[first] as object | undefined), [second]: text };
  }
  return JSON.stringify([{ ...item, content_pieces: [piece] }]);
}

type Format = {
  readonly name: string;
  readonly format: IntakeFormat;
  readonly message: string;
  readonly mapped: readonly Mapped[];
  readonly told: Told;
  /** Columns that no message of the format fills. */
  readonly never: readonly string[];
};
const NOBODY_TELLS = ['marketplace', 'items.0.listing_url'];
const DECLARED = { regime: 'h7', channel: 'express', transaction_type: 'sale', collection_model: 'vendor' };
const WCO_NAMESPACE = 'urn:wco:datamodel:WCO';
const FORMATS: readonly Format[] = [
  {
    name: 'WCO Data Model, United Kingdom',
    format: 'xml',
    message: wco(
      'md:MetaData',
      'uk',
      `xmlns:md="${WCO_NAMESPACE}:DocumentMetaData-DMS:2" xmlns="${WCO_NAMESPACE}:DEC-DMS:2"`,
    ),
    mapped: UK,
    told: { ...DECLARED, expected_arrival_at: '2026-03-03T10:00:00Z' },
    never: NOBODY_TELLS,
  },
  {
    name: 'WCO Data Model, Netherlands',
    format: 'xml',
    message: wco('MetaData', 'nl', `xmlns="${WCO_NAMESPACE}:DECO.Declaration:2"`),
    mapped: NL,
    told: { ...DECLARED, expected_arrival_at: '2026-03-03T10:00:00Z' },
    never: NOBODY_TELLS,
  },
  {
    name: 'CC415 of category H7',
    format: 'xml',
    message: messageOf('CC415', [['@xmlns', 'urn:uccv:xsd:imp:1.0.0_2.00:CC415'], ...texts(CC415)]),
    mapped: CC415,
    told: DECLARED,
    never: [
      ...NOBODY_TELLS,
      'transport_mode',
      'expected_arrival_at',
      'dispatch_country',
      'recipient_phone',
      'recipient_email',
      'seller_name',
    ],
  },
  {
    name: 'ITMATT-shaped XML',
    format: 'xml',
    message: `<postal_items xmlns="urn:luxor:postal-items:1">${messageOf('postal_item', texts(POSTAL))}</postal_items>`,
    mapped: POSTAL,
    told: ITMATT_TOLD,
    never: [...NOBODY_TELLS, ...NOT_OF_POST],
  },
  {
    name: 'ITMATT-shaped JSON',
    format: 'json',
    message: postalJson(),
    mapped: POSTAL,
    told: ITMATT_TOLD,
    never: [...NOBODY_TELLS, ...NOT_OF_POST],
  },
];

const COLUMNS = [...CONSIGNMENT_COLUMNS, ...ITEM_COLUMNS.map((column) => `items.0.${column}`)];
const valueIn = (sent: SentRecord, column: string): unknown =>
  Reflect.get(column.startsWith('items.0.') ? (sent.items[0] ?? {}) : sent, column.replace('items.0.', ''));

async function read({ format, message }: Format): Promise<StagedContent> {
  const [row] = await rowsOf(format, message, SETTINGS);
  expect(row?.problems).toEqual([]);
  return JSON.parse(row?.content ?? 'null') as StagedContent;
}

describe.each(FORMATS.map((one) => [one.name, one] as const))('%s', (_, one) => {
  const filled = one.mapped.flatMap(([path, text, ...columns]) =>
    columns.map((column) => [path, column, text] as const),
  );

  it.each(filled)('%s becomes %s', async (path, column, text) => {
    const content = await read(one);
    expect(valueIn(content, column)).toBe(one.told[column] ?? text);
    const place = content.places?.[column];
    if (place) expect(place[1]).toBe(path);
  });

  it('fills every other column by its codes or the settings of the partner, or never', async () => {
    const content = await read(one);
    const byElement = new Set(filled.map(([, column]) => column));
    const rest = COLUMNS.filter((column) => !byElement.has(column));
    expect(Object.fromEntries(rest.map((column) => [column, valueIn(content, column)]))).toEqual({
      ...Object.fromEntries(one.never.map((column) => [column, undefined])),
      ...Object.fromEntries(Object.entries(one.told).filter(([column]) => !byElement.has(column))),
    });
  });
});

it('describes postal items by the fields the adapter reads, and each by the column it becomes', () => {
  const pieces = PIECE_FIELDS.map(([field, column]) => `${PIECE}/${field} items.0.${column}`);
  const described = [...POSTAL_FIELDS.map(([field, column]) => `${field} ${column}`), ...pieces];
  expect(described.sort()).toEqual(POSTAL.map(([path, , column]) => `${path} ${column}`).sort());
});
