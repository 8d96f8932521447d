import { beginningOf } from '@/lib/kernel/storable';
import type { Delimiter } from './layout';
import { KEPT_CHARS, MAX_COLUMNS } from './limits';

/** What is kept of each field: enough for a reference, in whatever column it stands. */
const FIELD_CHARS = 256;
/** Keeps a row that was cut from ever being read as if it were whole: wherever it was cut, its quotes are then wrong and closed. */
const CUT = '…"…';

/** A row beyond the limit as far as it is kept. */
export type CutRow = {
  /** Its beginning with the mark that it was cut. */
  readonly raw: string;
  /** The beginning of each field. */
  readonly fields: readonly string[];
  /** How many fields it has, those beyond what is kept too. */
  readonly width: number;
  /** Whether RFC 4180 is broken in it: then nobody can say which of its quotes close. */
  readonly badQuotes: boolean;
  /** Line ends within its values. */
  readonly lineEnds: number;
  /** Line ends before the first quote whose value holds one; null where none does. */
  readonly spannedAfter: number | null;
};

/**
 * Follows a CSV row whose text is longer than is held in memory to its end, piece by piece, by the same rules as a short one: a quote
 * opens only at the start of a field, a doubled one is text, a line end within quotes is text.
 */
export class LongRow {
  private state: 'start' | 'bare' | 'quoted' | 'quote' | 'closed' = 'start';
  private begin = '';
  private field = '';
  private tail = '';
  private fields: string[] = [];
  private width = 0;
  private badQuotes = false;
  private lineEnds = 0;
  private openedAfter = 0;
  private spannedAfter: number | null = null;
  private writtenTo = 0;
  private done = false;

  constructor(private readonly delimiter: Delimiter) {}

  /** Takes a piece; gives the place after the row's line end in it, or null where the row goes on. */
  feed(text: string): number | null {
    if (this.begin.length < KEPT_CHARS) this.begin += text.slice(0, KEPT_CHARS - this.begin.length);
    for (let at = 0; at < text.length; at += 1) {
      if (this.take(text[at] ?? '')) {
        this.done = true;
        return at + 1;
      }
    }
    return null;
  }

  /** The text has ended: line ends before the quote that is still open and before the last character that is no blank; null where none is open. */
  openQuote(): { readonly openedAfter: number; readonly lastAfter: number } | null {
    return this.state === 'quoted' ? { openedAfter: this.openedAfter, lastAfter: this.writtenTo } : null;
  }

  /** The row, once it has ended or the text has. */
  row(): CutRow {
    if (!this.done) this.endField(true);
    this.done = true;
    const { fields, width, badQuotes, lineEnds, spannedAfter } = this;
    return { raw: `${beginningOf(this.begin, KEPT_CHARS)}${CUT}`, fields, width, badQuotes, lineEnds, spannedAfter };
  }

  /** Takes one character and says whether it ended the row. */
  private take(char: string): boolean {
    if (this.state === 'quoted') {
      if (char === '"') this.state = 'quote';
      else this.keep(char);
      return false;
    }
    if (this.state === 'quote' && char === '"') {
      this.state = 'quoted';
      this.keep(char);
      return false;
    }
    if (this.state === 'start' && char === '"') {
      this.state = 'quoted';
      this.openedAfter = this.lineEnds;
      this.writtenTo = this.lineEnds;
      return false;
    }
    if (char === this.delimiter || char === '\n') {
      this.endField(char === '\n');
      return char === '\n';
    }
    if (this.state === 'quote' || this.state === 'closed') {
      this.state = 'closed';
      if (this.tail.length < 2) this.tail += char;
    } else {
      this.state = 'bare';
      if (char === '"') this.badQuotes = true;
    }
    this.keep(char);
    return false;
  }

  private keep(char: string): void {
    if (this.field.length < FIELD_CHARS) this.field += char;
    if (char === '\n') {
      this.spannedAfter ??= this.openedAfter;
      this.lineEnds += 1;
    }
    if (char !== '\n' && char !== '\r' && char !== ' ') this.writtenTo = this.lineEnds;
  }

  private endField(isLast: boolean): void {
    // The carriage return of the row's line end is no text.
    const own = (text: string) => (isLast ? text.replace(/\r$/, '') : text);
    if (own(this.tail) !== '') this.badQuotes = true;
    this.width += 1;
    if (this.width <= MAX_COLUMNS) this.fields.push(beginningOf(own(this.field), FIELD_CHARS));
    this.field = '';
    this.tail = '';
    this.state = 'start';
  }
}
