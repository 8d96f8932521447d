import { describe, expect, it } from 'vitest';
import type { ConsignmentRecord } from '@/lib/consignment/record';
import type { IntakeFormat } from '@/lib/intake/staged-row';
import { csvField, xmlText } from './a-submission';
import { runIntake } from './run-intake';

/** A postal item as posts exchange it before arrival (ITMATT content, CN 23 words), with invented people. */
const PARCEL = {
  item_id: 'CX123456785CN',
  handling_class: 'parcel',
  mail_class: 'C',
  origin_country: 'CN',
  destination_country: 'DE',
  posting_datetime: '2026-03-01T10:22:00Z',
  content_category: 'sale_of_goods',
  sender: {
    name: 'Example Shop Ltd',
    address_line: '2 Example St',
    city: 'Shenzhen',
    postcode: '518000',
    country: 'CN',
    phone: '',
    email: '',
  },
  addressee: {
    name: 'Max Mustermann',
    address_line: 'Musterweg 1',
    city: 'Berlin',
    postcode: '01067',
    country: 'DE',
    phone: '',
    email: 'max@example.org',
  },
  gross_weight_kg: 0.19,
  postage: { amount: '3.10', currency: 'USD' },
  content_pieces: [
    {
      sequence: 1,
      description: 'Silicone phone case',
      units: 1,
      net_weight_kg: 0.06,
      declared_value: '6.90',
      currency: 'USD',
      hs_code: '392690',
      country_of_origin: 'CN',
    },
    {
      sequence: 2,
      description: 'USB-C charging cable 1 m',
      units: 2,
      net_weight_kg: 0.08,
      declared_value: '4.50',
      currency: 'USD',
      hs_code: '854442',
      country_of_origin: 'CN',
    },
  ],
  non_delivery_instruction: 'return',
};
const SETTINGS = { defaultOffice: 'NLRTM', transitDays: 5 };

/** The same two items as the rows of a CSV file. */
const TWIN: readonly (readonly [string, string, string])[] = [
  ['reference', 'CX123456785CN', 'CX123456785CN'],
  ['regime', 'mail', 'mail'],
  ['channel', 'post', 'post'],
  ['transport_mode', '5', '5'],
  ['s10_id', 'CX123456785CN', 'CX123456785CN'],
  ['office', 'NLRTM', 'NLRTM'],
  ['expected_arrival_at', '2026-03-06T10:22:00.000Z', '2026-03-06T10:22:00.000Z'],
  ['dispatch_country', 'CN', 'CN'],
  ['transaction_type', 'sale', 'sale'],
  ['sender_name', 'Example Shop Ltd', 'Example Shop Ltd'],
  ['sender_address', '2 Example St', '2 Example St'],
  ['sender_city', 'Shenzhen', 'Shenzhen'],
  ['sender_postcode', '518000', '518000'],
  ['sender_country', 'CN', 'CN'],
  ['recipient_name', 'Max Mustermann', 'Max Mustermann'],
  ['recipient_address', 'Musterweg 1', 'Musterweg 1'],
  ['recipient_city', 'Berlin', 'Berlin'],
  ['recipient_postcode', '01067', '01067'],
  ['recipient_country', 'DE', 'DE'],
  ['recipient_email', 'max@example.org', 'max@example.org'],
  ['gross_mass_kg', '0.19', '0.19'],
  ['transport_cost', '3.10', '3.10'],
  ['transport_currency', 'USD', 'USD'],
  ['item_number', '1', '2'],
  ['description', 'Silicone phone case', 'USB-C charging cable 1 m'],
  ['commodity_code', '392690', '854442'],
  ['origin_country', 'CN', 'CN'],
  ['quantity', '1', '2'],
  ['net_mass_kg', '0.06', '0.08'],
  ['value', '6.90', '4.50'],
  ['currency', 'USD', 'USD'],
];

/** The item as XML: the same names, pieces under `content_piece`. */
function xmlOf(value: unknown, name: string): string {
  if (Array.isArray(value))
    return `<${name}>${value.map((piece) => xmlOf(piece, 'content_piece')).join('\n')}</${name}>`;
  const inner =
    typeof value === 'object' && value !== null
      ? Object.entries(value).map(([key, field]) => xmlOf(field, key))
      : [xmlText(String(value))];
  return `<${name}>${inner.join('')}</${name}>`;
}
const asXml = (...items: readonly object[]): string =>
  `<p:postal_items xmlns:p="urn:luxor:postal-items:1" count="${items.length}">${items
    .map((item) => xmlOf(item, 'postal_item'))
    .join('\n')
    .replaceAll(/<(\/?)(?=\w)/g, '<$1p:')}</p:postal_items>`;

async function readOne(format: IntakeFormat, text: string, settings = {}) {
  const { refused, records } = await runIntake(format, text, 64, settings);
  expect(refused).toEqual([]);
  expect(records).toHaveLength(1);
  const outcome = records[0]?.outcome;
  if (!outcome) throw new Error('no record');
  return outcome;
}

function facts(outcome: Awaited<ReturnType<typeof readOne>>): Omit<ConsignmentRecord, 'sent'> {
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.problems));
  expect(outcome.warnings).toEqual([]);
  const { sent: _, ...rest } = outcome.record;
  return rest;
}

