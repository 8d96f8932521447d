import { beginningOf } from '@/lib/kernel/storable';
import type { Encoding } from '../decode-text';
import type { UnknownNames } from '../json-rows';
import { KEPT_CHARS, MAX_XML_PASSED_CHARS, MAX_XML_RECORD_CHARS, MAX_XML_TOKEN_CHARS } from '../limits';
import { type ReadOptions, type StagedContent, type StagedRow, unreadableRow } from '../staged-row';
import { shownName, type XmlElement, type XmlTag } from './element';
import { ElementBuilder } from './element-builder';
import { type OtherMessage, otherMessage } from './other-messages';
import type { QualifiedName, XmlFormat } from './xml-format';
import { XmlParser } from './xml-parser';

type OpenRecord = {
  readonly builder: ElementBuilder;
  readonly at: number;
  readonly line: number;
  /** Its beginning, once it is beyond a limit and its source is held no more. */
  beginning: string | null;
};

const isNamed = (tag: XmlTag, name: QualifiedName): boolean =>
  tag.name === name.name && tag.namespace === name.namespace;

/** Finds the format of a document by its root, and its records one after another. */
export class XmlDocument {
  private readonly parser: XmlParser;
  private rows: StagedRow[] = [];
  private format: XmlFormat | null = null;
  private record: OpenRecord | null = null;
  private depth = 0;
  private records = 0;
  private announced: string | undefined;

  constructor(
    private readonly formats: readonly XmlFormat[],
    private readonly options: ReadOptions,
    private readonly unknown: UnknownNames,
    encoding: () => Encoding,
  ) {
    this.parser = new XmlParser(this, encoding);
  }

  /** Takes decoded text and gives the rows of the records that ended in it. @throws SubmissionRefusedError */
  *write(text: string): Generator<StagedRow> {
    for (const piece of this.parser.pieces(text)) {
      this.parser.write(piece);
      this.letGo();
      const { rows } = this;
      this.rows = [];
      yield* rows;
    }
  }

  /** The text has ended. @throws SubmissionRefusedError when the document has not, or its `count` is untrue */
  end(): void {
    this.parser.end();
    if (this.announced !== undefined && this.announced !== String(this.records))
      this.parser.refuse('file_xml_count', { announced: this.announced, found: this.records });
  }

  open(tag: XmlTag, at: number): void {
    this.depth += 1;
    if (this.record) this.record.builder.open(tag);
    else if (this.depth === 1) this.openRoot(tag, at);
    else if (this.depth === 2) this.openChild(tag, at);
  }

  text(text: string): void {
    if (this.record) this.record.builder.text(text);
    else if (this.depth === 1 && /[^ \t\r\n]/.test(text)) this.refuseUnexpected(text.trim(), 'other');
  }

  close(at: number): void {
    this.depth -= 1;
    if (!this.record) return;
    const element = this.record.builder.close();
    if (!element) return;
    this.rows.push(element === 'too_large' ? this.cutRow(this.record) : this.rowOf(element, this.record, at));
    this.record = null;
    this.parser.source.release();
  }

  tooLong(): boolean {
    this.record?.builder.giveUp('row_xml_text_too_long', this.record.line, MAX_XML_TOKEN_CHARS);
    return this.record !== null;
  }

  /** Holds of a record beyond a limit its beginning and no more; its end is still looked for. */
  private letGo(): void {
    const { record } = this;
    const { source } = this.parser;
    if (!record) return;
    if (source.end - record.at > MAX_XML_PASSED_CHARS)
      this.parser.refuse('file_xml_record_too_long', { limit: MAX_XML_PASSED_CHARS });
    if (record.beginning !== null) return;
    if (source.kept > MAX_XML_RECORD_CHARS)
      record.builder.giveUp('row_xml_too_long', record.line, MAX_XML_RECORD_CHARS);
    if (!record.builder.isTooLarge) return;
    record.beginning = this.beginningOf(record);
    source.release();
  }

  private beginningOf({ at }: OpenRecord): string {
    return `${beginningOf(this.parser.source.slice(at, at + KEPT_CHARS), KEPT_CHARS)}…`;
  }

  private cutRow(record: OpenRecord): StagedRow {
    const raw = record.beginning ?? this.beginningOf(record);
    return unreadableRow({ line: record.line, reference: null, raw }, record.builder.problems);
  }

  private openRoot(tag: XmlTag, at: number): void {
    const format = this.formats.find(
      ({ root, isRootNamespace }) =>
        tag.name === root.name && (tag.namespace === root.namespace || isRootNamespace?.(tag.namespace)),
    );
    if (!format) {
      const accepted = this.formats.map(({ root }) => shownName(root)).join(', ');
      const what = { found: tag.name, namespace: tag.namespace || 'none', kind: otherMessage(tag) };
      this.parser.refuse('file_xml_root', { ...what, accepted }, at);
    }
    this.format = format;
    if (format.record) this.options.onHeader?.(this.parser.source.slice(at, this.parser.source.tagEnd(at)));
    if (format.isCounted)
      this.announced = tag.attributes.find(({ name, namespace }) => name === 'count' && namespace === '')?.value;
    if (!format.record) this.begin(tag, at);
  }

  private openChild(tag: XmlTag, at: number): void {
    const { format } = this;
    if (format?.record && isNamed(tag, format.record)) this.begin(tag, at);
    else if (tag.namespace !== format?.root.namespace || !format.beside.includes(tag.name))
      this.refuseUnexpected(shownName(tag), otherMessage(tag), at);
  }

  private refuseUnexpected(found: string, kind: OtherMessage, at?: number): never {
    const accepted = this.format?.record ? shownName(this.format.record) : '';
    return this.parser.refuse('file_xml_unexpected', { found: found.slice(0, 200), kind, accepted }, at);
  }

  private begin(tag: XmlTag, at: number): void {
    this.records += 1;
    this.record = { builder: new ElementBuilder(), at, line: tag.line, beginning: null };
    this.parser.source.keep(at);
    this.record.builder.open(tag);
  }

  private rowOf(element: XmlElement, { builder, at, line }: OpenRecord, end: number): StagedRow {
    const raw = this.parser.source.slice(at, end);
    const format = this.format;
    if (!format) throw new Error('a record without a format');
    const { sent, places, act, problems } = format.read(element, this.options);
    const row = { line, reference: sent.reference ?? act?.reference ?? act?.mrn ?? null, raw };
    const faults = [...builder.problems, ...problems].map((problem) => ({ line, ...problem }));
    if (faults.length > 0) return unreadableRow(row, faults);
    if (format.reportsUnknown) this.unknown.report(sent, line);
    const content: StagedContent = { ...sent, places, ...(act ? { act } : {}) };
    return { ...row, content: JSON.stringify(content), problems: [] };
  }
}
