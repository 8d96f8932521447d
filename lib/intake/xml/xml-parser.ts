import { SaxesParser } from 'saxes';
import type { Problem } from '@/lib/kernel/problem';
import type { Encoding } from '../decode-text';
import {
  MAX_XML_ATTRIBUTES,
  MAX_XML_DEPTH,
  MAX_XML_NAME_CHARS,
  MAX_XML_RECORD_CHARS,
  MAX_XML_TOKEN_CHARS,
} from '../limits';
import { fault, type ProblemCode } from '../problem-codes';
import { SubmissionRefusedError } from '../staged-row';
import type { XmlTag } from './element';
import { NamespaceFault, Namespaces, RepeatedAttributeFault } from './namespaces';
import { syntaxCode } from './syntax-code';
import { XmlSource } from './xml-source';

/** What the parser tells as it goes; `at` is the position of the tag's first or after its last character. */
export type XmlHandler = {
  open(tag: XmlTag, at: number): void;
  text(text: string): void;
  close(at: number): void;
  /** A text, comment or attribute outgrew its limit: says whether the record it stands in can be refused alone. */
  tooLong(): boolean;
};
type Open = { readonly name: string; readonly line: number };

const PIECE_CHARS = 16_384;
const LINE_END = /\r\n|\r|\n/g;
/** A token starts after the last one: the text before a tag has taken its `<` already. */
const DOCTYPE = /^\s*<?!DOCTYPE/;
const LOOSE_AMPERSAND = /&(?![#\w.:-]{0,64}(?:;|$))/;
const OPTIONS = { xmlns: false, defaultXMLVersion: '1.0', forceXMLVersion: true } as const;

/**
 * Where a text or attribute holds an ampersand that begins no reference; the parser reads on from it to the next semicolon,
 * however far that is. Comments and sections may hold any.
 */
function looseAmpersand(token: string): number {
  return /^<?!/.test(token) ? -1 : token.search(LOOSE_AMPERSAND);
}

/**
 * Parses XML 1.0 with namespaces as a stream and refuses what our formats never need: document types, processing
 * instructions, entities beyond the five, and everything beyond the limits. Well-formedness is saxes' business; prefixes are
 * resolved here, after the depth was checked, because saxes' own resolution is slower than linear in depth.
 */
export class XmlParser {
  readonly source = new XmlSource();
  private readonly parser = new SaxesParser<typeof OPTIONS>(OPTIONS);
  private readonly namespaces = new Namespaces();
  private readonly stack: Open[] = [];
  private tokenStart = 0;
  private previousStart = 0;
  /** Start of the last token that was too long. */
  private excessAt = -1;
  /** Whether the parser is at work: its own position counts the last piece twice when it is not. */
  private isParsing = false;
  private endLine: number | null = null;
  private attributes = 0;
  private closed: Open | undefined;
  private tagLine = 1;
  private tagAt = 0;

  constructor(
    private readonly handler: XmlHandler,
    private readonly encodingSent: () => Encoding,
  ) {
    const { parser } = this;
    parser.on('error', ({ message }) => this.refuseSyntax(message));
    parser.on('xmldecl', ({ version, encoding }) => this.checkDeclaration(version, encoding));
    parser.on('doctype', () => this.refuse('file_xml_doctype'));
    parser.on('processinginstruction', ({ target }) => this.refuse('file_xml_instruction', { name: target }));
    parser.on('comment', () => this.endToken());
    parser.on('opentagstart', ({ name }) => this.startTag(name));
    parser.on('attribute', ({ name }) => this.countAttribute(name));
    parser.on('opentag', ({ name, attributes }) => this.openTag(name, attributes));
    parser.on('closetag', () => this.closeTag());
    parser.on('text', (text) => this.takeText(text));
    parser.on('cdata', (text) => this.takeText(text));
  }

  /** Line at which the parser stands, 1-based. */
  get line(): number {
    return this.endLine ?? this.parser.line;
  }

  private get position(): number {
    return this.isParsing ? this.parser.position : this.source.end;
  }

  /** The text in pieces so small that a limit is noticed soon after it is passed. */
  *pieces(text: string): Generator<string> {
    for (let at = 0; at < text.length; at += PIECE_CHARS) yield text.slice(at, at + PIECE_CHARS);
  }

  /** Takes one piece of decoded text. @throws SubmissionRefusedError */
  write(piece: string): void {
    this.source.append(piece);
    this.isParsing = true;
    this.parser.write(piece);
    this.isParsing = false;
    this.checkToken();
    this.source.forget(this.previousStart);
  }

  /** The text has ended. @throws SubmissionRefusedError when the document has not */
  end(): void {
    const { line } = this;
    this.isParsing = true;
    this.parser.close();
    this.isParsing = false;
    this.endLine = line;
  }

  /** Refuses the submission at the place where the parser stands, or at an earlier position. */
  refuse(code: ProblemCode, params: NonNullable<Problem['params']> = {}, at = this.position): never {
    const since = this.source.slice(at, this.position);
    const line = this.line - (since.match(LINE_END)?.length ?? 0);
    const column = line === this.line ? this.parser.column - since.length : this.source.columnOf(at);
    const details = { line, value: this.source.near(at), params: { column: Math.max(1, column), ...params } };
    throw new SubmissionRefusedError([fault(code, '', details)]);
  }

  private refuseSyntax(message: string): never {
    const token = this.token();
    if (DOCTYPE.test(token)) this.refuse('file_xml_doctype', {}, this.tokenStart + token.search(/\S/));
    const code = syntaxCode(message);
    const loose = looseAmpersand(token);
    if (code === 'file_xml_entity' || (code === 'file_xml_cut_off' && loose >= 0))
      this.refuse('file_xml_entity', {}, this.tokenStart + (loose >= 0 ? loose : token.lastIndexOf('&')));
    if (code === 'file_xml_outside_root') this.refuse(code, {}, this.strayTextStart());
    // A document without a root that ends in the middle of something was cut.
    if (code === 'file_without_records' && token.replace(/^>/, '').trim() !== '')
      this.refuse('file_xml_cut_off', { openedLine: 0 });
    const opened = code === 'file_xml_tag_mismatch' ? this.closed : this.stack.at(-1);
    this.refuse(code, { name: opened?.name ?? '', openedLine: opened?.line ?? 0 });
  }

  /** Source of the token that has begun and not ended. */
  private token(): string {
    return this.source.slice(this.tokenStart, this.position);
  }

  /** The first character that is no blank, of the token that is open or else of the one before it. */
  private strayTextStart(): number {
    const start = this.token().trim() === '' ? this.previousStart : this.tokenStart;
    return start + Math.max(0, this.source.slice(start, this.position).search(/\S/));
  }

  private checkDeclaration(version: string | undefined, declared: string | undefined): void {
    this.endToken();
    if (version !== '1.0') this.refuse('file_xml_version', { version: version ?? '' });
    const found = this.encodingSent();
    const label = (declared ?? found).toLowerCase();
    if (label !== found && !(label === 'utf-16' && found !== 'utf-8'))
      this.refuse('file_xml_encoding', { declared: declared ?? '', found: found.toUpperCase() });
  }

  private startTag(name: string): void {
    this.endToken();
    const { position } = this;
    this.tagAt = this.source.tagStart(position);
    // The parser has read one character past the name, and that may have ended the line.
    this.tagLine = this.line - (/[\r\n]$/.test(this.source.slice(this.tagAt, position)) ? 1 : 0);
    this.checkName(name);
    this.stack.push({ name, line: this.tagLine });
    this.attributes = 0;
    if (this.stack.length > MAX_XML_DEPTH) this.refuse('file_xml_depth', { limit: MAX_XML_DEPTH });
  }

  private countAttribute(name: string): void {
    this.endToken();
    this.checkName(name);
    this.attributes += 1;
    if (this.attributes > MAX_XML_ATTRIBUTES) this.refuse('file_xml_attributes', { limit: MAX_XML_ATTRIBUTES });
  }

  private openTag(name: string, attributes: Readonly<Record<string, string>>): void {
    this.endToken();
    const sent: { name: string; value: string }[] = [];
    for (const key in attributes) sent.push({ name: key, value: attributes[key] ?? '' });
    try {
      this.handler.open(this.namespaces.open(name, sent, this.tagLine), this.tagAt);
    } catch (error) {
      if (error instanceof NamespaceFault) this.refuse('file_xml_prefix', { name: error.found });
      if (error instanceof RepeatedAttributeFault) this.refuse('file_xml_attribute_repeated', { name: error.found });
      throw error;
    }
  }

  private closeTag(): void {
    this.endToken();
    this.closed = this.stack.pop();
    this.namespaces.close();
    this.handler.close(this.position);
  }

  private takeText(text: string): void {
    this.endToken();
    this.handler.text(text);
  }

  private endToken(): void {
    this.checkToken();
    this.previousStart = this.tokenStart;
    this.tokenStart = this.position;
  }

  /** The parser holds a token whole. One that a record might hold in all refuses that record alone, a longer one the document. */
  private checkToken(): void {
    const length = this.position - this.tokenStart;
    if (length <= MAX_XML_TOKEN_CHARS) return;
    const isNew = this.excessAt !== this.tokenStart;
    if (!isNew && length <= MAX_XML_RECORD_CHARS) return;
    const token = this.token();
    if (DOCTYPE.test(token)) this.refuse('file_xml_doctype', {}, this.tokenStart);
    const loose = looseAmpersand(token);
    if (loose >= 0) this.refuse('file_xml_entity', {}, this.tokenStart + loose);
    this.excessAt = this.tokenStart;
    if (length <= MAX_XML_RECORD_CHARS && this.handler.tooLong()) return;
    this.refuse('file_xml_token_too_long', { limit: MAX_XML_TOKEN_CHARS }, this.tokenStart);
  }

  private checkName(name: string): void {
    if (name.length > MAX_XML_NAME_CHARS) this.refuse('file_xml_name_too_long', { limit: MAX_XML_NAME_CHARS });
  }
}
