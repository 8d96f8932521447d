import { beginningOf } from '@/lib/kernel/storable';
import { parseLossless } from './json-record';
import { keyText, lineAt } from './json-scan';
import { KEPT_CHARS, MAX_JSON_DEPTH, MAX_JSON_OUTSIDE_CHARS, MAX_JSON_RECORD_CHARS } from './limits';
import { fault } from './problem-codes';
import { SubmissionRefusedError } from './staged-row';

/** The raw text of one element of the list of records; of one beyond the limit only the beginning. */
export type JsonElement = { readonly line: number; readonly text: string; readonly isTooLong: boolean };

const [QUOTE, BACKSLASH, COMMA, COLON, NEW_LINE] = [0x22, 0x5c, 0x2c, 0x3a, 0x0a];
const [LIST, LIST_END, OBJECT, OBJECT_END] = [0x5b, 0x5d, 0x7b, 0x7d];
const isSpace = (code: number) => code === 0x20 || code === NEW_LINE || code === 0x0d || code === 0x09;

/** Where a text stops being JSON, by the parser that says so; its end where that names no place; null where it is JSON. */
export function syntaxPosition(text: string): number | null {
  try {
    JSON.parse(text);
    return null;
  } catch {
    try {
      parseLossless(text);
    } catch (error) {
      const match = error instanceof Error ? /position (\d+)/.exec(error.message) : null;
      if (match) return Number(match[1]);
    }
    return text.length;
  }
}

/** Refuses a document for a text of it that stops being JSON at a position; the text begins on `firstLine`. */
export function refuseSyntax(text: string, at: number, firstLine: number): never {
  const line = lineAt(text, at, firstLine);
  throw new SubmissionRefusedError([
    fault('file_json_syntax', '', { line, value: text.slice(Math.max(0, at - 20), at + 20) }),
  ]);
}

/**
 * Parts a JSON document that comes in pieces into the elements of its list of records (the root array, or the array under
 * `listKey` of a root object) and the text around them. Strings and brackets are all it looks at: whether an element is JSON is for
 * a parser to say, and between elements there is a comma or the document is refused. Memory is one element and what stands around
 * the list, both limited.
 */
export class JsonSplitter {
  /** The document without its elements: one `0` stands for all of them. */
  private outside = '';
  /** Where the text after the list begins in `outside`, and on which line. */
  private after = { at: Number.POSITIVE_INFINITY, line: 1 };
  private place: 'before' | 'between' | 'element' | 'after' = 'before';
  private line = 1;
  private depth = 0;
  private listDepth = 0;
  private isInString = false;
  private isEscaped = false;
  private isClosed = false;
  /** The last string of the root object, and the key whose value is being read. */
  private literal = { from: -1, text: '' };
  private key: string | null = null;
  private elements = 0;
  private element = { line: 1, text: '', isTooLong: false };

  constructor(private readonly listKey: string) {}

  /** The elements that end in this piece. @throws SubmissionRefusedError where no document can go on like this. */
  *push(piece: string): Generator<JsonElement> {
    /** Beginning of what is not kept yet. */
    let from = 0;
    for (let at = 0; at < piece.length; at += 1) {
      const code = piece.charCodeAt(at);
      if (code === NEW_LINE) this.line += 1;
      if (this.isInString) this.passString(code, piece, at);
      else if (isSpace(code)) continue;
      else if (this.isClosed) refuseSyntax(piece.slice(at), 0, this.line);
      else if (this.isAtList() && (code === COMMA || code === LIST_END)) {
        if (this.place === 'element') yield this.endElement(piece.slice(from, at));
        // A comma wants an element before it, and the end of the list one after its last comma.
        else if (code === COMMA || this.elements > 0) refuseSyntax(piece.slice(at), 0, this.line);
        this.place = 'between';
        if (code === LIST_END) this.leaveList();
        from = at;
      } else {
        if (this.place === 'between') {
          from = at;
          this.place = 'element';
          this.element = { line: this.line, text: '', isTooLong: false };
        }
        if (this.track(code, piece, at)) {
          this.keepOutside(piece.slice(from, at + 1));
          this.place = 'between';
        }
      }
    }
    if (this.place === 'element') this.keepElement(piece.slice(from));
    else if (this.place !== 'between') this.keepOutside(piece.slice(from));
    if (this.literal.from >= 0) this.literal = { from: 0, text: this.literal.text + piece.slice(this.literal.from) };
  }

