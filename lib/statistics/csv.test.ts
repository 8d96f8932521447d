import { describe, expect, it } from 'vitest';
import { csvLine } from './csv';
import { itemCursorText, parseItemCursor } from './item-cursor';

describe('an exported line', () => {
  it('quotes what needs quotes and ends with CRLF', () => {
    expect(csvLine(['a', 'b,c', 'say "hi"', null, { figure: '12.50' }])).toBe('a,"b,c","say ""hi""",,12.50\r\n');
  });
  it('shows a text that looks like a formula as text, also behind blanks and in full width', () => {
    const dangerous = ['=1+1', '+1', '-1', '@SUM(A1)', ' =1', '＝1', '\t=1', '|calc', '%0A'];
    for (const text of dangerous) expect(csvLine([text]).replace(/^"/, '').startsWith("'")).toBe(true);
    expect(csvLine(['T-shirt = cotton'])).toBe('T-shirt = cotton\r\n');
  });
  it('leaves a negative figure of ours a figure', () => {
    expect(csvLine([{ figure: '-0.50' }])).toBe('-0.50\r\n');
  });
  it('keeps a line break inside quotes', () => {
    expect(csvLine(['a\nb'])).toBe('"a\nb"\r\n');
  });
});

describe('the cursor of the list', () => {
  const cursor = { day: '2026-11-01', consignmentId: '0b0c0d0e-0000-8000-8000-00000000000a', itemNumber: 12 };
  it('comes back from its text', () => {
    expect(parseItemCursor(itemCursorText(cursor))).toEqual(cursor);
  });
  it('is nothing when somebody made it up', () => {
    for (const text of ['', '2026-13-01.x.1', `${itemCursorText(cursor)}.1`, "2026-11-01.' or 1=1.1"])
      expect(parseItemCursor(text)).toBeNull();
    expect(parseItemCursor(null)).toBeNull();
  });
});