describe('ITMATT-shaped postal items', () => {
  it('become the same record as their CSV twin, as NDJSON and as XML', async () => {
    const columns = [0, 1, 2].map((index) => TWIN.map((column) => csvField(column[index] ?? '')).join(','));
    const csv = facts(await readOne('csv', columns.join('\n')));
    expect(facts(await readOne('json', JSON.stringify([PARCEL], null, 1), SETTINGS))).toEqual(csv);
    expect(facts(await readOne('ndjson', JSON.stringify(PARCEL), SETTINGS))).toEqual(csv);
    expect(facts(await readOne('xml', asXml(PARCEL), SETTINGS))).toEqual(csv);
    expect(csv).toMatchObject({
      reference: 'CX123456785CN',
      grossMassG: 190,
      items: [{ netMassG: 60, value: '6.90' }, { quantity: '2' }],
    });
  });

  it('take office and arrival from the message where it has them', async () => {
    const parcel = { ...PARCEL, destination_office: 'DEFRA', expected_arrival_at: '2026-03-09T08:00:00+01:00' };
    const record = facts(await readOne('json', JSON.stringify([parcel]), SETTINGS));
    expect(record.office).toBe('DEFRA');
    expect(record.expectedArrivalAt).toEqual(new Date('2026-03-09T07:00:00Z'));
  });

  it('are not reproached with an arrival we worked out ourselves, and are with one they name', async () => {
    const codes = async (parcel: object) => {
      const outcome = await readOne('json', JSON.stringify([parcel]), SETTINGS);
      return outcome.ok ? outcome.warnings.map(({ code }) => code) : ['refused'];
    };
    for (const postedOn of ['2026-01-02', '2026-02-24', '2026-02-25', '2026-09-01'])
      expect(await codes({ ...PARCEL, posting_datetime: `${postedOn}T10:22:00Z` })).toEqual([]);
    expect(await codes({ ...PARCEL, expected_arrival_at: '2026-01-07T10:22:00Z' })).toEqual(['arrival_long_past']);
    expect(await codes({ ...PARCEL, expected_arrival_at: '2026-03-01T10:22:00Z' })).toEqual(['data_after_arrival']);
  });

  it('are refused for want of office and arrival where neither message nor partner settings name them: nothing is guessed', async () => {
    const outcome = await readOne('json', JSON.stringify([PARCEL]));
    expect(outcome).toMatchObject({ ok: false });
    const missing = outcome.ok ? [] : outcome.problems.map((problem) => `${problem.pointer} ${problem.code}`);
    expect(missing).toEqual(['office required', 'expected_arrival_at required']);
  });

  it.each([
    ['gift', 'gift'],
    ['documents', 'documents'],
    ['commercial_sample', 'sample'],
    ['returned_goods', 'returned_goods'],
    ['other', 'other'],
  ])('of category %s are of transaction type %s', async (category, type) => {
    const record = facts(await readOne('json', JSON.stringify([{ ...PARCEL, content_category: category }]), SETTINGS));
    expect(record.transactionType).toBe(type);
  });

  it('of a category we do not know are refused with that category as sent', async () => {
    const outcome = await readOne('json', JSON.stringify([{ ...PARCEL, content_category: 'MERCHANDISE' }]), SETTINGS);
    expect(outcome).toMatchObject({
      ok: false,
      problems: [{ code: 'not_in_list', pointer: 'transaction_type', value: 'MERCHANDISE' }],
    });
  });

  it('keep what the record has no place for', async () => {
    const outcome = await readOne('json', JSON.stringify([PARCEL]), SETTINGS);
    expect(outcome.ok && outcome.record.sent.unknown).toEqual({
      posting_datetime: '2026-03-01T10:22:00Z',
      handling_class: 'parcel',
      mail_class: 'C',
      destination_country: 'DE',
      non_delivery_instruction: 'return',
    });
  });

  it('are taken one by itself, as in a list of one', async () => {
    const [alone, listed] = [
      await readOne('json', JSON.stringify(PARCEL), SETTINGS),
      await readOne('json', JSON.stringify([PARCEL]), SETTINGS),
    ];
    expect(alone.ok).toBe(true);
    expect(alone).toEqual(listed);
  });

  it('with a broken inside are refused by place, not by crash', async () => {
    const broken = { ...PARCEL, sender: 'Example Shop', content_pieces: [null, { description: { en: 'case' } }] };
    const outcome = await readOne('json', JSON.stringify([broken]), SETTINGS);
    const places = outcome.ok ? [] : outcome.problems.map((problem) => `${problem.pointer} ${problem.code}`);
    expect(places).toEqual([
      'sender row_json_object_expected',
      'content_pieces.0 row_json_object_expected',
      'content_pieces.1.description row_json_text_expected',
    ]);
  });

  it('keep in XML every element without a column, nested ones by their path', async () => {
    const parcel = { ...PARCEL, documents: { invoice: 'INV-1' } };
    const [json, xml] = [
      await readOne('json', JSON.stringify([PARCEL]), SETTINGS),
      await readOne('xml', asXml(parcel), SETTINGS),
    ];
    if (!json.ok || !xml.ok) throw new Error('not read');
    expect(xml.record.sent).toEqual({
      ...json.record.sent,
      unknown: { ...json.record.sent.unknown, 'documents/invoice': 'INV-1' },
    });
  });

  it('are refused in XML where an element stands twice, a piece has another name or the count is untrue', async () => {
    const twice = asXml(PARCEL).replace('<p:sender>', '<p:sender></p:sender><p:sender>');
    const another = asXml(PARCEL).replaceAll('content_piece>', 'piece>');
    for (const [text, code] of [
      [twice, 'row_xml_repeated'],
      [another, 'row_xml_item_expected'],
    ] as const) {
      const { records } = await runIntake('xml', text, 64, SETTINGS);
      const outcome = records[0]?.outcome;
      expect(outcome?.ok === false ? outcome.problems[0]?.code : 'accepted').toBe(code);
    }
    const { refused } = await runIntake('xml', asXml(PARCEL).replace('count="1"', 'count="2"'));
    expect(refused).toMatchObject([{ code: 'file_xml_count', params: { announced: '2', found: 1 } }]);
  });
});
