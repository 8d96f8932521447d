import { describe, expect, it } from 'vitest';
import { fault } from './problem-codes';
import { fieldsOfText, type SentText } from './record-fields';

const csv = (header: string, ...rows: string[]): SentText => ({
  format: 'csv',
  header,
  delimiter: null,
  targets: null,
  text: rows.join('\n'),
});
const json = (value: unknown): SentText => ({ ...csv('', ''), format: 'json', text: JSON.stringify(value, null, 1) });
const read = (sent: SentText) => {
  const found = fieldsOfText(sent, []);
  if (!found) throw new Error('no fields');
  return found;
};
const write = (sent: SentText, values: Readonly<Record<string, string>>) =>
  read(sent).write(new Map(Object.entries(values)));

describe('the fields of a CSV record', () => {
  const two = csv('reference,"description",value', 'A,"Mug, blue",1e3', 'A,Plate,2');

  it('stand once for the consignment and row by row for its goods', () => {
    expect(read(two).fields.map(({ key, pointer, value }) => [key, pointer, value])).toEqual([
      ['0', 'reference', 'A'],
      ['1.0', 'items.0.description', 'Mug, blue'],
      ['2.0', 'items.0.value', '1e3'],
      ['1.1', 'items.1.description', 'Plate'],
      ['2.1', 'items.1.value', '2'],
    ]);
  });

  it('are written where they stand, on every row what every row repeats, and nothing else is touched', () => {
    expect(write(two, { 0: 'B,1', '2.0': '1000', '1.1': 'Plate' })).toBe('"B,1","Mug, blue",1000\n"B,1",Plate,2');
    expect(write(two, { '1.0': 'Mug "L"' })).toBe('A,"Mug ""L""",1e3\nA,Plate,2');
    expect(write(two, {})).toBe(two.text);
  });

  it('leave rows that differ as they are until somebody changes the field', () => {
    const differing = csv('reference,recipient_name,value', 'R,Anna,1', 'R,Bert,2');
    expect(write(differing, { 0: 'R', 1: 'Anna', '2.0': '1', '2.1': '2' })).toBe(differing.text);
    expect(write(differing, { 1: 'Carla' })).toBe('R,Carla,1\nR,Carla,2');
  });

  it('are found by their problems, an empty one too', () => {
    const { keyOf } = read(csv('reference,sender_name,value', 'A,,x'));
    expect(keyOf(fault('required', 'sender_name', { line: 1 }))).toBe('1');
    expect(keyOf(fault('decimal_shape', 'items.0.value', { line: 1 }))).toBe('2.0');
    expect(keyOf(fault('required', 'office', { line: 1 }))).toBeNull();
    expect(read(two).keyOf(fault('decimal_shape', 'items.1.value', { line: 2 }))).toBe('2.1');
  });

  it('of a mapped file go by the names it has, behind problem columns too', () => {
    const sent: SentText = {
      ...csv('problem_code;problem_pointer;problem_message;Nr;Wert', 'x;y;z;A;1.234'),
      delimiter: ';',
      targets: ['reference', 'value'],
    };
    const problem = fault('layout_decimal', 'value', { line: 1, params: { fileColumn: 'Wert' } });
    const key = read(sent).keyOf(problem) ?? '';
    expect(write(sent, { [key]: '1234,00' })).toBe('x;y;z;A;1234,00');
  });

  it('are none where a row cannot be told apart', () => {
    expect(fieldsOfText(csv('reference,value', 'A,1,2'), [])).toBeNull();
    expect(fieldsOfText(two, [fault('row_quotes', '')])).toBeNull();
  });
});

describe('the fields of a JSON record', () => {
  const sent = json({ reference: 'A', items: [{ description: 'Mug', value: 1.5e3 }] });

  it('are what it holds and what it lacks, and are written in their place', () => {
    const { fields, keyOf } = read({ ...sent, text: '{"reference": "A", "items": [{"value": 12.500}]}' });
    expect(fields.find(({ pointer }) => pointer === 'items.0.value')?.value).toBe('12.500');
    const key = keyOf(fault('required', 'items.0.currency')) ?? '';
    const mended = write(sent, { [key]: 'EUR', '["office"]': 'NLRTM', '["items",0,"value"]': '12.00' });
    expect(JSON.parse(mended)).toEqual({
      reference: 'A',
      office: 'NLRTM',
      items: [{ description: 'Mug', value: '12.00', currency: 'EUR' }],
    });
    expect(write(sent, { '["reference"]': 'A', '["office"]': '' })).toBe(sent.text);
    const bare = write(json({ reference: 'A' }), { '["items",0,"value"]': '1.00', '["items",0,"currency"]': 'EUR' });
    expect(JSON.parse(bare)).toEqual({ reference: 'A', items: [{ value: '1.00', currency: 'EUR' }] });
  });

  it('of a postal item are found by their value, and are none of a text that is no object', () => {
    const item = json({ item_id: 'X', content_pieces: [{ declared_value: '6,90' }] });
    const key = read(item).keyOf(fault('decimal_shape', 'items.0.value', { value: '6,90' })) ?? '';
    expect(JSON.parse(write(item, { [key]: '6.90' }))).toMatchObject({ content_pieces: [{ declared_value: '6.90' }] });
    expect(fieldsOfText({ ...sent, text: '{"a":' }, [])).toBeNull();
    expect(fieldsOfText({ ...sent, text: '[]' }, [])).toBeNull();
  });
});

describe('the fields of an XML record', () => {
  const text = [
    '<x:consignment>',
    '  <x:reference>A</x:reference><x:sender_name>Mugs &amp; Co</x:sender_name>',
    '  <x:items>',
    '    <x:item><x:value>1e3</x:value></x:item>',
    '    <x:item><x:value currencyID="ERU"></x:value></x:item>',
    '  </x:items>',
    '</x:consignment>',
  ].join('\n');
  const sent: SentText = { ...csv('', ''), format: 'xml', text };

  it('are the texts and attributes of its elements by their paths', () => {
    expect(read(sent).fields.map(({ name, value }) => [name, value])).toEqual([
      ['reference', 'A'],
      ['sender_name', 'Mugs & Co'],
      ['items/item/value', '1e3'],
      ['items/item[2]/value@currencyID', 'ERU'],
      ['items/item[2]/value', ''],
    ]);
  });

  it('are found by path, by line and by value, and are written in their place', () => {
    const { keyOf, write: mend } = read(sent);
    const keys = [
      keyOf(fault('required', 'items.1.value', { line: 5 })),
      keyOf(fault('decimal_shape', 'items.0.value', { params: { element: 'items/item[1]/value' } })),
      keyOf(fault('currency_unknown', 'items.1.currency', { line: 5, value: 'ERU' })),
    ];
    expect(keys).not.toContain(null);
    const mended = mend(new Map(keys.map((key, index) => [key ?? '', ['2.00', '3 < 4', 'EUR'][index] ?? ''])));
    expect(mended).toContain('<x:item><x:value>3 &lt; 4</x:value></x:item>');
    expect(mended).toContain('<x:item><x:value currencyID="EUR">2.00</x:value></x:item>');
    expect(mended).toContain('Mugs &amp; Co');
  });

  it('are none of what a simple look cannot tell apart', () => {
    for (const part of ['<!-- A -->', '<![CDATA[A]]>', '</x:item>', '<x:item>'])
      expect(fieldsOfText({ ...sent, text: text.replace('A<', `${part}<`) }, [])).toBeNull();
  });
});
