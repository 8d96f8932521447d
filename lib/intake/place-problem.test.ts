import { describe, expect, it } from 'vitest';
import { placeOf } from './place-problem';

const header = 'reference,description,value,"odd, name"';
const marked = (sent: Parameters<typeof placeOf>[0], problem: Parameters<typeof placeOf>[1]) => {
  const place = placeOf(sent, problem);
  return place && sent.text.slice(place.start, place.end);
};

describe('the place of a problem in the text of a record', () => {
  const csv = { format: 'csv' as const, header, text: 'A-1,"Mug, blue\nwith ""handle""",1e3,x\nA-1,Plate,12,y' };

  it.each([
    ['value', 1, '1e3'],
    ['items.0.description', 1, '"Mug, blue\nwith ""handle"""'],
    ['odd, name', 1, 'x'],
    ['items.1.value', 3, '12'],
    ['description', 3, 'Plate'],
    ['', 3, 'A-1,Plate,12,y'],
    ['currency', 1, null],
    ['value', 9, null],
  ])('CSV: %s of line %i is %j', (pointer, line, expected) => {
    expect(marked(csv, { pointer, line })).toBe(expected);
  });

  const json = {
    format: 'json' as const,
    header: null,
    text: '{"reference": "A-1",\n "items": [{"value": 1e3}], "x": "12 kg"}',
  };

  it.each([
    ['reference', undefined, '"A-1"'],
    ['items.0.value', undefined, '1e3'],
    ['', undefined, json.text],
    ['gross_mass_kg', '12 kg', '"12 kg"'],
    ['gross_mass_kg', 'elsewhere', null],
    ['items.4.value', undefined, null],
  ])('JSON: %s (value %s) is %j', (pointer, value, expected) => {
    expect(marked(json, { pointer, value })).toBe(expected);
  });

  it('marks nothing that is empty, and nothing in a text that is no record', () => {
    expect(marked({ format: 'csv', header: 'a,b', text: 'x,' }, { pointer: 'b', line: 1 })).toBeNull();
    expect(marked({ format: 'ndjson', header: null, text: '' }, { pointer: 'reference' })).toBeNull();
    expect(marked({ format: 'csv', header: null, text: 'x' }, { pointer: 'reference', line: 1 })).toBeNull();
  });
});
