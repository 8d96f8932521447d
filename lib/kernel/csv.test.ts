import { describe, expect, it } from 'vitest';
import { csvLine } from './csv';

describe('an exported line', () => {
  it('quotes what needs quotes and ends with CRLF', () => {
    expect(csvLine(['a', 'b,c', 'say "hi"', null, { figure: '12.50' }])).toBe('a,"b,c","say ""hi""",,12.50\r\n');
  });
  it('shows a text that looks like a formula as text, also behind blanks and in full width', () => {
    const dangerous = [
      '=1+1',
      '+1',
      '-1',
      '@SUM(A1)',
      ' =1',
      '＝1',
      '\t=1',
      '|calc',
      '%0A',
      '"=1',
      ';=1',
      "'=1",
      '\0=1',
    ];
    for (const text of dangerous) expect(csvLine([text]).replace(/^"/, '').startsWith("'")).toBe(true);
    expect(csvLine(['T-shirt = cotton'])).toBe('T-shirt = cotton\r\n');
  });
  it('keeps a text whole where another separator is in use', () => {
    expect(csvLine(['a;=1+1'])).toBe('"a;=1+1"\r\n');
  });
  it('leaves a negative figure of ours a figure', () => {
    expect(csvLine([{ figure: '-0.50' }])).toBe('-0.50\r\n');
  });
  it('keeps a line break inside quotes', () => {
    expect(csvLine(['a\nb'])).toBe('"a\nb"\r\n');
  });
});