  /**
   * The text around the list once the document has ended, and how many elements the list had; null where it has no list.
   * @throws SubmissionRefusedError where it ends too early, or the text around the list is no JSON.
   */
  end(): { readonly outside: string; readonly elements: number | null } {
    const { text, line, isTooLong } = this.element;
    if (this.place === 'element' && !isTooLong) refuseSyntax(text, syntaxPosition(text) ?? text.length, line);
    if (this.place === 'element' || this.place === 'between') refuseSyntax('', 0, this.line);
    this.checkOutside();
    return { outside: this.outside, elements: this.listDepth === 0 ? null : this.elements };
  }

  private isAtList(): boolean {
    return this.depth === this.listDepth && (this.place === 'between' || this.place === 'element');
  }

  private passString(code: number, piece: string, at: number): void {
    if (this.isEscaped) this.isEscaped = false;
    else if (code === BACKSLASH) this.isEscaped = true;
    else if (code === QUOTE) {
      this.isInString = false;
      if (this.literal.from < 0) return;
      this.literal = { from: -1, text: this.literal.text + piece.slice(this.literal.from, at + 1) };
    }
  }

  /** Takes in a character that is no part of a string. Says whether it opens the list of records. */
  private track(code: number, piece: string, at: number): boolean {
    const isInRoot = this.depth === 1 && this.place === 'before';
    if (code === QUOTE) {
      this.isInString = true;
      if (isInRoot) this.literal = { from: at, text: '' };
    } else if (code === COLON && isInRoot) this.key = keyText(this.literal.text);
    else if (code === COMMA && isInRoot) this.key = null;
    else if (code === LIST || code === OBJECT) {
      this.depth += 1;
      if (this.depth > MAX_JSON_DEPTH) this.refuse('file_json_depth', MAX_JSON_DEPTH);
      const isRoot = this.depth === 1 && this.place === 'before';
      if (code !== LIST || !(isRoot || (isInRoot && this.key === this.listKey))) return false;
      this.listDepth = this.depth;
      return true;
    } else if (code === LIST_END || code === OBJECT_END) {
      if (this.isAtList()) refuseSyntax(piece.slice(at), 0, this.line);
      this.depth -= 1;
      this.isClosed = this.depth <= 0;
    }
    return false;
  }

  private leaveList(): void {
    if (this.elements > 0) this.keepOutside('0');
    this.after = { at: this.outside.length, line: this.line };
    this.place = 'after';
    this.depth -= 1;
    this.isClosed = this.depth === 0;
  }

  private endElement(rest: string): JsonElement {
    this.keepElement(rest);
    this.elements += 1;
    return { ...this.element, text: this.element.text.trimEnd() };
  }

  private keepElement(text: string): void {
    if (this.element.isTooLong) return;
    this.element.text += text;
    if (this.element.text.length <= MAX_JSON_RECORD_CHARS) return;
    // The mark keeps a record that was cut from ever being read as if it were whole.
    const beginning = `${beginningOf(this.element.text, KEPT_CHARS)}…`;
    this.element = { ...this.element, text: beginning, isTooLong: true };
  }

  private keepOutside(text: string): void {
    this.outside += text;
    if (this.outside.length <= MAX_JSON_OUTSIDE_CHARS) return;
    const at = syntaxPosition(this.outside);
    if (at !== null && at < MAX_JSON_OUTSIDE_CHARS) this.checkOutside();
    this.refuse('file_json_too_large', MAX_JSON_OUTSIDE_CHARS);
  }

  private checkOutside(): void {
    const at = syntaxPosition(this.outside);
    if (at === null) return;
    const { at: start, line } = this.after;
    if (at < start) refuseSyntax(this.outside, at, 1);
    refuseSyntax(this.outside.slice(start), at - start, line);
  }

  private refuse(code: 'file_json_depth' | 'file_json_too_large', limit: number): never {
    throw new SubmissionRefusedError([fault(code, '', { line: this.line, params: { limit } })]);
  }
}
